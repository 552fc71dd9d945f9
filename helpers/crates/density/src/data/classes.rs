//! Class names and their order.

use crate::data::listing::stated;
use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};
use std::ops::Deref;
use std::path::Path;

/// The file that states the order of a data set's classes: one name per line, the least dense first.
pub const CLASSES_FILE: &str = "classes.txt";

/// Scales of breast density, the least dense first, and how many of their classes are not dense.
const SCALES: [(&[&str], usize); 7] = [
    // BI-RADS.
    (&["A", "B", "C", "D"], 2),
    (&["a", "b", "c", "d"], 2),
    (&["1", "2", "3", "4"], 2),
    (&["I", "II", "III", "IV"], 2),
    // mini-MIAS: fatty, fatty-glandular, dense-glandular.
    (&["F", "G", "D"], 2),
    (&["fatty", "glandular", "dense"], 2),
    (&["non-dense", "dense"], 1),
];

/// Class names in the order of a network's outputs or of a table's columns, which may be the order of density.
///
/// Names of a known scale are ordinal when they stand in its order: `A B C D`, `a b c d`, `1 2 3 4`, `I II III IV`, mini-MIAS'
/// `F G D`, and some of them (`A C`). Others are ordinal when somebody says so: [`Classes::ordinal`], or the file
/// `classes.txt` of a data set. Figures that need an order (weighted kappas, dense against non-dense, within one class) are
/// refused for classes without one.
///
/// ```
/// use density::data::Classes;
/// assert!(Classes::new(["F", "G", "D"]).is_ordinal());
/// assert!(!Classes::new(["D", "F", "G"]).is_ordinal());
/// assert!(Classes::ordinal(["sparse", "medium", "packed"]).is_ordinal());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Stored", into = "Stored")]
pub struct Classes {
    names: Vec<String>,
    /// How many of the first classes are not dense; `None` without an order, or where the names alone do not tell.
    nondense: Option<usize>,
    ordinal: bool,
}

/// In files a list of names, and where the names do not show it, that they are in order.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Stored {
    Names(Vec<String>),
    Ordinal { ordinal: Vec<String> },
}

impl From<Stored> for Classes {
    fn from(stored: Stored) -> Classes {
        match stored {
            Stored::Names(names) => Classes::new(names),
            Stored::Ordinal { ordinal } => Classes::ordinal(ordinal),
        }
    }
}

impl From<Classes> for Stored {
    fn from(classes: Classes) -> Stored {
        if classes == Classes::new(classes.names.clone()) {
            Stored::Names(classes.names)
        } else {
            Stored::Ordinal {
                ordinal: classes.names,
            }
        }
    }
}

impl<S: Into<String>> FromIterator<S> for Classes {
    fn from_iter<I: IntoIterator<Item = S>>(names: I) -> Classes {
        Classes::new(names)
    }
}

impl From<&Classes> for Classes {
    fn from(classes: &Classes) -> Classes {
        classes.clone()
    }
}

impl<S: AsRef<str>> From<&[S]> for Classes {
    fn from(names: &[S]) -> Classes {
        names.iter().map(AsRef::as_ref).collect()
    }
}

impl<S: AsRef<str>, const N: usize> From<&[S; N]> for Classes {
    fn from(names: &[S; N]) -> Classes {
        Classes::from(&names[..])
    }
}

impl<S: AsRef<str>, const N: usize> From<[S; N]> for Classes {
    fn from(names: [S; N]) -> Classes {
        Classes::from(&names[..])
    }
}

impl<S: AsRef<str>> From<&Vec<S>> for Classes {
    fn from(names: &Vec<S>) -> Classes {
        Classes::from(&names[..])
    }
}

impl Deref for Classes {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.names
    }
}

impl<'a> IntoIterator for &'a Classes {
    type Item = &'a String;
    type IntoIter = std::slice::Iter<'a, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.names.iter()
    }
}

/// Compares the names.
impl<const N: usize> PartialEq<[&str; N]> for &Classes {
    fn eq(&self, names: &[&str; N]) -> bool {
        self.names == names
    }
}

/// Compares the names.
impl<const N: usize> PartialEq<[&str; N]> for Classes {
    fn eq(&self, names: &[&str; N]) -> bool {
        self.names == names
    }
}

impl std::fmt::Display for Classes {
    /// `A, B, C, D`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.names.join(", "))
    }
}

impl Classes {
    /// These names in this order; whether they are ordinal, the names tell.
    pub fn new(names: impl IntoIterator<Item = impl Into<String>>) -> Classes {
        let names = names.into_iter().map(Into::into).collect::<Vec<_>>();
        let places = on_a_scale(&names).filter(|(places, _)| places.is_sorted());
        let nondense = places.as_ref().map(|(places, nondense)| {
            let below = places.iter().filter(|place| *place < nondense);
            below.count()
        });
        Classes {
            ordinal: places.is_some(),
            // All of them dense or none: nothing to tell apart.
            nondense: nondense.filter(|n| *n > 0 && *n < names.len()),
            names,
        }
    }

    /// These names, said to be in the order of density, the least dense first. The upper half counts as dense; of an odd
    /// number of classes the middle one does not.
    pub fn ordinal(names: impl IntoIterator<Item = impl Into<String>>) -> Classes {
        let named = Classes::new(names);
        if named.ordinal {
            return named;
        }
        Classes {
            nondense: Some(named.names.len().div_ceil(2)),
            ordinal: true,
            ..named
        }
    }

