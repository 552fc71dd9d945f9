//! Which patient an image is of, where names are not the tutorial's: CBIS-DDSM, INbreast, VinDr-Mammo, tables.
#![allow(missing_docs)]

use density::Result;
use density::data::{Folds, ImageFolder, Patients};
use density::merit::{Bootstrap, ConfusionMatrix};
use density::predict::{Predictions, TrueLabels, labels_from_files, labels_from_folder};
use image::{GrayImage, Luma};
use std::path::Path;
use tempfile::TempDir;

/// A folder of classes with pictures of these names, `B/P_00001_LEFT_CC.png`.
fn folder(names: &[&str]) -> TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    for (step, name) in (1..).zip(names) {
        let path = root.path().join("CC_L/test").join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        let image = GrayImage::from_fn(20, 20, |x, y| Luma([(x * step + y * 3) as u8]));
        image.save(path).expect("a picture");
    }
    root
}

fn test_of(root: &TempDir) -> Result<ImageFolder> {
    ImageFolder::open(root.path().join("CC_L/test"))
}

fn predictions(naming: Patients, rows: &[(&str, &str, f64)]) -> Result<Predictions> {
    let files = rows.iter().map(|(file, class, _)| (*file, *class));
    let labels = labels_from_files(["A", "B"], &files.collect::<Vec<_>>())?;
    let probabilities = rows.iter().map(|(_, _, p)| vec![*p, 1.0 - p]).collect();
    Ok(Predictions::new(labels, probabilities)?.with_patients(&naming))
}

#[test]
fn names_of_public_data_sets_tell_their_patients_by_a_pattern() -> Result<()> {
    for (pattern, name, patient) in [
        ("P_{patient}_*", "P_00001_LEFT_CC.png", "00001"),
        (
            "*P_{patient}_*",
            "Mass-Training_P_00001_LEFT_CC_1.dcm",
            "00001",
        ),
        (
            "*_{patient}_*",
            "20586908_6c613a14b80a8591_MG_R_CC_ANON.png",
            "6c613a14b80a8591",
        ),
        (
            "{patient}/*",
            "images/48575a27b7c992427041a82fa750d3fa/26de4993fa6b8ae50a91c8baf49b92b0.dicom",
            "48575a27b7c992427041a82fa750d3fa",
        ),
        ("{patient}-*", "1.2.840.113-left.tiff", "1.2.840.113"),
        ("{patient}", "1.2.840.113", "1.2.840.113"),
        ("mdb{patient}", "A/mdb001.pgm", "001"),
        ("(a+b)_{patient}_*.v2", "(a+b)_7_x.v2.png", "7"),
        // In letters of any script.
        ("пациент_{patient}_*", "пациент_Ёж_1.png", "Ёж"),
    ] {
        let naming = Patients::pattern(pattern)?;
        assert_eq!(
            naming.of(name).as_deref(),
            Some(patient),
            "{pattern} {name}"
        );
    }
    for (pattern, name) in [
        ("P_{patient}_*", "Q_1_x.png"),
        ("P_{patient}_*", "P_1.png"),
        ("{patient}/*", "1.png"),
        // A * is no folder.
        ("P_{patient}_*", "P_cbis_2024/other.png"),
        ("*_{patient}_*", "my_data_set/A/1.png"),
    ] {
        assert_eq!(
            Patients::pattern(pattern)?.of(name),
            None,
            "{pattern} {name}"
        );
    }
    for pattern in ["", "P_*", "{patient}_{patient}"] {
        let refused = Patients::pattern(pattern).err().map(|e| e.to_string());
        assert!(
            refused.is_some_and(|e| e.contains("{patient}")),
            "{pattern}"
        );
    }
    Ok(())
}

