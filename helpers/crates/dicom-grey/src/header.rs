//! What the header of a DICOM mammogram tells of patient, view and side.

use crate::views::{View, partial};
use dicom_dictionary_std::tags;
use dicom_object::{InMemDicomObject, Tag};

/// Which breast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The right one.
    Right,
    /// The left one.
    Left,
}

/// What a picture was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// To be looked at, or not told, as in scanned film.
    Presentation,
    /// For programs: what the detector measured.
    Processing,
}

/// What kind of picture it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// One exposure of a detector, or a scanned film.
    Mammogram,
    /// Computed from tomosynthesis: C-View, Insight, V-Preview, Intelligent 2D.
    Synthetic,
    /// The slices or the projections of a tomosynthesis.
    Tomosynthesis,
    /// None of a breast.
    Other,
}

/// What the header of a mammogram tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Patient ID; empty where it was taken out.
    pub patient: String,
    /// The unique identifier of the examination.
    pub study: String,
    /// The view.
    pub view: View,
    /// The breast; `None` where none is told, or both.
    pub side: Option<Side>,
    /// Spot compression, magnification and other views of a part.
    pub partial: Option<&'static str>,
    /// The kind of picture.
    pub kind: Kind,
    /// What it was made for.
    pub intent: Intent,
    /// Who made the device.
    pub manufacturer: String,
    /// Where the patient's front and foot are: the directions of its rows (as `A`, `P`) and of its columns (as `F`, `L`).
    pub orientation: Option<[String; 2]>,
    /// Frames: 1 of all but tomosynthesis.
    pub frames: u32,
    /// The name of the object's class: `1.2.840.10008.5.1.4.1.1.1.2` of digital mammograms for presentation.
    pub class: String,
}

/// Tomosynthesis: slices, and the projections that they are computed from.
const TOMOSYNTHESIS: [&str; 3] = [
    "1.2.840.10008.5.1.4.1.1.13.1.3",
    "1.2.840.10008.5.1.4.1.1.13.1.4",
    "1.2.840.10008.5.1.4.1.1.13.1.5",
];
const FOR_PROCESSING: [&str; 2] = [
    "1.2.840.10008.5.1.4.1.1.1.2.1",
    "1.2.840.10008.5.1.4.1.1.13.1.5",
];
/// Names that vendors give to two-dimensional views of tomosynthesis, in the series' description.
const SYNTHETIC: [&str; 7] = [
    "C-VIEW",
    "CVIEW",
    "INTELLIGENT 2D",
    "SYNTHETIC",
    "V-PREVIEW",
    "INSIGHT 2D",
    "GENERATED_2D",
];
/// What modality a mammogram may say it is of: scanned film has these beside MG.
const MODALITIES: [&str; 7] = ["MG", "RG", "DX", "CR", "OT", "XC", ""];

impl Header {
    pub(crate) fn of(object: &InMemDicomObject, class: &str) -> Header {
        let text = |tag: Tag| text(object, tag);
        let kinds = format!(
            "{}\\{}",
            text(tags::IMAGE_TYPE),
            text(tags::SERIES_DESCRIPTION)
        );
        let kinds = kinds.to_uppercase();
        let frames = number(object, tags::NUMBER_OF_FRAMES).unwrap_or(1).max(1);
        let kind = match () {
            () if !MODALITIES.contains(&text(tags::MODALITY).to_uppercase().as_str()) => {
                Kind::Other
            }
            () if SYNTHETIC.iter().any(|name| kinds.contains(name)) && frames == 1 => {
                Kind::Synthetic
            }
            () if TOMOSYNTHESIS.contains(&class) || frames > 1 => Kind::Tomosynthesis,
            // Slices and projections that were written as pictures of their own.
            () if text(tags::IMAGE_TYPE).to_uppercase().contains("TOMO") => Kind::Tomosynthesis,
            () => Kind::Mammogram,
        };
        let processing = text(tags::PRESENTATION_INTENT_TYPE)
            .eq_ignore_ascii_case("FOR PROCESSING")
            || FOR_PROCESSING.contains(&class);
        let orientation = text(tags::PATIENT_ORIENTATION);
        let directions = orientation.split_once('\\');
        Header {
            patient: text(tags::PATIENT_ID),
            study: text(tags::STUDY_INSTANCE_UID),
            view: view(object),
            side: side(object),
            partial: partial_view(object),
            kind,
            intent: if processing {
                Intent::Processing
            } else {
                Intent::Presentation
            },
            manufacturer: text(tags::MANUFACTURER),
            orientation: directions
                .map(|(row, column)| [row.trim(), column.trim()].map(String::from)),
            frames,
            class: class.into(),
        }
    }
}

