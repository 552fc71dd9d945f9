//! `Info.txt` of mini-MIAS: which films there are, and what tissue they show.

use density::error::{Error, Result};
use std::collections::BTreeMap;
use std::path::Path;

/// Character of the background tissue, the second column; their letters name the class folders.
const DENSITIES: [char; 3] = ['F', 'G', 'D'];
/// Class of abnormality, the third column.
const ABNORMALITIES: [&str; 7] = ["CALC", "CIRC", "SPIC", "MISC", "ARCH", "ASYM", "NORM"];

/// Density by film number, 1 to 322. Lines that do not begin with `mdb` are prose. A film with several abnormalities has
/// as many lines.
///
/// # Errors
/// [`Error::Io`] when the file is absent; [`Error::Text`] on a line that is none of the data set's.
pub(crate) fn read_info(path: &Path) -> Result<BTreeMap<u32, char>> {
    let bytes = std::fs::read(path).map_err(Error::io(path))?;
    let mut films = BTreeMap::new();
    for (place, line) in String::from_utf8_lossy(&bytes).lines().enumerate() {
        let error = |problem: String| Error::Text {
            path: path.to_path_buf(),
            line: place + 1,
            problem: format!("`{}` {problem}", line.trim()),
        };
        if !line.starts_with("mdb") {
            continue;
        }
        let (number, density) = film(line).map_err(error)?;
        let listed = *films.entry(number).or_insert(density);
        if listed != density {
            return Err(error(format!("was {listed} in a line above")));
        }
    }
    if films.is_empty() {
        return Err(Error::Text {
            path: path.to_path_buf(),
            line: 1,
            problem: "no line names a film, such as `mdb001 G CIRC B 535 425 197`; is this the data set's Info.txt?"
                .into(),
        });
    }
    Ok(films)
}

/// Number and density of one line, `mdb001 G CIRC B 535 425 197`. Centre and radius may lack or give way to a `*NOTE`.
fn film(line: &str) -> std::result::Result<(u32, char), String> {
    let words = line.split_whitespace().collect::<Vec<_>>();
    let [name, density, abnormality, rest @ ..] = words.as_slice() else {
        return Err("has too few columns: film, density and abnormality are needed".into());
    };
    let digits = name.trim_start_matches("mdb");
    let number = digits.parse::<u32>().ok().filter(|n| *n > 0);
    let Some(number) = number.filter(|_| digits.len() == 3) else {
        return Err("does not begin with a film's name, mdb001 to mdb322".into());
    };
    let density = density
        .parse::<char>()
        .ok()
        .filter(|d| DENSITIES.contains(d))
        .ok_or_else(|| format!("has the density {density}; it is F, G or D"))?;
    if !ABNORMALITIES.contains(abnormality) {
        return Err(format!(
            "has the abnormality {abnormality}; it is one of {}",
            ABNORMALITIES.join(", ")
        ));
    }
    let where_it_is = match (*abnormality, rest) {
        ("NORM", rest) => rest,
        (_, ["B" | "M", rest @ ..]) => rest,
        _ => return Err("does not say B or M, the severity of its abnormality".into()),
    };
    let numbers = where_it_is.iter().all(|w| w.parse::<u32>().is_ok());
    match where_it_is {
        [] => {}
        [note, ..] if note.starts_with('*') => {}
        [_, _, _] if numbers && *abnormality != "NORM" => {}
        _ => return Err("ends with something else than x, y and radius".into()),
    }
    Ok((number, density))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_kinds_of_lines_are_read() {
        let read = |line: &str| film(line).unwrap();
        assert_eq!(read("mdb001 G CIRC B 535 425 197"), (1, 'G'));
        assert_eq!(read("mdb003 D NORM "), (3, 'D'));
        assert_eq!(read("mdb059 F CIRC B"), (59, 'F'));
        assert_eq!(read("mdb216 D CALC M *NOTE 3* "), (216, 'D'));
    }

    #[test]
    fn broken_lines_are_refused_with_what_is_wrong() {
        for (line, problem) in [
            ("mdb001", "too few columns"),
            ("mdb1 G NORM", "a film's name"),
            ("mdb000 G NORM", "a film's name"),
            ("mdbabc G NORM", "a film's name"),
            ("mdb001 X NORM", "density X"),
            ("mdb001 G TUMOR B", "abnormality TUMOR"),
            ("mdb001 G CIRC 535 425 197", "B or M"),
            ("mdb001 G CIRC B 535 425", "x, y and radius"),
            ("mdb001 G CIRC B 535 425 r", "x, y and radius"),
            ("mdb001 G NORM 535 425 197", "x, y and radius"),
        ] {
            let told = film(line).unwrap_err();
            assert!(told.contains(problem), "{line}: {told}");
        }
    }
}