#[test]
fn a_table_tells_whoever_wrote_it() -> Result<()> {
    let root = tempfile::tempdir().expect("a temporary folder");
    let path = root.path().join("who.csv");
    let wide = |text: &str| {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect::<Vec<_>>()
    };
    for bytes in [
        b"file,patient\n1.png,x 1\nstudy/2,y\n".to_vec(),
        b"\xef\xbb\xbfPatient;age;File\r\nx 1;40;1\r\ny;50;study\\2.PNG\r\n".to_vec(),
        b"file\tpatient\n\"1.dcm\"\tx 1\n./study/2.png\ty\n\t\n".to_vec(),
        wide("file,patient\n1.png,x 1\nstudy/2.png,y\n"),
    ] {
        std::fs::write(&path, bytes).expect("a file");
        let table = Patients::table(&path)?;
        let of = |name: &str| table.of(name);
        assert_eq!(of("CC_R/test/A/1.png").as_deref(), Some("x 1"));
        assert_eq!(of("CC_R/test/A/study/2.png").as_deref(), Some("y"));
        assert_eq!(of("2.png"), None);
        assert_eq!(of("other/2.png"), None);
    }
    for (text, named) in [
        ("", "no CSV table"),
        ("file,woman\n1.png,x\n", "the columns file, woman"),
        ("file,patient\n", "names no image"),
        (
            "file,patient\n1.png,x\n1.jpg,y\n",
            "1.jpg is of patient y, and above of x",
        ),
    ] {
        std::fs::write(&path, text).expect("a file");
        let refused = Patients::table(&path).unwrap_err().to_string();
        assert!(
            refused.contains("who.csv") && refused.contains(named),
            "{refused}"
        );
    }
    Ok(())
}

#[test]
fn a_data_set_states_how_its_patients_are_told_and_folds_keep_them_together() -> Result<()> {
    let names = [
        "A/P_1_CC_a.png",
        "A/P_1_CC_b.png",
        "A/P_2_CC_a.png",
        "B/P_3_CC_a.png",
        "B/P_3_CC_b.png",
        "B/P_4_CC_a.png",
    ];
    let root = folder(&names);
    // By the tutorial's way of naming all are of one patient, P.
    let folds = Folds::new(2, 0);
    let refused = folds.split(&test_of(&root)?, 1).unwrap_err().to_string();
    for part in [
        "all 6 images are of one patient, \"P\"",
        "P_1_CC_a.png",
        "patients.txt",
    ] {
        assert!(refused.contains(part), "{refused}");
    }
    let stated = [
        ("patients.txt", "# CBIS-DDSM\nP_{patient}_*\n"),
        (
            "patients.csv",
            "file,patient\nP_1_CC_a,1\nP_1_CC_b,1\nP_2_CC_a,2\nP_3_CC_a,3\nP_3_CC_b,3\nP_4_CC_a,4\n",
        ),
    ];
    for (file, text) in stated {
        let path = root.path().join(file);
        std::fs::write(&path, text).expect("a file");
        let images = test_of(&root)?;
        assert_eq!(images.patients()?, ["1", "1", "2", "3", "3", "4"], "{file}");
        let (train, validate) = folds.split(&images, 1)?;
        let (ours, theirs) = (train.patients()?, validate.patients()?);
        assert!(
            ours.iter().all(|patient| !theirs.contains(patient)),
            "{ours:?} {theirs:?}"
        );
        assert_eq!(ours.len() + theirs.len(), 6);
        std::fs::remove_file(path).expect("a file");
    }
    std::fs::write(root.path().join("patients.txt"), "\nP_*\n").expect("a file");
    let refused = test_of(&root)?.patients().unwrap_err().to_string();
    assert!(
        refused.contains("patients.txt") && refused.contains("line 2"),
        "{refused}"
    );
    let unnamed = folder(&["A/P_1_x.png", "B/other.png"]);
    let images = test_of(&unnamed)?.with_patients(Patients::pattern("P_{patient}_*")?);
    let refused = folds.split(&images, 1).unwrap_err().to_string();
    assert!(
        refused.contains("other.png") && refused.contains("nothing tells its patient"),
        "{refused}"
    );
    Ok(())
}

#[test]
fn a_bootstrap_draws_patients_and_refuses_one_for_all_images() -> Result<()> {
    let rows = [
        ("P_1_LEFT_CC.png", "A", 0.9),
        ("P_1_LEFT_MLO.png", "A", 0.8),
        ("P_2_LEFT_CC.png", "A", 0.2),
        ("P_3_LEFT_CC.png", "B", 0.1),
    ];
    let accuracy = |p: &Predictions| Ok(ConfusionMatrix::of(p)?.accuracy());
    let bootstrap = Bootstrap::default();
    let refused = bootstrap.interval(&predictions(Patients::default(), &rows)?, accuracy);
    let refused = refused.unwrap_err().to_string();
    assert!(
        refused.contains("one patient, \"P\"") && refused.contains("P_1_LEFT_CC.png"),
        "{refused}"
    );
    let told = predictions(Patients::pattern("P_{patient}_*")?, &rows)?;
    let interval = bootstrap.interval(&told, accuracy)?;
    assert!(interval.low < 0.75 && interval.high > 0.75, "{interval}");
    Ok(())
}

