//! From stored values to the grey that a viewer shows.

use crate::error::DicomError;
use crate::header::{find, first_item, text};
use crate::stored::Stored;
use dicom_dictionary_std::tags;
use dicom_object::{InMemDicomObject, Tag};
use image::GrayImage;

/// Which of a file's values are black and which white.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Window {
    /// As a viewer shows it when it opens the file: by its VOI lookup table, else by its first window, else as
    /// [`Window::MinMax`].
    #[default]
    Viewer,
    /// As [`Window::Viewer`], by the lookup table or window of this number, from 0, where the file has several.
    Nth(usize),
    /// The least value of the picture is black, the largest white; padding is neither. (`dcmj2pnm --min-max-window`, and what
    /// medip makes of a file unless told otherwise.)
    MinMax,
    /// A window of one's own, in the units of the modality's values.
    Of {
        /// The value in the middle of the greys.
        center: f64,
        /// From black to white.
        width: f64,
    },
}

/// A lookup table. DICOM PS3.3, C.11.1.1 and C.11.2.1.1.
struct Table {
    /// The value that the first entry is for.
    first: f64,
    /// Bits of an entry.
    bits: u32,
    entries: Vec<u16>,
}

impl Table {
    fn of(item: &InMemDicomObject, is_signed: bool) -> Option<Table> {
        let descriptor = item.get(tags::LUT_DESCRIPTOR)?.to_multi_int::<i32>().ok()?;
        let [count, first, bits] = descriptor.as_slice() else {
            return None;
        };
        // 65,536 entries do not fit the field, and a sign may have been read into it, or not.
        let count = match count & 0xffff {
            0 => 65536,
            count => count as usize,
        };
        let first = match (is_signed, *first) {
            (true, first @ 32768..) => first - 65536,
            (false, first @ ..0) => first + 65536,
            (_, first) => first,
        };
        let data = item.get(tags::LUT_DATA)?;
        let mut entries = match data.to_multi_int::<u16>() {
            Ok(entries) => entries,
            Err(_) => words(&data.to_bytes().ok()?),
        };
        // Bytes, whether each is an entry or two are.
        if entries.len() >= 2 * count {
            let bytes = data.to_bytes().ok()?;
            entries = if bytes.len() >= 2 * count {
                words(&bytes)
            } else {
                bytes.iter().map(|byte| u16::from(*byte)).collect()
            };
        }
        // Two entries of 8 bits in a word.
        if *bits <= 8 && entries.len() < count && entries.len() >= count.div_ceil(2) {
            entries = entries
                .iter()
                .flat_map(|word| word.to_le_bytes())
                .map(u16::from)
                .collect();
        }
        entries.truncate(count);
        let bits = (*bits).clamp(1, 16) as u32;
        (!entries.is_empty()).then_some(Table {
            first: f64::from(first),
            bits,
            entries,
        })
    }

    fn at(&self, value: f64) -> f64 {
        let last = self.entries.len() - 1;
        let place = (value - self.first).clamp(0.0, last as f64);
        f64::from(self.entries[place as usize])
    }

    fn range(&self) -> (f64, f64) {
        (0.0, f64::from((1u32 << self.bits) - 1))
    }
}

fn words(bytes: &[u8]) -> Vec<u16> {
    let pairs = bytes.chunks_exact(2);
    pairs
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect()
}

/// How values become greys between black, 0, and white, 1.
enum Voi {
    Table(Table),
    /// Black, and white.
    Linear(f64, f64),
    Sigmoid {
        center: f64,
        width: f64,
    },
}

impl Voi {
    fn at(&self, value: f64) -> f64 {
        match self {
            Voi::Table(table) => {
                let (low, high) = table.range();
                (table.at(value) - low) / (high - low)
            }
            Voi::Linear(black, white) => ((value - black) / (white - black)).clamp(0.0, 1.0),
            Voi::Sigmoid { center, width } => 1.0 / (1.0 + (-4.0 * (value - center) / width).exp()),
        }
    }
}

/// The picture as a viewer shows it: modality's values, the window, inverted where low values are bright; padding is black.
pub(crate) fn grey(
    object: &InMemDicomObject,
    stored: &Stored,
    window: Window,
) -> Result<GrayImage, DicomError> {
    let padding = padding(object, stored);
    let modality = Modality::of(object, stored);
    let mut counts = vec![0u32; 1 << stored.bits];
    for pixel in &stored.pixels {
        counts[usize::from(*pixel)] += 1;
    }
    let is_padding =
        |bits: u16| padding.is_some_and(|(low, high)| (low..=high).contains(&stored.value(bits)));
    let seen = (0..=u16::MAX)
        .take(counts.len())
        .filter(|bits| counts[usize::from(*bits)] > 0 && !is_padding(*bits));
    let seen = seen.map(|bits| modality.at(stored.value(bits)));
    let (least, largest) = seen.fold(
        (f64::INFINITY, f64::NEG_INFINITY),
        |(least, largest), value| (least.min(value), largest.max(value)),
    );
    if least >= largest {
        return Err(DicomError::Even);
    }
    let voi = voi(object, stored, window, (least, largest))?;
    let inverted = text(object, tags::PHOTOMETRIC_INTERPRETATION)
        .eq_ignore_ascii_case("MONOCHROME1")
        || text(object, tags::PRESENTATION_LUT_SHAPE).eq_ignore_ascii_case("INVERSE");
    let greys = (0..=u16::MAX).take(counts.len()).map(|bits| {
        if is_padding(bits) {
            return 0;
        }
        let grey = voi.at(modality.at(stored.value(bits)));
        let grey = if inverted { 1.0 - grey } else { grey };
        (255.0 * grey).round() as u8
    });
    let greys = greys.collect::<Vec<_>>();
    let pixels = stored.pixels.iter().map(|bits| greys[usize::from(*bits)]);
    Ok(
        GrayImage::from_raw(stored.width, stored.height, pixels.collect())
            .expect("a pixel for each value"),
    )
}

