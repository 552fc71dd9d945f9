//! What the head of compressed pixels says of their size, before any memory is asked for.

/// Width and height in the head of a JPEG, JPEG-LS or JPEG 2000 codestream; `None` where there is none, as in run lengths.
pub(crate) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    // JPEG 2000 in a file format of its own: the codestream begins with SOC and SIZ.
    let stream = bytes
        .windows(4)
        .take(512)
        .position(|w| w == [0xff, 0x4f, 0xff, 0x51]);
    if let Some(at) = stream {
        let word = |place: usize| {
            let four = bytes.get(at + place..at + place + 4)?;
            Some(u32::from_be_bytes(four.try_into().ok()?))
        };
        // ISO/IEC 15444-1, A.5.1: the grid's size, less the image's offset in it.
        return Some((
            word(8)?.checked_sub(word(16)?)?,
            word(12)?.checked_sub(word(20)?)?,
        ));
    }
    if !bytes.starts_with(&[0xff, 0xd8]) {
        return None;
    }
    let mut at = 2;
    while let Some(&[0xff, marker]) = bytes.get(at..at + 2) {
        let segment = bytes.get(at + 2..)?;
        match marker {
            0xff => at += 1,
            // ITU-T T.81, B.2.2: frames; C4, C8 and CC are none.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf | 0xf7 => {
                let two = |place: usize| {
                    let pair = segment.get(place..place + 2)?;
                    Some(u32::from(u16::from_be_bytes(pair.try_into().ok()?)))
                };
                return Some((two(5)?, two(3)?));
            }
            _ => at += 2 + usize::from(u16::from_be_bytes([*segment.first()?, *segment.get(1)?])),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_stands_in_the_head_of_every_kind() {
        // Start of image, an application segment, a frame of 3 x 5.
        let jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc3\x00\x0b\x0c\x00\x03\x00\x05\x01";
        assert_eq!(size(jpeg), Some((5, 3)));
        let mut j2k = vec![0xff, 0x4f, 0xff, 0x51, 0, 41, 0, 0];
        for word in [100u32, 70, 10, 20] {
            j2k.extend(word.to_be_bytes());
        }
        assert_eq!(size(&j2k), Some((90, 50)));
        assert_eq!(size(&j2k[..20]), None);
        assert_eq!(size(&jpeg[..12]), None);
        assert_eq!(size(&[2, 0, 0, 0]), None);
    }
}
