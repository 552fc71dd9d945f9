//! Everything a notebook cell needs, in one `use helpers::prelude::*;`.

pub use crate::loaded::ShowNothing as _;
pub use crate::{candle_core, candle_nn, image, phantom, plotters, polars};
pub use candle_core::{Device, Tensor};
pub use image::GrayImage;
pub use polars::prelude::DataFrame;

pub use datasets::{
    Import, ImportOptions, Labels, MiniMiasOptions, Muscle, PictureOptions, Window,
    fetch_published, import_cbis_ddsm, import_dicom, import_embed, import_inbreast,
    import_mini_mias, import_rsna, import_vindr,
};
pub use density::cam::{Explanation, Explanations, TissueMasks, grad_cam};
pub use density::data::{
    AugmentConfig, Classes, Dataset, Folds, ImageFolder, Patients, Projection, Resize, Split,
    load_grey, patient_of,
};
pub use density::device::best_device;
pub use density::history::History;
pub use density::merit::{
    AdaptedBorders, Bootstrap, Borders, ConfusionMatrix, Interval, Merit, PredictionSets, Report,
    Reports, RocCurve, Truth, adapt_borders, expected_calibration_error, figures_of_merit,
    reliability,
};
pub use density::model::{ModelCard, ResNet, ResNetConfig};
pub use density::predict::{
    Classifier, Classifiers, FolderPredictions, ImagePrediction, Predictions,
    ProjectionPredictions, labels_from_counts,
};
pub use density::{Error, Result};
pub use figures::{
    Cell, Figure, GalleryItem, PictureStyle, Table, gallery, plot_confusions, plot_exam,
    plot_history, plot_intervals, plot_reliability, plot_roc, plot_seen, show,
};
pub use figures::{
    DrawMaps as _, FrameTable as _, Gallery as _, ShowCheck as _, ShowImage as _, ShowText as _,
};
pub use jobs::{Follow, Job, Training};
pub use recipe::{another_clinic, plot_appearance};
pub use session::quick;
pub use training::parallel::SlurmConfig;
pub use training::{
    ClassWeights, EarlyStopping, Optimizer, Precision, RightReasons, Schedule, TrainConfig,
};
