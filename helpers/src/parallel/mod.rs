//! Several processes that train one network: each has a rank, its own part of every batch, and the same weights.

mod ranks;

pub use ranks::{Alone, Ranks};