    /// The classes of a folder: in the order of `classes.txt`, which is looked for there and in the three folders above; else
    /// in that of a known scale; else sorted by bytes, as Keras does, and without an order.
    ///
    /// # Errors
    /// [`Error::Text`] when `classes.txt` lacks a class of the folder.
    pub(crate) fn of_folder(folder: &Path, mut names: Vec<String>) -> Result<Classes> {
        if let Some(path) = stated(folder, &[CLASSES_FILE]) {
            let text = std::fs::read_to_string(&path).map_err(Error::io(&path))?;
            let lines = text.lines().map(str::trim);
            let order = lines.filter(|l| !l.is_empty() && !l.starts_with('#'));
            let mut order = order.map(String::from).collect::<Vec<_>>();
            if let Some(unknown) = names.iter().find(|name| !order.contains(name)) {
                return Err(Error::Text {
                    path,
                    line: text.lines().count(),
                    problem: format!(
                        "the class {unknown} of {} is missing; list all classes, one per line, the least dense first",
                        folder.display()
                    ),
                });
            }
            order.retain(|name| names.contains(name));
            return Ok(Classes::ordinal(order));
        }
        names.sort();
        if let Some((places, _)) = on_a_scale(&names) {
            let mut placed = places.into_iter().zip(names).collect::<Vec<_>>();
            placed.sort();
            names = placed.into_iter().map(|(_, name)| name).collect();
        }
        Ok(Classes::new(names))
    }

    /// The place of a class, from 0.
    ///
    /// # Errors
    /// [`Error::Parameter`] for a name that is none of them.
    pub fn index(&self, class: &str) -> Result<usize> {
        self.iter().position(|c| c == class).ok_or_else(|| {
            Error::parameter(
                "class",
                class,
                format!("the classes are {}", self.join(", ")),
            )
        })
    }

    /// Whether the classes stand in the order of density.
    pub fn is_ordinal(&self) -> bool {
        self.ordinal
    }

    /// The number of the first dense class: 2 of `A B C D`, 1 of `B C D`, 2 of `F G D`.
    ///
    /// # Errors
    /// [`Error::Labels`] when the classes have no order, or none of them is dense, or all are.
    pub fn dense_from(&self) -> Result<usize> {
        self.check_ordinal("dense against non-dense")?;
        self.nondense.ok_or_else(|| {
            Error::Labels(format!(
                "dense against non-dense needs classes of both kinds, {self} are of one"
            ))
        })
    }

    /// Refuses `figure`, which needs an order, for classes that have none.
    pub(crate) fn check_ordinal(&self, figure: &str) -> Result<()> {
        if self.ordinal {
            return Ok(());
        }
        Err(Error::Labels(format!(
            "{figure} needs classes in the order of density, and nothing tells the order of {self}; write them into \
             {CLASSES_FILE} in the folder of the data set, one per line, the least dense first, or give \
             Classes::ordinal([..]) where you list them"
        )))
    }

    /// For each class of `other` its place here; `None` when the names are not the same.
    pub(crate) fn places_of(&self, other: &Classes) -> Option<Vec<usize>> {
        places(other, &self.names).filter(|places| places.len() == self.len())
    }
}

/// The places of the names on the first scale that has them all, and how many of its classes are not dense.
fn on_a_scale(names: &[String]) -> Option<(Vec<usize>, usize)> {
    let mut scales = SCALES.iter();
    scales.find_map(|(scale, nondense)| Some((places(names, scale)?, *nondense)))
}

/// The place of every name in `list`; `None` when one is missing or comes twice.
fn places<S: AsRef<str>>(names: &[String], list: &[S]) -> Option<Vec<usize>> {
    let find = |name: &String| list.iter().position(|other| other.as_ref() == name);
    let places = names.iter().map(find).collect::<Option<Vec<_>>>()?;
    let mut sorted = places.clone();
    sorted.sort_unstable();
    sorted.dedup();
    (sorted.len() == places.len()).then_some(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_scales_are_recognised_in_their_order_alone() {
        for (names, ordinal, dense) in [
            (&["A", "B", "C", "D"][..], true, Some(2)),
            (&["B", "C", "D"], true, Some(1)),
            (&["A", "D"], true, Some(1)),
            (&["A", "B"], true, None),
            (&["D", "C"], false, None),
            (&["F", "G", "D"], true, Some(2)),
            (&["D", "F", "G"], false, None),
            (&["1", "2", "3", "4"], true, Some(2)),
            (&["cat", "dog"], false, None),
        ] {
            let classes = Classes::new(names.iter().copied());
            assert_eq!(classes.is_ordinal(), ordinal, "{classes}");
            assert_eq!(classes.dense_from().ok(), dense, "{classes}");
        }
        let said = Classes::ordinal(["low", "middle", "high"]);
        assert_eq!(said.dense_from().unwrap(), 2);
        let refused = Classes::new(["x", "y"])
            .dense_from()
            .unwrap_err()
            .to_string();
        assert!(
            refused.contains("x, y") && refused.contains(CLASSES_FILE),
            "{refused}"
        );
    }

    #[test]
    fn what_is_said_of_the_order_survives_a_file() {
        for classes in [
            Classes::new(["A", "B", "C", "D"]),
            Classes::new(["cat", "dog"]),
            Classes::ordinal(["low", "high"]),
        ] {
            let text = serde_json::to_string(&classes).unwrap();
            assert_eq!(serde_json::from_str::<Classes>(&text).unwrap(), classes);
        }
        let plain = serde_json::to_string(&Classes::new(["A", "B"])).unwrap();
        assert_eq!(plain, r#"["A","B"]"#);
    }
}
