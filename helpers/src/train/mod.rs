//! Training: steps, schedule, history.

mod schedule;
mod step;

pub use schedule::{BestCheckpoint, ReduceLrOnPlateau};
pub use step::{
    BatchResult, MovingAverage, cross_entropy, gradients, score, sgd, update_moving_averages,
};
