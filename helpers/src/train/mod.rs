//! Training: steps, schedule, history, and the loop around them.

mod config;
mod flat;
mod history;
mod optimizer;
mod run;
mod schedule;
mod step;
mod together;

pub use candle_keras_ops::{Gradients, Workspace};
pub use config::{ClassWeights, TrainConfig};
pub use flat::{flat_gradients, flat_weights, set_flat_weights};
pub use history::{EpochRecord, History};
pub use optimizer::{Optimizer, Stepper};
pub use run::{Trained, train};
pub use schedule::{BestCheckpoint, EarlyStopping, ReduceLrOnPlateau, Schedule};
pub use step::{
    BatchResult, MovingAverage, cross_entropy, gradients, score, sgd, update_moving_averages,
};
pub use together::{Together, gradients_together};
