//! Everything a notebook cell needs, in one `use helpers::prelude::*;`.

pub use crate::session::quick;
pub use crate::{candle_core, candle_nn, image, phantom, plotters, polars};
pub use candle_core::{Device, Tensor};
pub use polars::prelude::DataFrame;

pub use datasets::{MiniMiasOptions, import_mini_mias};
pub use density::cam::{
    ActivationMap, CamPictures, Colormap, FROM_TOP, PictureStyle, correlation, energy_in_mask,
    grad_cam, randomised_from_top,
};
pub use density::data::{
    AugmentConfig, Dataset, Folds, ImageFolder, Projection, Resize, Split, augment, load_grey,
};
pub use density::device::{best_device, gpu_count};
pub use density::history::History;
pub use density::merit::{
    Bootstrap, ConfusionMatrix, Interval, Report, RocCurve, expected_calibration_error,
    figures_of_merit, log_loss, per_class_frame, reliability, wilson_interval,
};
pub use density::model::{ModelCard, ResNet, ResNetConfig};
pub use density::predict::{
    Classifier, Predictions, labels_from_counts, labels_from_files, labels_from_folder,
};
pub use density::{Error, Result};
pub use figures::{
    CamLayout, CamPanel, Cell, Figure, GalleryItem, HistoryCurves, Table, TitledConfusion,
    cam_grid, gallery, plot_confusions, plot_history, plot_intervals, plot_reliability, plot_roc,
};
pub use jobs::{Follow, Job, Queue, Training};
pub use training::parallel::SlurmConfig;
pub use training::{ClassWeights, EarlyStopping, Optimizer, Precision, Schedule, TrainConfig};
