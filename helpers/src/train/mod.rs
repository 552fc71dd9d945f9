//! Training: steps, schedule, history, and the loop around them.

mod config;
mod history;
mod run;
mod schedule;
mod step;

pub use candle_keras_ops::{Gradients, Workspace};
pub use config::TrainConfig;
pub use history::{EpochRecord, History};

pub use run::{Trained, train};
pub use schedule::{BestCheckpoint, ReduceLrOnPlateau};
pub use step::{
    BatchResult, MovingAverage, cross_entropy, gradients, score, sgd, update_moving_averages,
};
