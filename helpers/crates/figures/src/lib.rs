//! Figures and tables as a notebook shows them.
//!
//! A chart is a function of plain numbers that returns a [`Figure`]; [`Figure::draw`] is the way to a chart of one's
//! own. Letters come from the DejaVu Sans in `assets/`, so a figure looks the same on every computer.

pub mod axes;
pub mod axis;
mod canvas;
mod cell;
pub mod check;
mod colormap;
mod colour_bar;
mod confusion;
mod contours;
mod exam;
mod figure;
mod gallery;
mod histories;
mod history;
mod history_curves;
mod intervals;
pub mod legend;
mod map_grid;
mod map_pictures;
mod reliability;
mod results;
mod roc;
pub mod style;
mod svg;
mod table;
mod text;
mod thumbnail;
mod tissue;

pub use canvas::{Area, Canvas, DrawResult};
pub use cell::Cell;
pub use colormap::Colormap;
pub use colour_bar::colour_bar;
pub use confusion::{plot_confusion, plot_confusions};
pub use contours::{Contour, find_contours};
pub use exam::plot_exam;
pub use figure::Figure;
pub use gallery::{GalleryItem, GalleryMark, gallery};
pub use histories::plot_histories;
pub use history::plot_history;
pub use intervals::plot_intervals;
pub use map_grid::{MapLayout, map_grid};
pub use map_pictures::{
    HOT, MapPictures, PictureStyle, published_contours, published_overlay, readable_overlay,
};
pub use plotters;
pub use reliability::plot_reliability;
pub use results::{DrawMaps, FrameTable, Gallery, ShowCheck, ShowImage, ShowText, display, show};
pub use roc::plot_roc;
pub use style::{okabe_ito, series_colour};
pub use table::Table;
pub use tissue::{plot_seen, tissue_overlay};