enum Modality {
    Table(Table),
    Linear { slope: f64, intercept: f64 },
}

impl Modality {
    fn of(object: &InMemDicomObject, stored: &Stored) -> Modality {
        let table = first_item(object, tags::MODALITY_LUT_SEQUENCE);
        if let Some(table) = table.and_then(|item| Table::of(item, stored.signed)) {
            return Modality::Table(table);
        }
        let told =
            |tag: Tag, default: f64| numbers(object, tag).first().copied().unwrap_or(default);
        Modality::Linear {
            slope: told(tags::RESCALE_SLOPE, 1.0),
            intercept: told(tags::RESCALE_INTERCEPT, 0.0),
        }
    }

    fn at(&self, value: i32) -> f64 {
        match self {
            Modality::Table(table) => table.at(value.into()),
            Modality::Linear { slope, intercept } => slope * f64::from(value) + intercept,
        }
    }
}

/// The least and the largest stored value of padding, which is no part of the picture. PS3.3, C.7.5.1.1.2.
fn padding(object: &InMemDicomObject, stored: &Stored) -> Option<(i32, i32)> {
    let (least, largest) = stored.range();
    let value = |tag: Tag| {
        let value = find(object, tag)?.to_int::<i32>().ok()?;
        // Its sign may not have been read.
        let value = if stored.signed && value > i32::from(i16::MAX) {
            value - 65536
        } else {
            value
        };
        // What no pixel can have pads nothing.
        Some(value).filter(|value| (least..=largest).contains(value))
    };
    let one = value(tags::PIXEL_PADDING_VALUE)?;
    let other = value(tags::PIXEL_PADDING_RANGE_LIMIT).unwrap_or(one);
    Some((one.min(other), one.max(other)))
}

/// The lookup table or the window that is wished for; of what is absent, the whole range from `least` to `largest`.
fn voi(
    object: &InMemDicomObject,
    stored: &Stored,
    window: Window,
    (least, largest): (f64, f64),
) -> Result<Voi, DicomError> {
    let all = Voi::Linear(least, largest);
    let place = match window {
        Window::MinMax => return Ok(all),
        Window::Of { center, width } => return Ok(linear(center, width)),
        Window::Viewer => 0,
        Window::Nth(place) => place,
    };
    let tables = find(object, tags::VOILUT_SEQUENCE).and_then(|tables| tables.items());
    // What the table's first value is in: the modality's values, which may be negative.
    let table =
        tables.and_then(|tables| Table::of(tables.get(place)?, least < 0.0 || stored.signed));
    if let Some(table) = table {
        return Ok(Voi::Table(table));
    }
    let (centers, widths) = (
        numbers(object, tags::WINDOW_CENTER),
        numbers(object, tags::WINDOW_WIDTH),
    );
    let (Some(&center), Some(&width)) = (centers.get(place), widths.get(place)) else {
        return match window {
            Window::Nth(place) => Err(DicomError::NoWindow(place)),
            _ => Ok(all),
        };
    };
    Ok(
        match text(object, tags::VOILUT_FUNCTION).to_uppercase().as_str() {
            "SIGMOID" if width > 0.0 => Voi::Sigmoid { center, width },
            "LINEAR_EXACT" if width > 0.0 => {
                Voi::Linear(center - width / 2.0, center + width / 2.0)
            }
            _ if width >= 1.0 => linear(center, width),
            _ => all,
        },
    )
}

/// PS3.3, C.11.2.1.2.1: half a value off on both sides.
fn linear(center: f64, width: f64) -> Voi {
    let half = ((width - 1.0) / 2.0).max(f64::MIN_POSITIVE);
    Voi::Linear(center - 0.5 - half, center - 0.5 + half)
}

fn numbers(object: &InMemDicomObject, tag: Tag) -> Vec<f64> {
    let numbers = find(object, tag).and_then(|element| element.to_multi_float64().ok());
    let mut numbers = numbers.unwrap_or_default();
    numbers.truncate(numbers.iter().take_while(|n| n.is_finite()).count());
    numbers
}
