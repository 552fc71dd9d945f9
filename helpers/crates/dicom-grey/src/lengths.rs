//! The lengths that a DICOM file tells of its parts, before its parser asks for as much memory.

use crate::error::DicomError;
use dicom_dictionary_std::tags;
use dicom_parser::dataset::LazyDataToken;
use dicom_parser::dataset::lazy_read::LazyDataSetReader;
use dicom_parser::stateful::decode::StatefulDecode;
use dicom_transfer_syntax_registry::entries;
use std::io::{Read, Seek, SeekFrom};

/// Value representations whose length takes four bytes, behind two that are empty. DICOM PS3.5, 7.1.2.
const LONG: [&[u8; 2]; 13] = [
    b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"SV", b"UC", b"UN", b"UR", b"UT", b"UV",
];

/// Refuses a file that tells of more bytes than it has, up to its pixels or, with `pixels`, to its end. What else is wrong with
/// it is for the parser to say.
pub(crate) fn check(file: &mut (impl Read + Seek), pixels: bool) -> Result<(), DicomError> {
    let cut = |what: &str| DicomError::Unreadable(format!("{what} is longer than the file"));
    let Ok(end) = file.seek(SeekFrom::End(0)) else {
        return Ok(());
    };
    let Some(syntax) = meta(file, end)? else {
        return Ok(());
    };
    let syntax = match syntax.trim_end_matches(['\0', ' ']) {
        "1.2.840.10008.1.2" => entries::IMPLICIT_VR_LITTLE_ENDIAN.erased(),
        "1.2.840.10008.1.2.2" => entries::EXPLICIT_VR_BIG_ENDIAN.erased(),
        // Its bytes are compressed as a whole, and not read.
        "1.2.840.10008.1.2.1.99" => return Ok(()),
        _ => entries::EXPLICIT_VR_LITTLE_ENDIAN.erased(),
    };
    let Ok(mut parts) = LazyDataSetReader::new_with_ts(file, &syntax) else {
        return Ok(());
    };
    while let Some(Ok(part)) = parts.advance() {
        let (at, length, tag) = match &part {
            LazyDataToken::ElementHeader(header) if header.tag == tags::PIXEL_DATA && !pixels => {
                return Ok(());
            }
            LazyDataToken::PixelSequenceStart if !pixels => return Ok(()),
            LazyDataToken::LazyValue { header, decoder } => {
                (decoder.position(), header.len.0, header.tag.to_string())
            }
            LazyDataToken::LazyItemValue { len, decoder } => {
                (decoder.position(), *len, "a fragment of the pixels".into())
            }
            _ => continue,
        };
        if at + u64::from(length) > end {
            return Err(cut(&tag));
        }
        if part.skip().is_err() {
            return Ok(());
        }
    }
    Ok(())
}

/// Goes behind the group in front, and returns the transfer syntax that it tells; `None` where there is no such group.
fn meta(file: &mut (impl Read + Seek), end: u64) -> Result<Option<String>, DicomError> {
    let mut start = [0; 144];
    let read = file
        .seek(SeekFrom::Start(0))
        .and_then(|_| file.read_exact(&mut start));
    // The group's length stands in its first element.
    if read.is_err() || &start[128..132] != b"DICM" || start[132..136] != [2, 0, 0, 0] {
        return Ok(None);
    }
    let length = u32::from_le_bytes([start[140], start[141], start[142], start[143]]);
    let damaged = || DicomError::Unreadable("its first group is damaged".into());
    if 144 + u64::from(length) > end {
        return Err(damaged());
    }
    let mut group = vec![0; length as usize];
    file.read_exact(&mut group).map_err(|_| damaged())?;
    let (mut at, mut syntax) = (0, None);
    while at < group.len() {
        let head = group.get(at..at + 8).ok_or_else(damaged)?;
        if head[..2] != [2, 0] {
            return Err(damaged());
        }
        let long = LONG.iter().any(|vr| head[4..6] == vr[..]);
        let (length, from) = if long {
            let four = group.get(at + 8..at + 12).ok_or_else(damaged)?;
            (
                u32::from_le_bytes([four[0], four[1], four[2], four[3]]) as usize,
                at + 12,
            )
        } else {
            (usize::from(u16::from_le_bytes([head[6], head[7]])), at + 8)
        };
        let value = group
            .get(from..from.saturating_add(length))
            .ok_or_else(damaged)?;
        if head[2..4] == [0x10, 0] {
            syntax = Some(String::from_utf8_lossy(value).into_owned());
        }
        at = from + length;
    }
    Ok(syntax)
}
