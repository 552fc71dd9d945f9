//! Figures and tables as a notebook shows them.

mod axes;
mod cam_panel;
mod canvas;
mod cell;
mod check;
mod colour_bar;
mod confusion;
mod counts;
mod figure;
mod gallery;
mod history;
mod intervals;
mod legend;
mod pixels;
mod reliability;
mod roc;
mod style;
mod table;
mod text;
mod thumbnail;

pub use cam_panel::{CamLayout, CamPanel, cam_grid, cam_panel};
pub use canvas::{Area, Canvas};
pub use cell::Cell;
pub use colour_bar::colour_bar;
pub use confusion::{TitledConfusion, plot_confusion, plot_confusions};
pub use counts::plot_counts;
pub use figure::Figure;
pub use gallery::{GalleryItem, Mark, gallery};
pub use history::{HistoryCurves, plot_history};
pub use intervals::{Interval, plot_intervals};
pub use reliability::{ReliabilityBin, plot_reliability};
pub use roc::{RocCurve, plot_roc};
pub use style::{okabe_ito, series_colour};
pub use table::Table;
