//! Training against Keras: five SGD steps at 128x128 computed by tf-keras 2.21 from `keras/resnet_fixture.h5`, and the
//! published 100-epoch history of the tutorial.
#![allow(missing_docs)]

use candle_core::{Device, Tensor};
use candle_nn::Optimizer as _;
use density::Result;
use density::history::History;
use density::model::ResNet;
use training::{
    BestCheckpoint, KerasOptimizer, MovingAverage, OptimizerConfig, ReduceLrOnPlateau, Together,
    Workspace, flat_part, gradients, update_moving_averages, with_published_rates,
};

fn norm(t: &Tensor) -> Result<f64> {
    Ok(f64::from(t.sqr()?.sum_all()?.to_scalar::<f32>()?.sqrt()))
}

fn relative(ours: &Tensor, theirs: &Tensor) -> Result<f64> {
    assert_eq!(ours.dims(), theirs.dims());
    Ok(norm(&(ours - theirs)?)? / norm(theirs)?)
}

/// HWIO, as Keras stores kernels.
fn as_keras(t: &Tensor) -> Result<Tensor> {
    Ok(if t.rank() == 4 {
        t.permute((2, 3, 1, 0))?.contiguous()?
    } else {
        t.clone()
    })
}

#[test]
fn five_sgd_steps_follow_keras() -> Result<()> {
    let (Some(weights), Some(expected)) = (
        fixtures::shared("keras/resnet_fixture.h5"),
        fixtures::shared("keras/training.safetensors"),
    ) else {
        return Ok(());
    };
    let (model, _) = ResNet::load(weights, &Device::Cpu)?;
    let t = candle_core::safetensors::load(expected, &Device::Cpu)?;
    let losses = t["losses"].to_vec1::<f32>()?;
    let mut workspace = Workspace::default();
    let mut sgd = KerasOptimizer::new(
        model.parameters().trainable_vars(),
        OptimizerConfig::default(),
    )?;
    for (step, theirs) in losses.iter().enumerate() {
        let single = Together::single();
        let (batch, pass, gradient) =
            gradients(&model, &t["x"], &t["y"], None, &mut workspace, single)?;
        let error = (batch.loss - f64::from(*theirs)).abs() / f64::from(*theirs);
        let bound = if step < 2 { 1e-4 } else { 1e-2 };
        println!(
            "step {}: loss {} against {theirs}, {error:.1e}",
            step + 1,
            batch.loss
        );
        assert!(
            error < bound,
            "step {}: {} against {theirs}",
            step + 1,
            batch.loss
        );
        if step == 0 {
            let names = t.keys().filter_map(|k| k.strip_prefix("grad."));
            let mut compared = 0;
            for name in names {
                let ours = flat_part(model.parameters(), &gradient, name)?;
                let (ours, theirs) = (as_keras(&ours)?, &t[&format!("grad.{name}")]);
                if name.starts_with("conv2d") && name.ends_with("bias") {
                    // Zero but for rounding: a constant in front of a batch norm changes nothing. Measured against
                    // the gradient of the kernel beside it.
                    let kernel = norm(&t[&format!("grad.{}", name.replace("bias", "kernel"))])?;
                    println!(
                        "gradient of {name}: {:.1e} of its kernel's",
                        norm(&ours)? / kernel
                    );
                    assert!(
                        norm(&ours)? < 1e-4 * kernel && norm(theirs)? < 1e-3 * kernel,
                        "{name}"
                    );
                } else {
                    let error = relative(&ours, theirs)?;
                    println!("gradient of {name}: {error:.1e}");
                    assert!(error < 5e-3, "{name}: {error}");
                }
                compared += 1;
            }
            assert_eq!(compared, 16);
        }
        sgd.step_along(&gradient)?;
        // The fixture's Keras does not debias; Keras 2.2.4 does.
        update_moving_averages(&model, &pass, step + 1, MovingAverage::Plain)?;
    }
    for (name, theirs) in t
        .iter()
        .filter_map(|(k, v)| Some((k.strip_prefix("after.")?, v)))
    {
        let ours = model.parameters().get(&name.replace('.', "/"))?;
        let error = relative(ours, theirs)?;
        println!("{name} after five steps: {error:.1e}");
        assert!(error < 1e-3, "{name}: {error}");
    }
    Ok(())
}

fn column(path: &str) -> Option<Vec<f64>> {
    let text = std::fs::read_to_string(fixtures::shared(path)?).unwrap();
    Some(text.lines().map(|l| l.trim().parse().unwrap()).collect())
}

/// `upstream/golden.json`, history: from 0.01 to 0.001 at epoch 41.
#[test]
fn plateau_schedule_on_the_published_history_reduces_at_epoch_41() {
    let Some(losses) = column("upstream/CC_R_model/loss_val.txt") else {
        return;
    };
    let mut plateau = ReduceLrOnPlateau::default();
    let mut rate = 0.01;
    let mut changes = Vec::new();
    for (i, loss) in losses.iter().enumerate() {
        let next = plateau.next_rate(*loss, rate);
        if next != rate {
            changes.push((i + 1, next));
        }
        rate = next;
    }
    assert_eq!(changes, [(41, 0.001)]);
}

/// `upstream/golden.json`, history: epoch 46, 0.7960526; the file is `weights-improvement-46-0.80`.
#[test]
fn best_checkpoint_of_the_published_history_is_epoch_46() {
    let Some(accuracies) = column("upstream/CC_R_model/acc_val.txt") else {
        return;
    };
    let mut best = BestCheckpoint::default();
    for (i, accuracy) in accuracies.iter().enumerate() {
        best.is_better(i + 1, *accuracy);
    }
    let (epoch, accuracy) = best.best.unwrap();
    assert_eq!(epoch, 46);
    assert!((accuracy - 0.7960526315789473).abs() < 1e-12);
    assert_eq!(
        BestCheckpoint::file_stem(epoch, accuracy),
        "weights-improvement-46-0.80"
    );
}

/// The four published text files become a history with the schedule's rate: lower from the epoch after the 41st on.
#[test]
fn the_published_history_is_read_with_its_best_epoch_and_learning_rates() -> Result<()> {
    let Some(folder) = fixtures::shared("upstream/CC_R_model") else {
        return Ok(());
    };
    let history = with_published_rates(History::read(&folder)?);
    assert_eq!(history.epochs.len(), 100);
    assert_eq!(history.best().unwrap().epoch, 46);
    let rates = history.epochs.iter().map(|e| e.learning_rate);
    assert_eq!(rates.clone().filter(|r| *r == 0.01).count(), 41);
    assert_eq!(rates.filter(|r| *r == 0.001).count(), 59);
    // Written again, the files are the published ones to the byte.
    let copy = tempfile::tempdir().unwrap();
    history.save(copy.path())?;
    for name in [
        "loss_train.txt",
        "acc_train.txt",
        "loss_val.txt",
        "acc_val.txt",
    ] {
        let read = |folder: &std::path::Path| std::fs::read(folder.join(name)).unwrap();
        assert!(read(copy.path()) == read(&folder), "{name}");
    }
    Ok(())
}
