//! Training: steps, schedule, history, and the loop around them.

mod config;
mod flat;
mod history;
mod optimizer;
mod record;
mod run;
mod run_config;
mod run_folder;
mod schedule;
mod state;
mod step;
mod tissue;
mod together;
mod trainer;

pub use candle_keras_ops::{Gradients, Precision, Workspace};
pub use config::{ClassWeights, TrainConfig};
pub use flat::{flat_gradients, flat_weights, set_flat_weights};
pub use history::{EpochRecord, History};
pub use optimizer::{Optimizer, Stepper};
pub use run::{Trained, train};
pub(crate) use run::{rate_text, run};
pub use run_config::{DataConfig, Launch, RunConfig};
pub use run_folder::{RunFolder, RunState, RunStatus};
pub use schedule::{BestCheckpoint, EarlyStopping, ReduceLrOnPlateau, Schedule};
pub use step::{
    BatchResult, MovingAverage, cross_entropy, gradients, score, sgd, update_moving_averages,
};
pub use tissue::{TissueEpoch, TissueTraining};
pub use together::{Together, gradients_together};
pub(crate) use trainer::Trainer;
