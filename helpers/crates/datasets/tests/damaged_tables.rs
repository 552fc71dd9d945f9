//! Damaged tables of data sets: refused or read, without a panic.

use datasets::{
    Import, ImportOptions, Labels, import_cbis_ddsm, import_dicom, import_embed, import_inbreast,
    import_rsna, import_vindr,
};
use density::Result;
use std::path::Path;

/// Reads damaged forms of a table in a folder without images, of which nothing can be taken.
fn survive(name: &str, table: &str, import: impl Fn(&Path, &Path) -> Result<Import>) {
    let wide = std::iter::once(0xfeff).chain(table.encode_utf16());
    let wide = wide.flat_map(u16::to_le_bytes).collect();
    let seeds = [
        table.as_bytes().to_vec(),
        table.replace(',', ";").into_bytes(),
        wide,
    ];
    fixtures::survive(name, &seeds, |path| {
        let folder = path.parent().unwrap();
        assert!(import(folder, &folder.join("out")).is_err());
    });
}

#[test]
fn damaged_tables_of_vindr() {
    let table = "study_id,laterality,view_position,image_id,breast_density,split\ns1,R,CC,i1,DENSITY C,training\ns2,L,MLO,i2,\"DENSITY D\",test\n";
    survive("breast-level_annotations.csv", table, |folder, target| {
        import_vindr(folder, target, &ImportOptions::default())
    });
}

#[test]
fn damaged_tables_of_cbis_ddsm() {
    let table = "patient_id,breast density,left or right breast,image view,image file path\nP_00001,3,LEFT,CC,Calc-Test_P_00001_LEFT_CC/1.3/1.4/000000.dcm\n";
    survive(
        "calc_case_description_test_set.csv",
        table,
        |folder, target| import_cbis_ddsm(folder, target, &ImportOptions::default()),
    );
}

#[test]
fn damaged_tables_of_inbreast() {
    let table = "Laterality,View,File Name,ACR\nR,CC,22678622,4\nL,MLO,22678646,2\n,,,\n";
    survive("INbreast.csv", table, |folder, target| {
        import_inbreast(folder, target, &ImportOptions::default())
    });
}

#[test]
fn damaged_tables_of_rsna() {
    let table = "site_id,patient_id,image_id,laterality,view,density\n1,10011,220375232,L,CC,A\n2,10006,462822612,L,CC,\n";
    survive("train.csv", table, |folder, target| {
        import_rsna(folder, target, &ImportOptions::default())
    });
}

#[test]
fn damaged_tables_of_embed() {
    let table = "empi_anon,acc_anon,tissueden,anon_dicom_path,ImageLateralityFinal,ViewPosition,FinalImageType,spot_mag\n1.0,11.0,2.0,a/b.dcm,L,CC,2D,\n";
    let tables = tempfile::tempdir().unwrap();
    std::fs::write(tables.path().join("metadata.csv"), table).unwrap();
    survive("clinical.csv", table, |folder, target| {
        std::fs::copy(
            tables.path().join("metadata.csv"),
            folder.join("metadata.csv"),
        )
        .unwrap();
        import_embed(folder, target, &ImportOptions::default())
    });
}

#[test]
fn damaged_tables_of_labels() {
    let table = "file,patient,view,side,class,split\na/1.dcm,x,CC,R,A,train\n2,y,MLO,left,B,test\n";
    survive("labels.csv", table, |folder, target| {
        import_dicom(
            folder,
            Some(&Labels::table(folder.join("labels.csv"))),
            target,
            &ImportOptions::default(),
        )
    });
}