impl std::fmt::Display for Header {
    /// One line: kind, view, side, patient.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = match self.kind {
            Kind::Mammogram => "mammogram",
            Kind::Synthetic => "synthetic view of a tomosynthesis",
            Kind::Tomosynthesis => "tomosynthesis",
            Kind::Other => "no mammogram",
        };
        let side = match self.side {
            Some(Side::Right) => "right",
            Some(Side::Left) => "left",
            None => "side not told",
        };
        write!(f, "{kind}, {} {side}", self.view)?;
        if let Some(partial) = self.partial {
            write!(f, ", {partial}")?;
        }
        if self.intent == Intent::Processing {
            write!(f, ", for processing")?;
        }
        match self.patient.as_str() {
            "" => write!(f, ", patient not told"),
            patient => write!(f, ", patient {patient}"),
        }
    }
}

fn view(object: &InMemDicomObject) -> View {
    let named = View::named(&text(object, tags::VIEW_POSITION));
    if named != View::Untold {
        return named;
    }
    match first_item(object, tags::VIEW_CODE_SEQUENCE) {
        Some(code) => View::coded(
            &text(code, tags::CODE_VALUE),
            &text(code, tags::CODE_MEANING),
        ),
        None => View::Untold,
    }
}

fn side(object: &InMemDicomObject) -> Option<Side> {
    let told = [
        tags::IMAGE_LATERALITY,
        tags::LATERALITY,
        tags::FRAME_LATERALITY,
    ];
    let told = told.into_iter().map(|tag| text(object, tag).to_uppercase());
    told.filter(|told| !told.is_empty())
        .find_map(|told| match told.as_str() {
            "R" | "RIGHT" => Some(Side::Right),
            "L" | "LEFT" => Some(Side::Left),
            _ => None,
        })
}

fn partial_view(object: &InMemDicomObject) -> Option<&'static str> {
    // Modifiers lie within the view's code, and beside it in older files.
    let within = first_item(object, tags::VIEW_CODE_SEQUENCE);
    let modifiers = within.into_iter().chain([object]).filter_map(|of| {
        let modifiers = of.get(tags::VIEW_MODIFIER_CODE_SEQUENCE)?;
        modifiers.items()
    });
    let coded = modifiers.flatten().find_map(|code| {
        partial(
            &text(code, tags::CODE_VALUE),
            &text(code, tags::CODE_MEANING),
        )
    });
    // Paddles that press a part alone, and the factor by which the picture is enlarged.
    let paddle = text(object, tags::PADDLE_DESCRIPTION).to_uppercase();
    let factor = text(object, tags::ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR);
    coded.or_else(|| match () {
        () if paddle.contains("SPOT") => Some("spot compression"),
        () if factor.parse().is_ok_and(|factor: f64| factor > 1.4) => Some("magnification"),
        () => None,
    })
}

/// The first item of a sequence.
pub(crate) fn first_item(object: &InMemDicomObject, tag: Tag) -> Option<&InMemDicomObject> {
    find(object, tag)?.items()?.first()
}

/// An element of the object, or of the macros that all its frames share, or those of the first frame.
pub(crate) fn find(
    object: &InMemDicomObject,
    tag: Tag,
) -> Option<&dicom_object::mem::InMemElement> {
    if let Some(found) = object.get(tag) {
        return Some(found);
    }
    let groups = [
        tags::SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
        tags::PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
    ];
    groups.into_iter().find_map(|groups| {
        let macros = object.get(groups)?.items()?.first()?;
        macros.get(tag).or_else(|| {
            let first = macros
                .iter()
                .filter_map(|sequence| sequence.items()?.first());
            first.into_iter().find_map(|item| item.get(tag))
        })
    })
}

/// The text of an element, without blanks around it; empty where there is none.
pub(crate) fn text(object: &InMemDicomObject, tag: Tag) -> String {
    let text = find(object, tag).and_then(|element| element.to_str().ok());
    let text = text.unwrap_or_default();
    text.trim_matches(|c: char| c.is_whitespace() || c == '\0')
        .into()
}

/// The first number of an element.
pub(crate) fn number(object: &InMemDicomObject, tag: Tag) -> Option<u32> {
    find(object, tag)?.to_int().ok()
}
