//! The residual network and its weights files.
