//! The shipped networks on the shipped test set: what the tutorial says of them holds.
#![allow(missing_docs)]

use candle_core::Device;
use density::Result;
use density::cam::TissueMasks;
use density::data::Projection;
use density::predict::Classifier;

const WEIGHTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../weights");
const TESTSET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../testset");

#[test]
fn maps_have_the_published_size_and_their_evidence_lies_in_the_breast() -> Result<()> {
    for projection in Projection::ALL {
        let network = Classifier::for_projection(WEIGHTS, projection, &Device::Cpu)?;
        let images = network.open_folder(format!("{TESTSET}/{projection}/test"))?;
        let maps = network.explain(&images.first(2))?;
        assert!(maps.iter().all(|e| e.map.coarse_size == (21, 21)));
        let table = maps.energy_on(&TissueMasks::of_projection(TESTSET, projection))?;
        let beside = table.column("beside the breast")?.f64()?;
        let beside = beside.into_no_null_iter().sum::<f64>() / beside.len() as f64;
        assert!(beside < 0.02, "{projection}: {table}");
    }
    Ok(())
}

#[test]
fn the_percent_density_that_they_see_is_near_the_true_one() -> Result<()> {
    let (mut error, mut count) = (0.0, 0.0);
    let (mut both, mut each) = (0, 0);
    for projection in Projection::ALL {
        let network = Classifier::for_projection(WEIGHTS, projection, &Device::Cpu)?;
        let images = network.open_folder(format!("{TESTSET}/{projection}/test"))?;
        for (path, _) in images.images() {
            let seen = network.tissue(path)?;
            let truth = seen.truth(path)?.expect("the test set has masks");
            error += (seen.percent_density() - truth.percent_density()).abs();
            count += 1.0;
            let overlap = seen.overlap(&truth);
            both += overlap.0;
            each += overlap.1;
        }
    }
    assert!(error / count < 4.0, "mean absolute error {}", error / count);
    let dice = 2.0 * both as f64 / each as f64;
    assert!(dice > 0.75, "Dice {dice}");
    Ok(())
}