#[test]
fn averages_match_patients_whatever_the_order_and_a_missing_one_is_an_error() -> Result<()> {
    let naming = Patients::pattern("P_{patient}_*")?;
    let cc = predictions(
        naming.clone(),
        &[
            ("P_1_LEFT_CC.png", "A", 1.0),
            ("P_2_LEFT_CC.png", "A", 0.5),
            ("P_3_LEFT_CC.png", "B", 0.0),
        ],
    )?;
    let mlo = predictions(
        naming.clone(),
        &[
            ("P_2_LEFT_MLO.png", "A", 0.25),
            ("P_1_LEFT_MLO.png", "A", 0.5),
            ("P_3_LEFT_MLO.png", "B", 0.5),
        ],
    )?;
    let both = Predictions::average(&[&cc, &mlo])?;
    let of_a = both
        .probabilities
        .iter()
        .map(|row| row[0])
        .collect::<Vec<_>>();
    assert_eq!(of_a, [0.75, 0.375, 0.25]);
    assert_eq!(both.files, ["1", "2", "3"]);
    assert_eq!(both.patients(), cc.patients());
    // And again with another average.
    assert_eq!(Predictions::average(&[&both, &mlo])?.len(), 3);

    let other = predictions(
        naming.clone(),
        &[
            ("P_1_LEFT_MLO.png", "A", 0.5),
            ("P_4_LEFT_MLO.png", "A", 0.5),
            ("P_3_x.png", "B", 0.5),
        ],
    )?;
    let refused = Predictions::average(&[&cc, &other])
        .unwrap_err()
        .to_string();
    assert!(
        refused.contains("set 2 has no image of patient 2 for P_2_LEFT_CC.png"),
        "{refused}"
    );
    let longer = predictions(
        naming.clone(),
        &[
            ("P_1_a.png", "A", 0.5),
            ("P_2_a.png", "A", 0.5),
            ("P_3_a.png", "B", 0.5),
            ("P_3_b.png", "B", 0.5),
        ],
    )?;
    let refused = Predictions::average(&[&cc, &longer])
        .unwrap_err()
        .to_string();
    assert!(
        refused.contains("set 1 has no image of patient 3 for P_3_b.png"),
        "{refused}"
    );
    let classes = predictions(
        naming,
        &[
            ("P_1_a.png", "A", 0.5),
            ("P_2_a.png", "B", 0.5),
            ("P_3_a.png", "B", 0.5),
        ],
    )?;
    let refused = Predictions::average(&[&cc, &classes])
        .unwrap_err()
        .to_string();
    assert!(
        refused.contains("patient 2 is of class A and B"),
        "{refused}"
    );
    Ok(())
}

#[test]
fn images_of_one_name_in_two_studies_keep_their_patients_in_predictions() -> Result<()> {
    let root = folder(&["A/study1/1.png", "A/study2/1.png", "B/study3/1.png"]);
    std::fs::write(root.path().join("patients.txt"), "{patient}/*").expect("a file");
    let labels = labels_from_folder(&test_of(&root)?)?;
    assert_eq!(
        labels.files,
        ["study1/1.png", "study2/1.png", "study3/1.png"]
    );
    let predictions = Predictions::new(labels, vec![vec![0.5, 0.5]; 3])?;
    let known = |name: &str| Some(name.to_string());
    assert_eq!(
        predictions.patients(),
        [known("study1"), known("study2"), known("study3")]
    );
    Ok(())
}

#[test]
fn folders_of_the_data_set_itself_are_no_patients() -> Result<()> {
    let root = folder(&["A/1.png", "A/study/2.png", "B/3.png"]);
    for pattern in ["{patient}/*", "*/{patient}/*"] {
        let images = test_of(&root)?.with_patients(Patients::pattern(pattern)?);
        let refused = images.patients().unwrap_err().to_string();
        assert!(refused.contains("A/1.png: nothing tells"), "{refused}");
    }
    Ok(())
}

