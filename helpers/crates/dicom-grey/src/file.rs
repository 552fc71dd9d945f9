//! A DICOM file, from its bytes to a grey picture.

use crate::error::DicomError;
use crate::header::{Header, Intent, Kind};
use crate::lengths;
use crate::stored::{Stored, chain, compression, quietly};
use crate::window::{Window, grey};
use dicom_dictionary_std::tags;
use dicom_object::{DefaultDicomObject, OpenFileOptions};
use image::GrayImage;
use std::fs::File;
use std::io::{BufReader, Cursor};
use std::path::Path;

/// A DICOM file.
pub struct Dicom {
    object: DefaultDicomObject,
    header: Header,
}

fn unreadable(error: std::io::Error) -> DicomError {
    DicomError::Unreadable(error.to_string())
}

/// Whether the bytes are those of a DICOM file: `DICM` stands behind 128 bytes of anything.
pub fn is_dicom(bytes: &[u8]) -> bool {
    bytes.get(128..132) == Some(b"DICM")
}

impl Dicom {
    /// Reads a file, with its pixels as they are compressed.
    ///
    /// # Errors
    /// [`DicomError::Unreadable`].
    pub fn open(path: impl AsRef<Path>) -> Result<Dicom, DicomError> {
        Dicom::from_bytes(&std::fs::read(path).map_err(unreadable)?)
    }

    /// Reads a file but for its pixels, which takes a few kilobytes of it.
    ///
    /// # Errors
    /// [`DicomError::Unreadable`].
    pub fn open_header(path: impl AsRef<Path>) -> Result<Header, DicomError> {
        let path = path.as_ref();
        let options = OpenFileOptions::new().read_until(tags::PIXEL_DATA);
        let file = Dicom::read(|| {
            lengths::check(
                &mut BufReader::new(File::open(path).map_err(unreadable)?),
                false,
            )?;
            options
                .open_file(path)
                .map_err(|e| DicomError::Unreadable(chain(&e)))
        });
        Ok(file?.header)
    }

    /// The file whose bytes these are.
    ///
    /// # Errors
    /// [`DicomError::Unreadable`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Dicom, DicomError> {
        Dicom::read(|| {
            lengths::check(&mut Cursor::new(bytes), true)?;
            let object = OpenFileOptions::new().from_reader(bytes);
            object.map_err(|e| DicomError::Unreadable(chain(&e)))
        })
    }

    fn read(
        open: impl FnOnce() -> Result<DefaultDicomObject, DicomError>,
    ) -> Result<Dicom, DicomError> {
        // Parsers of damaged files may panic.
        let given_up = || DicomError::Unreadable("its parser gave up".into());
        let object = quietly(open).ok_or_else(given_up)??;
        let class = object.meta().media_storage_sop_class_uid();
        let header = Header::of(&object, class.trim_end_matches(['\0', ' ']));
        Ok(Dicom { object, header })
    }

    /// What its header tells.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The values of its pixels as they are stored.
    ///
    /// # Errors
    /// As [`Dicom::grey`], but for what the picture is and what it shows.
    pub fn stored(&self) -> Result<Stored, DicomError> {
        compression(&self.object)?;
        Stored::of(&self.object)
    }

    /// Its picture, in 8-bit grey, as a viewer shows it: the modality's lookup table or slope, then the VOI lookup table or window,
    /// then inverted where low values are bright (MONOCHROME1, or the presentation's shape INVERSE). Padding is black.
    ///
    /// Source: DICOM PS3.4, N.2; PS3.3, C.11.1 and C.11.2. Not rotated, not cut.
    ///
    /// # Errors
    /// Every kind of [`DicomError`] but the first.
    pub fn grey(&self, window: Window) -> Result<GrayImage, DicomError> {
        if self.header.intent == Intent::Processing {
            return Err(DicomError::ForProcessing);
        }
        if self.header.frames > 1 || self.header.kind == Kind::Tomosynthesis {
            return Err(DicomError::Stack(self.header.frames));
        }
        grey(&self.object, &self.stored()?, window)
    }
}
