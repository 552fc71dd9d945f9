//! DICOM mammograms as 8-bit grey pictures, as a viewer shows them, and what their header tells of view and side.
//!
//! ```no_run
//! use dicom_grey::{Dicom, Window};
//!
//! let file = Dicom::open("1-1.dcm")?;
//! println!("{}", file.header());
//! let grey = file.grey(Window::Viewer)?;
//! # Ok::<(), dicom_grey::DicomError>(())
//! ```

mod codestream;
mod error;
mod file;
mod header;
mod lengths;
mod stored;
mod views;
mod window;

pub use error::DicomError;
pub use file::{Dicom, is_dicom};
pub use header::{Header, Intent, Kind, Side};
pub use stored::Stored;
pub use views::View;
pub use window::Window;
