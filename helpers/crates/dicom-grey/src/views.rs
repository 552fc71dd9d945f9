//! The names and codes of mammographic views.

/// A mammographic view. DICOM PS3.16, CID 4014.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// Craniocaudal.
    Cc,
    /// Mediolateral oblique.
    Mlo,
    /// Any other one, by its short name, as ML or XCCL: none that a screening examination has.
    Other(String),
    /// None is told.
    Untold,
}

/// Short name, the code of SNOMED CT, the code of SNOMED RT that older files have.
const CODES: [(&str, &str, &str); 12] = [
    ("CC", "399162004", "R-10242"),
    ("MLO", "399368009", "R-10226"),
    ("ML", "399260004", "R-10224"),
    ("LM", "399352003", "R-10228"),
    ("LMO", "399099002", "R-10230"),
    ("FB", "399196006", "R-10244"),
    ("SIO", "399188001", "R-102D0"),
    ("ISO", "441555000", "R-40AAA"),
    ("XCC", "399265009", "R-102CF"),
    ("XCCL", "399192008", "R-1024A"),
    ("XCCM", "399101009", "R-1024B"),
    ("SPECIMEN", "127457009", "G-8310"),
];

/// Modifiers of views of a part of the breast, enlarged or pressed anew: PS3.16, CID 4015.
const PARTIAL: [(&str, &str, &str); 8] = [
    ("magnification", "399163009", "R-102D6"),
    ("spot compression", "399055006", "R-102D7"),
    ("cleavage", "399161006", "R-102D2"),
    ("axillary tail", "399011000", "R-102D1"),
    ("tangential", "399110001", "R-102C2"),
    ("infra-mammary fold", "442593008", "R-40ABE"),
    ("axillary tissue", "442580003", "R-40AB2"),
    ("anterior compression", "441752004", "P2-00161"),
];

impl View {
    /// The view of a short name or of its words: `CC`, `mlo`, `cranio-caudal`.
    pub fn named(name: &str) -> View {
        let name = name.trim().to_uppercase();
        let letters = name.chars().filter(|c| c.is_alphanumeric());
        match letters.collect::<String>().as_str() {
            "" => View::Untold,
            "CC" | "CRANIOCAUDAL" => View::Cc,
            "MLO" | "MEDIOLATERALOBLIQUE" => View::Mlo,
            _ => View::Other(name),
        }
    }

    /// The view of a code, and of its meaning where the code is not known.
    pub(crate) fn coded(code: &str, meaning: &str) -> View {
        match short(&CODES, code) {
            Some(name) => View::named(name),
            None => View::named(meaning),
        }
    }
}

impl std::fmt::Display for View {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(match self {
            View::Cc => "CC",
            View::Mlo => "MLO",
            View::Other(name) => name,
            View::Untold => "?",
        })
    }
}

/// What a modifier of a view says of a part of the breast: magnification, spot compression and their like. `None` for those
/// of a whole breast (rolled, implant displaced, nipple in profile).
pub(crate) fn partial(code: &str, meaning: &str) -> Option<&'static str> {
    let meaning = meaning.to_lowercase();
    let named = PARTIAL.iter().map(|(name, ..)| *name);
    short(&PARTIAL, code).or_else(|| {
        named
            .into_iter()
            .find(|name| !meaning.is_empty() && meaning.contains(name))
    })
}

fn short(table: &[(&'static str, &str, &str)], code: &str) -> Option<&'static str> {
    let of = |(_, new, old): &&(&str, &str, &str)| code == *new || code == *old;
    table.iter().find(of).map(|(name, ..)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn views_are_known_by_name_by_code_and_by_meaning() {
        assert_eq!(View::named(" mlo "), View::Mlo);
        assert_eq!(View::named("ML"), View::Other("ML".into()));
        assert_eq!(View::named(""), View::Untold);
        assert_eq!(View::coded("399162004", ""), View::Cc);
        assert_eq!(View::coded("R-10226", ""), View::Mlo);
        assert_eq!(
            View::coded("R-10224", "medio-lateral"),
            View::Other("ML".into())
        );
        assert_eq!(View::coded("X", "Medio-lateral oblique"), View::Mlo);
    }

    #[test]
    fn spot_and_magnification_views_are_of_a_part_of_the_breast() {
        assert_eq!(partial("R-102D6", ""), Some("magnification"));
        assert_eq!(partial("399055006", ""), Some("spot compression"));
        assert_eq!(partial("", "Spot Compression"), Some("spot compression"));
        assert_eq!(partial("399209000", "Implant Displaced"), None);
        assert_eq!(partial("", ""), None);
    }
}
