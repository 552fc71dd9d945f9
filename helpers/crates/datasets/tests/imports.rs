//! Public data sets and readers' folders: made-up tables with their headers, and DICOM files with a breast in them.

use datasets::{
    Import, ImportOptions, Labels, Muscle, PictureOptions, import_cbis_ddsm, import_dicom,
    import_embed, import_inbreast, import_rsna, import_vindr,
};
use density::data::{Dataset, Projection, Split, load_grey, patient_of};
use dicom_core::{DataElement, PrimitiveValue, VR};
use dicom_dictionary_std::{tags, uids};
use dicom_object::{FileMetaTableBuilder, InMemDicomObject};
use std::collections::BTreeSet;
use std::path::Path;

/// What a file says of itself, and how its breast lies.
#[derive(Clone, Copy)]
struct Exam<'a> {
    patient: &'a str,
    view: &'a str,
    side: &'a str,
    /// Directions of rows and columns.
    orientation: &'a str,
    /// Whether the chest wall is on the left.
    wall_left: bool,
    intent: &'a str,
    kind: &'a str,
}

const RIGHT_CC: Exam<'static> = Exam {
    patient: "p_1",
    view: "CC",
    side: "R",
    orientation: "P\\L",
    wall_left: false,
    intent: "FOR PRESENTATION",
    kind: "ORIGINAL\\PRIMARY",
};

/// A half disc of tissue at the chest wall, its upper half brighter, and a marker in the other corner.
fn write(path: &Path, exam: Exam) {
    let (width, height) = (120u16, 160u16);
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let from_wall = if exam.wall_left { x } else { width - 1 - x };
            let (dx, dy) = (f64::from(from_wall) / 80.0, (f64::from(y) - 80.0) / 70.0);
            let marker = from_wall > 100 && y < 20 && y > 6 && from_wall < 115;
            pixels.push(match () {
                () if dx * dx + dy * dy < 1.0 => {
                    1500 + 800 * u16::from(y < 80) + (x * 7 + y * 13) % 40
                }
                () if marker => 4095,
                () => 0,
            });
        }
    }
    let mut object = InMemDicomObject::new_empty();
    for (tag, vr, value) in [
        (
            tags::SOP_CLASS_UID,
            VR::UI,
            uids::DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
        ),
        (tags::SOP_INSTANCE_UID, VR::UI, "2.25.1"),
        (tags::MODALITY, VR::CS, "MG"),
        (tags::IMAGE_TYPE, VR::CS, exam.kind),
        (tags::PRESENTATION_INTENT_TYPE, VR::CS, exam.intent),
        (tags::PATIENT_ID, VR::LO, exam.patient),
        (tags::VIEW_POSITION, VR::CS, exam.view),
        (tags::IMAGE_LATERALITY, VR::CS, exam.side),
        (tags::PATIENT_ORIENTATION, VR::CS, exam.orientation),
        (tags::PHOTOMETRIC_INTERPRETATION, VR::CS, "MONOCHROME2"),
        (tags::WINDOW_CENTER, VR::DS, "2048"),
        (tags::WINDOW_WIDTH, VR::DS, "4096"),
    ] {
        object.put(DataElement::new(tag, vr, PrimitiveValue::from(value)));
    }
    for (tag, value) in [
        (tags::SAMPLES_PER_PIXEL, 1),
        (tags::ROWS, height),
        (tags::COLUMNS, width),
        (tags::BITS_ALLOCATED, 16),
        (tags::BITS_STORED, 12),
        (tags::HIGH_BIT, 11),
        (tags::PIXEL_REPRESENTATION, 0),
    ] {
        object.put(DataElement::new(tag, VR::US, PrimitiveValue::from(value)));
    }
    let pixels = PrimitiveValue::U16(pixels.into_iter().collect());
    object.put(DataElement::new(tags::PIXEL_DATA, VR::OW, pixels));
    let meta = FileMetaTableBuilder::new().transfer_syntax(uids::EXPLICIT_VR_LITTLE_ENDIAN);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    object.with_meta(meta).unwrap().write_to_file(path).unwrap();
}

