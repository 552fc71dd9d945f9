//! Figures and tables as a notebook shows them.

mod axes;
mod canvas;
mod check;
mod counts;
mod figure;
mod history;
mod intervals;
mod legend;
mod pixels;
mod reliability;
mod roc;
mod style;
mod text;

pub use canvas::{Area, Canvas};
pub use counts::plot_counts;
pub use figure::Figure;
pub use history::{HistoryCurves, plot_history};
pub use intervals::{Interval, plot_intervals};
pub use reliability::{ReliabilityBin, plot_reliability};
pub use roc::{RocCurve, plot_roc};
pub use style::{okabe_ito, series_colour};
