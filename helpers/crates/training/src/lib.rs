//! Training: steps, schedule, history, and the loop around them.

mod check;
mod config;
mod flat;
pub mod lock;
mod optimizer;
pub mod parallel;
mod record;
mod right_reasons;
mod run;
mod run_config;
mod run_folder;
mod schedule;
mod state;
mod step;
mod together;
mod trainer;

pub use candle_keras_ops::{Precision, Workspace};
pub use config::{ClassWeights, TrainConfig};
pub use flat::{flat_gradients, flat_part, flat_weights, set_flat_weights};
pub use optimizer::{KerasOptimizer, Optimizer, OptimizerConfig};
pub use right_reasons::{RightReasons, density_loss, outside_loss, shown_loss, tissue_loss};
pub use run::{Trained, train};
pub use run::{rate_text, run};
pub use run_config::{DataConfig, Launch, RunConfig};
pub use run_folder::{Pulse, RunFolder, RunState, RunStatus};
pub use schedule::{
    BestCheckpoint, EarlyStopping, ReduceLrOnPlateau, Schedule, with_published_rates,
};
pub use step::{
    BatchResult, MovingAverage, cross_entropy, loss_gradients, result_of, score,
    update_moving_averages,
};
pub use together::{Together, gradients};
pub use trainer::Trainer;