fn text(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// Why each file was left out.
fn reasons(import: &Import) -> Vec<(String, String)> {
    let files = import.left_out.iter();
    files
        .map(|file| (file.name.clone(), file.why.clone()))
        .collect()
}

/// The classes of the images of a split, with their projections.
fn images(import: &Import, split: Split) -> Vec<String> {
    let images = import
        .images
        .iter()
        .filter(|image| image.split == Some(split));
    let mut images = images
        .map(|image| format!("{} {}", image.projection, image.class.as_deref().unwrap()))
        .collect::<Vec<_>>();
    images.sort();
    images
}

/// No patient is in two splits, by what the importer says and by the names of the files.
fn check_patients(import: &Import, target: &Path) {
    let of = |split: Split| {
        let images = import
            .images
            .iter()
            .filter(|image| image.split == Some(split));
        images
            .map(|image| image.patient.clone())
            .collect::<BTreeSet<_>>()
    };
    let named = |split: Split| {
        let images = import
            .images
            .iter()
            .filter(|image| image.split == Some(split));
        images
            .map(|image| patient_of(&image.path).unwrap())
            .collect::<BTreeSet<_>>()
    };
    for [train, val, test] in [Split::ALL.map(of), Split::ALL.map(named)] {
        assert!(train.is_disjoint(&val) && train.is_disjoint(&test) && val.is_disjoint(&test));
    }
    for image in &import.images {
        assert!(
            target.join(&image.path).is_file(),
            "{}",
            image.path.display()
        );
        assert!(patient_of(&image.path).is_some_and(|patient| !patient.is_empty()));
    }
}

/// Everybody trains or, where the set says so, is tested.
fn no_shares() -> ImportOptions {
    ImportOptions {
        validation: 0.0,
        test: 0.0,
        ..ImportOptions::default()
    }
}

#[test]
fn vindr_keeps_its_test_set_and_tells_what_the_commonest_class_is_worth() {
    let root = tempfile::tempdir().unwrap();
    let (source, target) = (root.path().join("vindr"), root.path().join("out"));
    let mut table = "study_id,series_id,laterality,view_position,image_id,height,width,breast_birads,breast_density,split\n".to_string();
    for (study, image, side, view, class, split) in [
        ("s1", "i1", "R", "CC", "DENSITY C", "training"),
        ("s1", "i2", "L", "MLO", "DENSITY C", "training"),
        ("s2", "i3", "R", "CC", "DENSITY B", "training"),
        ("s3", "i4", "R", "CC", "DENSITY C", "test"),
        ("s3", "i5", "L", "CC", "DENSITY C", "test"),
        ("s4", "i6", "L", "CC", "DENSITY D", "test"),
        ("s5", "gone", "L", "CC", "DENSITY D", "test"),
    ] {
        table += &format!("{study},x,{side},{view},{image},160,120,BI-RADS 1,{class},{split}\n");
        if image != "gone" {
            let exam = Exam {
                side,
                view,
                orientation: "",
                patient: "",
                wall_left: side == "L",
                ..RIGHT_CC
            };
            write(&source.join(format!("images/{study}/{image}.dicom")), exam);
        }
    }
    text(&source.join("breast-level_annotations.csv"), &table);
    let import = import_vindr(&source, &target, &no_shares()).unwrap();
    check_patients(&import, &target);
    assert_eq!(
        images(&import, Split::Train),
        ["CC_R B", "CC_R C", "MLO_L C"]
    );
    assert_eq!(images(&import, Split::Test), ["CC_L C", "CC_L D", "CC_R C"]);
    assert_eq!(
        reasons(&import),
        [("s5/gone".into(), "the file is not there".into())]
    );
    let told = import.to_string();
    assert!(
        told.contains("always answering C is right for 67 % of the test images"),
        "{told}"
    );
    // A second call keeps everything; other options need another folder.
    let again = import_vindr(&source, &target, &no_shares()).unwrap();
    assert!(again.images.iter().all(|image| image.kept), "{again}");
    let other = ImportOptions {
        seed: 2,
        ..no_shares()
    };
    let refused = import_vindr(&source, &target, &other)
        .unwrap_err()
        .to_string();
    assert!(refused.contains("other options"), "{refused}");
    // More of the set, and a corrected label: who was dealt stays, and the old image is told.
    let corrected = table.replace("DENSITY B", "DENSITY A");
    assert_ne!(corrected, table);
    text(&source.join("breast-level_annotations.csv"), &corrected);
    write(
        &source.join("images/s5/gone.dicom"),
        Exam {
            side: "L",
            ..RIGHT_CC
        },
    );
    let more = import_vindr(&source, &target, &no_shares()).unwrap();
    check_patients(&more, &target);
    assert_eq!((more.images.len(), more.left_out.len()), (7, 0), "{more}");
    assert_eq!(more.others, [Path::new("CC_R/train/B/s2_s2-i3.png")]);
    assert!(
        more.to_string()
            .contains("1 images in the folder are none of these"),
        "{more}"
    );
    // The layout is one that the notebooks open.
    let dataset = Dataset::open(&target).unwrap();
    assert_eq!(
        dataset.split(Projection::CcR, Split::Test).unwrap().len(),
        1
    );
}

#[test]
fn cbis_ddsm_in_both_spellings_never_tests_with_who_trains() {
    let root = tempfile::tempdir().unwrap();
    let (source, target) = (root.path().join("cbis"), root.path().join("out"));
    let header = |density: &str| {
        format!(
            "patient_id,{density},left or right breast,image view,abnormality id,image file path\n"
        )
    };
    let row = |patient: &str, density: u8, side: &str, view: &str, folder: &str| {
        format!("{patient},{density},{side},{view},1,{folder}/1.3.6.1/1.3.6.2/000000.dcm\n")
    };
    let mass_train = header("breast_density")
        + &row("P_00001", 3, "LEFT", "CC", "Mass-Training_P_00001_LEFT_CC")
        + &row("P_00003", 3, "LEFT", "CC", "Mass-Training_P_00003_LEFT_CC")
        // A second lesion of the same image, and one that disagrees.
        + &row("P_00001", 4, "LEFT", "CC", "Mass-Training_P_00001_LEFT_CC")
        + &row("P_00001", 3, "LEFT", "CC", "Mass-Training_P_00001_LEFT_CC")
        + &row("P_00002", 0, "LEFT", "CC", "Mass-Training_P_00002_LEFT_CC");
    let calc_test = header("breast density")
        + &row("P_00001", 3, "RIGHT", "MLO", "Calc-Test_P_00001_RIGHT_MLO")
        + &row("P_00038", 2, "RIGHT", "MLO", "Calc-Test_P_00038_RIGHT_MLO");
    text(
        &source.join("mass_case_description_train_set.csv"),
        &mass_train,
    );
    text(
        &source.join("calc_case_description_test_set.csv"),
        &calc_test,
    );
    for (folder, side, view) in [
        ("Mass-Training_P_00001_LEFT_CC", "L", "CC"),
        ("Mass-Training_P_00002_LEFT_CC", "L", "CC"),
        ("Calc-Test_P_00001_RIGHT_MLO", "R", "MLO"),
        ("Calc-Test_P_00038_RIGHT_MLO", "R", "MLO"),
    ] {
        let exam = Exam {
            side,
            view,
            patient: "whatever",
            ..RIGHT_CC
        };
        // As the archive's downloader names them, not as the table.
        write(
            &source.join(format!(
                "CBIS-DDSM/{folder}/07-20-2016-NA/1.000000-full/1-1.dcm"
            )),
            exam,
        );
    }
    let import = import_cbis_ddsm(&source, &target, &no_shares()).unwrap();
    check_patients(&import, &target);
    assert_eq!(images(&import, Split::Train), ["CC_L C", "MLO_R C"]);
    assert_eq!(images(&import, Split::Test), ["MLO_R B"]);
    let why = reasons(&import);
    // Every path of the table ends in the same name: a file that is not there is not another patient's.
    for (folder, reason) in [
        ("Mass-Training_P_00002_LEFT_CC", "no density is told"),
        ("Mass-Training_P_00003_LEFT_CC", "the file is not there"),
        (
            "Mass-Training_P_00001_LEFT_CC",
            "a second row says D of a file that the first calls C, which counts",
        ),
    ] {
        assert!(why.contains(&(folder.into(), reason.into())), "{why:?}");
    }
    assert_eq!(why.len(), 3);
    assert!(
        target
            .join("CC_L/train/C/P-00001_Mass-Training_P_00001_LEFT_CC.png")
            .is_file()
    );
}

#[test]
fn inbreast_has_semicolons_footers_and_the_patient_in_the_names_of_its_files() {
    let root = tempfile::tempdir().unwrap();
    let (source, target) = (root.path().join("inbreast"), root.path().join("out"));
    let table = "Patient ID;Patient age;Laterality;View;Acquisition date;File Name;ACR;Bi-Rads;Mass ;Micros\n\
                 removed;removed;R;CC;201001;22678622;4;2;;X\n\
                 removed;removed;L;FB;201001;22678646;4;2;;X\n\
                 removed;removed;L;MLO;201001;2267864;1;2;;X\n\
                 ;;;;;;;;;\n\
                 ;;;;;Total;;;;\n";
    text(&source.join("INbreast.csv"), table);
    for (name, side, view) in [
        ("22678622_61b13c59bcba149d_MG_R_CC_ANON.dcm", "R", "CC"),
        ("22678646_61b13c59bcba149d_MG_L_FB_ANON.dcm", "L", "FB"),
    ] {
        // Contours have the images' names.
        text(
            &source.join("AllXML").join(&name[..8]).with_extension("xml"),
            "<plist/>",
        );
        write(
            &source.join("AllDICOMs").join(name),
            Exam {
                side,
                view,
                patient: "removed",
                ..RIGHT_CC
            },
        );
    }
    let import = import_inbreast(&source, &target, &no_shares()).unwrap();
    assert_eq!(images(&import, Split::Train), ["CC_R D"]);
    assert_eq!(import.images[0].patient, "61b13c59bcba149d");
    let why = reasons(&import)
        .into_iter()
        .map(|(_, why)| why)
        .collect::<BTreeSet<_>>();
    let expected = [
        "is no image: a line below the table",
        "the file is not there",
        "view FB is neither CC nor MLO",
    ];
    assert_eq!(why, expected.map(String::from).into());
    // The spreadsheet itself is named.
    std::fs::rename(source.join("INbreast.csv"), source.join("INbreast.xls")).unwrap();
    let refused = import_inbreast(&source, root.path().join("b"), &no_shares())
        .unwrap_err()
        .to_string();
    assert!(refused.contains("save it as INbreast.csv"), "{refused}");
}

#[test]
fn rsna_gives_the_site_that_tells_density_and_its_standard_views() {
    let root = tempfile::tempdir().unwrap();
    let (source, target) = (root.path().join("rsna"), root.path().join("out"));
    let table = "site_id,patient_id,image_id,laterality,view,age,cancer,biopsy,invasive,BIRADS,implant,density,machine_id,difficult_negative_case\n\
                 2,10006,462822612,L,CC,61.0,0,0,0,,0,,29,False\n\
                 1,10011,220375232,L,CC,55.0,0,0,0,0.0,0,A,21,True\n\
                 1,10011,541722628,R,LMO,55.0,0,0,0,0.0,0,A,21,True\n\
                 1,10012,588678397,R,AT,55.0,0,0,0,0.0,0,B,21,True\n";
    text(&source.join("train.csv"), table);
    for name in [
        "10006/462822612",
        "10011/220375232",
        "10011/541722628",
        "10012/588678397",
    ] {
        write(
            &source.join(format!("train_images/{name}.dcm")),
            Exam {
                view: "",
                side: "",
                ..RIGHT_CC
            },
        );
    }
    let import = import_rsna(&source, &target, &no_shares()).unwrap();
    assert_eq!(images(&import, Split::Train), ["CC_L A"]);
    let why = reasons(&import);
    for (name, reason) in [
        ("10006/462822612", "no density is told"),
        ("10011/541722628", "view LMO is neither CC nor MLO"),
        ("10012/588678397", "view AT is neither CC nor MLO"),
    ] {
        assert!(why.contains(&(name.into(), reason.into())), "{why:?}");
    }
}

#[test]
fn embed_joins_its_tables_by_patient_and_examination() {
    let root = tempfile::tempdir().unwrap();
    let (source, target) = (root.path().join("embed"), root.path().join("out"));
    let clinical = "empi_anon,acc_anon,tissueden\n1.0,11.0,2.0\n1.0,12.0,3.0\n2.0,21.0,5.0\n";
    text(&source.join("EMBED_OpenData_clinical.csv"), clinical);
    let metadata = "anon_dicom_path,empi_anon,acc_anon,ImageLateralityFinal,ViewPosition,FinalImageType,spot_mag\n\
                    /mnt/NAS2/mammo/anon_dicom/cohort_1/1/11/a.dcm,1,11,L,CC,2D,\n\
                    /mnt/NAS2/mammo/anon_dicom/cohort_1/1/12/b.dcm,1,12,R,MLO,cview,\n\
                    /mnt/NAS2/mammo/anon_dicom/cohort_1/1/12/c.dcm,1,12,R,MLO,2D,1.0\n\
                    /mnt/NAS2/mammo/anon_dicom/cohort_1/1/12/d.dcm,1,12,R,MLO,3D,\n\
                    /mnt/NAS2/mammo/anon_dicom/cohort_1/2/21/e.dcm,2,21,R,MLO,2D,\n\
                    /mnt/NAS2/mammo/anon_dicom/cohort_1/3/31/f.dcm,3,31,R,MLO,2D,\n";
    text(&source.join("EMBED_OpenData_metadata.csv"), metadata);
    for name in ["1/11/a", "1/12/b", "1/12/c", "1/12/d", "2/21/e", "3/31/f"] {
        write(&source.join(format!("images/{name}.dcm")), RIGHT_CC);
    }
    let import = import_embed(&source, &target, &no_shares()).unwrap();
    assert_eq!(images(&import, Split::Train), ["CC_L B", "MLO_R C"]);
    let why = reasons(&import);
    for (name, reason) in [
        ("c", "a spot or magnification view"),
        ("d", "image type 3d"),
        ("e", "a male breast (tissueden 5)"),
        ("f", "its examination is not in the clinical table"),
    ] {
        assert!(why.contains(&(name.into(), reason.into())), "{why:?}");
    }
}

#[test]
fn columns_that_are_not_there_are_named_with_those_that_are() {
    let root = tempfile::tempdir().unwrap();
    text(
        &root.path().join("train.csv"),
        "patient_id,image_id,laterality,view,age\n1,2,L,CC,50\n",
    );
    let refused = import_rsna(root.path(), root.path().join("out"), &no_shares())
        .unwrap_err()
        .to_string();
    assert!(
        refused.contains("`density`") && refused.contains("laterality, view, age"),
        "{refused}"
    );
    let refused = import_vindr(root.path(), root.path().join("out"), &no_shares())
        .unwrap_err()
        .to_string();
    assert!(
        refused.contains("breast-level_annotations.csv"),
        "{refused}"
    );
}

#[test]
fn a_readers_own_table_names_its_columns() {
    let root = tempfile::tempdir().unwrap();
    let (source, target) = (root.path().join("mine"), root.path().join("out"));
    for (name, side) in [("a/1", "R"), ("a/2", "L"), ("b/1", "R")] {
        let patient = if name.starts_with('a') { "x_1" } else { "x_2" };
        write(
            &source.join(format!("{name}.dcm")),
            Exam {
                side,
                patient,
                ..RIGHT_CC
            },
        );
    }
    text(
        &root.path().join("labels.csv"),
        "\u{feff}Image;ACR\na/1.dcm;dense\na/2;dense\nb\\1;fatty\n1;fatty\n;\n",
    );
    let labels = Labels::table(root.path().join("labels.csv"));
    let refused = import_dicom(&source, Some(&labels), &target, &no_shares())
        .unwrap_err()
        .to_string();
    assert!(
        refused.contains("`file`") && refused.contains("Image, ACR"),
        "{refused}"
    );
    let labels = labels
        .column("file", "image")
        .unwrap()
        .column("class", "ACR")
        .unwrap();
    let import = import_dicom(&source, Some(&labels), &target, &no_shares()).unwrap();
    check_patients(&import, &target);
    assert_eq!(
        images(&import, Split::Train),
        ["CC_L dense", "CC_R dense", "CC_R fatty"]
    );
    let why = reasons(&import);
    assert!(
        why.contains(&("1".into(), "several files are called so".into())),
        "{why:?}"
    );
    assert!(
        target.join("CC_R/train/dense/x-1_a-1.dcm.png").is_file(),
        "{import:?}"
    );
    assert!(
        Labels::table("x")
            .column("density", "ACR")
            .unwrap_err()
            .to_string()
            .contains("class")
    );
}

/// Ten patients of each class, whose splits the table tells, those of `untold` but for.
fn table_with_splits(root: &Path, untold: &str) -> Labels {
    let mut table = "file,class,split,patient\n".to_string();
    for number in 0..30 {
        let name = format!("{number}.dcm");
        write(&root.join("mine").join(&name), RIGHT_CC);
        let split = ["train", "val", "test"][number % 3];
        let split = if split == untold { "train" } else { split };
        table += &format!(
            "{name},{},{split},p{number}.0\n",
            ["A", "b", "B"][number / 10]
        );
    }
    text(&root.join("labels.csv"), &table);
    Labels::table(root.join("labels.csv"))
}

#[test]
fn the_splits_of_a_table_are_kept_and_only_those_are_dealt_that_it_does_not_tell() {
    let count = |import: &Import| Split::ALL.map(|split| images(import, split).len());
    for (untold, expected) in [("", [10, 10, 10]), ("test", [20, 10, 0])] {
        let root = tempfile::tempdir().unwrap();
        let labels = table_with_splits(root.path(), untold);
        let target = root.path().join("out");
        let source = root.path().join("mine");
        let import =
            import_dicom(source, Some(&labels), &target, &ImportOptions::default()).unwrap();
        check_patients(&import, &target);
        assert_eq!(count(&import), expected, "{import}");
        // `b` and `B` are one class.
        assert_eq!(import.classes(Split::Train).len(), 2, "{import}");
    }
    let root = tempfile::tempdir().unwrap();
    let labels = table_with_splits(root.path(), "val");
    let source = root.path().join("mine");
    let import = import_dicom(
        source,
        Some(&labels),
        root.path().join("out"),
        &ImportOptions::default(),
    )
    .unwrap();
    let [train, val, test] = count(&import);
    assert!(test == 10 && val > 0 && train + val == 20, "{import}");
}

#[test]
fn a_patient_in_several_spellings_is_one() {
    let root = tempfile::tempdir().unwrap();
    let mut table = "file,class,patient\n".to_string();
    for (number, patient) in ["P_1", "P-1", "P 1", "p_1", "2", "2.0", "3", "4", "5"]
        .into_iter()
        .enumerate()
    {
        write(&root.path().join(format!("mine/{number}.dcm")), RIGHT_CC);
        table += &format!("{number}.dcm,A,{patient}\n");
    }
    text(&root.path().join("labels.csv"), &table);
    let labels = Labels::table(root.path().join("labels.csv"));
    let (source, target) = (root.path().join("mine"), root.path().join("out"));
    let import = import_dicom(source, Some(&labels), &target, &ImportOptions::default()).unwrap();
    check_patients(&import, &target);
    let patients = import
        .images
        .iter()
        .map(|image| &image.patient)
        .collect::<BTreeSet<_>>();
    assert_eq!(patients.len(), 5, "{patients:?}");
}

#[test]
fn files_of_one_patient_by_their_headers_alone_are_told() {
    let root = tempfile::tempdir().unwrap();
    let mut table = "file,class\n".to_string();
    for number in 0..9 {
        // Their names are identifiers without an extension of their own.
        write(
            &root.path().join(format!("mine/1.2.840.{number}")),
            Exam {
                patient: "ANONYMOUS",
                ..RIGHT_CC
            },
        );
        table += &format!("1.2.840.{number},A\n");
    }
    text(&root.path().join("labels.csv"), &table);
    let labels = Labels::table(root.path().join("labels.csv"));
    let source = root.path().join("mine");
    let options = ImportOptions::default();
    let import = import_dicom(&source, Some(&labels), root.path().join("a"), &options).unwrap();
    assert!(
        import.to_string().contains("one patient, ANONYMOUS"),
        "{import}"
    );
    let import = import_dicom(&source, None, root.path().join("b"), &options).unwrap();
    assert_eq!(import.images.len(), 9);
    assert_eq!(
        import.images[3].path,
        Path::new("CC_R/ANONYMOUS_1.2.840.3.png")
    );
}

#[test]
fn without_labels_views_go_to_folders_and_what_is_no_screening_view_is_counted() {
    let root = tempfile::tempdir().unwrap();
    let (source, target) = (root.path().join("study"), root.path().join("out"));
    for (name, exam) in [
        ("1", RIGHT_CC),
        (
            "2.dcm",
            Exam {
                view: "MLO",
                side: "L",
                ..RIGHT_CC
            },
        ),
        (
            "3.dcm",
            Exam {
                view: "ML",
                ..RIGHT_CC
            },
        ),
        (
            "4.dcm",
            Exam {
                intent: "FOR PROCESSING",
                ..RIGHT_CC
            },
        ),
        (
            "5.dcm",
            Exam {
                kind: "DERIVED\\PRIMARY\\TOMOSYNTHESIS\\GENERATED_2D",
                ..RIGHT_CC
            },
        ),
        (
            "6.dcm",
            Exam {
                side: "B",
                ..RIGHT_CC
            },
        ),
    ] {
        write(&source.join(name), exam);
    }
    text(&source.join("7.dcm"), "no DICOM");
    text(&source.join("notes.txt"), "not asked");
    let options = ImportOptions {
        synthetic: false,
        ..ImportOptions::default()
    };
    let import = import_dicom(&source, None, &target, &options).unwrap();
    let paths = import
        .images
        .iter()
        .map(|image| image.path.display().to_string());
    assert_eq!(
        paths.collect::<Vec<_>>(),
        ["CC_R/p-1_1.png", "MLO_L/p-1_2.png"]
    );
    let why = reasons(&import)
        .into_iter()
        .map(|(_, why)| why)
        .collect::<Vec<_>>();
    for reason in [
        "view ML is neither CC nor MLO",
        "for processing, not for the eye",
        "a synthetic view of a tomosynthesis",
        "no side is told",
        "no view is told",
    ] {
        assert!(why.iter().any(|why| why == reason), "{reason}: {why:?}");
    }
    let with = import_dicom(
        &source,
        None,
        root.path().join("with"),
        &ImportOptions::default(),
    )
    .unwrap();
    assert_eq!(with.images.len(), 3);
    let frame = import.to_frame().unwrap();
    assert_eq!((frame.height(), frame.width()), (7, 4));
}

/// However a file lies, the chest wall of a right breast is on the right, the outer side of a craniocaudal view on top, and the marker is gone.
#[test]
fn every_breast_lies_as_the_tutorials_do() {
    let root = tempfile::tempdir().unwrap();
    for (number, (side, wall_left, orientation, upside_down)) in [
        ("R", false, "P\\L", false),
        ("R", true, "A\\L", false),
        ("R", false, "P\\R", true),
        ("R", true, "", false),
        ("L", true, "A\\R", false),
        ("L", false, "P\\R", false),
        ("L", false, "P\\L", true),
    ]
    .into_iter()
    .enumerate()
    {
        let (source, target) = (
            root.path().join(format!("s{number}")),
            root.path().join(format!("t{number}")),
        );
        write(
            &source.join("1.dcm"),
            Exam {
                side,
                wall_left,
                orientation,
                ..RIGHT_CC
            },
        );
        let import = import_dicom(&source, None, &target, &ImportOptions::default()).unwrap();
        let image = load_grey(target.join(&import.images[0].path)).unwrap();
        let (width, height) = image.dimensions();
        assert!(
            width < 95 && height < 150,
            "cut to the breast: {width} x {height}"
        );
        let wall = if side == "R" { width - 2 } else { 1 };
        let far = width - 1 - wall;
        assert!(image.get_pixel(wall, height / 2).0[0] > 60, "{number}");
        assert_eq!(image.get_pixel(far, 2).0[0], 0, "{number}");
        let [above, below] = [height / 4, 3 * height / 4].map(|y| image.get_pixel(wall, y).0[0]);
        assert_eq!(above < below, upside_down, "{number}");
        // 255 is the marker's grey alone.
        assert!(image.as_raw().iter().all(|v| *v < 200), "{number}");
    }
}

#[test]
fn whole_pictures_keep_their_size_and_lose_their_markers() {
    let root = tempfile::tempdir().unwrap();
    write(&root.path().join("s/1.dcm"), RIGHT_CC);
    let options = ImportOptions {
        picture: PictureOptions {
            crop: false,
            muscle: Muscle::Painted,
            ..PictureOptions::default()
        },
        ..ImportOptions::default()
    };
    let target = root.path().join("t");
    let import = import_dicom(root.path().join("s"), None, &target, &options).unwrap();
    let image = load_grey(target.join(&import.images[0].path)).unwrap();
    assert_eq!(image.dimensions(), (120, 160));
    assert!(image.as_raw().iter().all(|v| *v < 200));
}
