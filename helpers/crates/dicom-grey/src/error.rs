//! Why a DICOM file gives no picture.

/// Why a DICOM file gives no picture, as a sentence that follows its name: what the file is, and what to do.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum DicomError {
    /// It cannot be parsed.
    #[error("is no DICOM file that can be read ({0}), damaged or cut short: fetch it again")]
    Unreadable(String),
    /// The pixels of its detector are not made for the eye.
    #[error(
        "holds what the detector measured (Presentation Intent Type FOR PROCESSING), which is dark where the breast is dense and \
         was never made to be looked at; take the FOR PRESENTATION image of the same view"
    )]
    ForProcessing,
    /// It holds several frames.
    #[error(
        "is a stack of {0} frames, as tomosynthesis gives; take the two-dimensional view of the same breast"
    )]
    Stack(u32),
    /// Its pixels are compressed in a way that nothing here reads.
    #[error(
        "is compressed as {0}, which is not read; write it uncompressed first, with `gdcmconv --raw <file> <new file>`"
    )]
    Compression(String),
    /// It has no picture: a report, a presentation state.
    #[error("has no pixels: it is {0}; leave it out")]
    NoPixels(String),
    /// Its pixels are none of grey values.
    #[error("has pixels of a kind that mammograms do not have ({0}); leave it out")]
    Pixels(String),
    /// Its pixels cannot be decoded.
    #[error("has pixels that cannot be decoded ({0}), damaged or cut short: fetch it again")]
    Damaged(String),
    /// It has fewer windows than the one asked for.
    #[error("has no window number {0}, counted from 0; Window::Viewer takes its first")]
    NoWindow(usize),
    /// Its picture shows one value everywhere.
    #[error("has the same value at every pixel: there is nothing to see in it; leave it out")]
    Even,
}