#[test]
fn a_table_with_folders_is_known_after_prediction_and_the_nearest_one_counts() -> Result<()> {
    let root = folder(&["A/1.png", "B/1.png"]);
    std::fs::write(
        root.path().join("patients.csv"),
        "file,patient\nCC_L/test/A/1.png,x\nCC_L/test/B/1.png,y\n",
    )
    .expect("a file");
    let known = |name: &str| Some(name.to_string());
    let of = |labels: TrueLabels| -> Result<_> {
        Ok(Predictions::new(labels, vec![vec![0.5, 0.5]; 2])?.patients())
    };
    assert_eq!(
        of(labels_from_folder(&test_of(&root)?)?)?,
        [known("x"), known("y")]
    );
    std::fs::write(root.path().join("CC_L/patients.txt"), "{patient}").expect("a file");
    let refused = test_of(&root)?.patients().unwrap_err().to_string();
    assert!(refused.contains("one patient, \"1\""), "{refused}");
    // A table of something else is told where patients are asked for, and nowhere else.
    std::fs::remove_file(root.path().join("CC_L/patients.txt")).expect("a file");
    std::fs::write(root.path().join("patients.csv"), "id;age\n1;40\n").expect("a file");
    assert_eq!(
        of(labels_from_folder(&test_of(&root)?)?)?,
        [known("1"), known("1")]
    );
    let refused = test_of(&root)?.patients().unwrap_err().to_string();
    assert!(refused.contains("the columns id, age"), "{refused}");
    Ok(())
}

#[test]
fn folders_that_are_trained_on_together_keep_what_each_states() -> Result<()> {
    let (one, other) = (
        folder(&["A/1_a.png", "B/2_a.png"]),
        folder(&["A/P_1.png", "B/P_2.png"]),
    );
    std::fs::write(other.path().join("patients.txt"), "P_{patient}").expect("a file");
    let both = test_of(&one)?.and(&test_of(&other)?)?;
    assert_eq!(both.patients()?, ["1", "2", "1", "2"]);
    Ok(())
}

#[test]
fn names_that_tell_no_patient_are_not_averaged_row_by_row() -> Result<()> {
    let naming = Patients::pattern("P_{patient}_*")?;
    let rows = [("P_1_x.png", "A", 1.0), ("other.png", "A", 0.5)];
    let refused = Predictions::average(&[
        &predictions(naming.clone(), &rows)?,
        &predictions(naming, &rows)?,
    ]);
    let refused = refused.unwrap_err().to_string();
    assert!(
        refused.contains("nothing tells the patient of other.png"),
        "{refused}"
    );
    // Patients with dots, as DICOM's, stay what they are.
    let of = |view: &str| {
        let files = [1, 2].map(|n| format!("1.2.840.{n}_{view}.png"));
        predictions(
            Patients::default(),
            &[(&files[0], "A", 0.5), (&files[1], "A", 0.5)],
        )
    };
    let both = Predictions::average(&[&of("CC")?, &of("MLO")?])?;
    let known = |name: &str| Some(name.to_string());
    assert_eq!(both.patients(), [known("1.2.840.1"), known("1.2.840.2")]);
    Ok(())
}

#[test]
fn the_names_at_hand_of_cbis_are_refused_until_a_pattern_tells() -> Result<()> {
    let Some(names) = fixtures::shared("cases/06a_cbis_names") else {
        return Ok(());
    };
    let test = ["test", "CC_L/test", "CC_R/test"].map(|below| names.join(below));
    let images = match test.iter().find(|path| path.is_dir()) {
        Some(test) => ImageFolder::open(test)?,
        None => ImageFolder::open(&names)?,
    };
    assert!(
        images
            .patients()
            .unwrap_err()
            .to_string()
            .contains("one patient, \"P\"")
    );
    let told = images
        .with_patients(Patients::pattern("P_{patient}_*")?)
        .patients()?;
    assert!(told.iter().any(|patient| patient != &told[0]), "{told:?}");
    assert!(Path::new(&told[0]).extension().is_none());
    Ok(())
}
