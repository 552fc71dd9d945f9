//! Trainings in the background: launched from a cell, watched, stopped and resumed from others, by this kernel or the
//! next one. A job is a process of its own; all that is known of it stands in its run's folder.

mod job;
mod launch;
mod memory;
mod queue;
mod table;
mod training;
mod worker;

pub use self::training::{Training, TrainingQueue};
pub use job::{Follow, Job};
pub use queue::Queue;
pub use table::Jobs;
pub use worker::work;
