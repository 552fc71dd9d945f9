//! `Info.txt` of mini-MIAS: which films there are, and what tissue they show.

use density::error::{Error, Result};
use density::files::{lines_of, text_of};
use std::collections::BTreeMap;
use std::path::Path;

/// Character of the background tissue, the second column; their letters name the class folders.
const DENSITIES: [char; 3] = ['F', 'G', 'D'];
/// Class of abnormality, the third column.
const ABNORMALITIES: [&str; 7] = ["CALC", "CIRC", "SPIC", "MISC", "ARCH", "ASYM", "NORM"];

/// Density by film number, 1 to 322. Lines without a film's name are prose. A film with several abnormalities has as many
/// lines. Blanks before the name, capitals and the names of the full-size set (`mdb001lx`) are read too.
///
/// # Errors
/// [`Error::Io`] when the file is absent; [`Error::Text`] on a line that is none of the data set's.
pub(crate) fn read_info(path: &Path) -> Result<BTreeMap<u32, char>> {
    let bytes = std::fs::read(path).map_err(Error::io(path))?;
    let mut films = BTreeMap::new();
    // Prose may be in any encoding; the lines of films are ASCII.
    let text = text_of(&bytes).unwrap_or_else(|| String::from_utf8_lossy(&bytes).into_owned());
    for (place, line) in lines_of(&text).iter().enumerate() {
        let error = |problem: String| Error::Text {
            path: path.to_path_buf(),
            line: place + 1,
            problem: format!("`{}` {problem}", line.trim()),
        };
        let words = line.split_whitespace().collect::<Vec<_>>();
        if !words.first().is_some_and(|word| is_of_mias(word)) {
            // `1. mdb001 G CIRC` would be lost without a word.
            let listed =
                |pair: &[&str]| film_number(pair[0]).is_some() && density_of(pair[1]).is_some();
            if words.windows(2).any(listed) {
                return Err(error("does not begin with its film's name".into()));
            }
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
    let Some(number) = film_number(name) else {
        return Err("does not begin with a film's name, mdb001 to mdb322".into());
    };
    let density =
        density_of(density).ok_or_else(|| format!("has the density {density}; it is F, G or D"))?;
    if !ABNORMALITIES.contains(&&*abnormality.to_uppercase()) {
        return Err(format!(
            "has the abnormality {abnormality}; it is one of {}",
            ABNORMALITIES.join(", ")
        ));
    }
    let normal = abnormality.eq_ignore_ascii_case("NORM");
    let where_it_is = match rest {
        rest if normal => rest,
        ["B" | "M" | "b" | "m", rest @ ..] => rest,
        _ => return Err("does not say B or M, the severity of its abnormality".into()),
    };
    let numbers = where_it_is.iter().all(|w| w.parse::<u32>().is_ok());
    match where_it_is {
        [] => {}
        [note, ..] if note.starts_with('*') => {}
        [_, _, _] if numbers && !normal => {}
        _ => return Err("ends with something else than x, y and radius".into()),
    }
    Ok((number, density))
}

fn is_of_mias(word: &str) -> bool {
    word.get(..3)
        .is_some_and(|start| start.eq_ignore_ascii_case("mdb"))
}

/// 1 of `mdb001`; the full-size set says the side and the size of the film as well: `mdb001lx`.
pub(crate) fn film_number(name: &str) -> Option<u32> {
    let rest = name.get(3..).filter(|_| is_of_mias(name))?;
    let (digits, letters) = rest.split_at_checked(3)?;
    let side_and_size = match letters.to_lowercase().as_bytes() {
        [] => true,
        [side, size] => b"lr".contains(side) && b"smlx".contains(size),
        _ => false,
    };
    let number = digits
        .bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| digits.parse().ok())??;
    Some(number).filter(|n| side_and_size && *n > 0)
}

fn density_of(word: &str) -> Option<char> {
    let density = word.parse::<char>().ok()?.to_ascii_uppercase();
    DENSITIES.contains(&density).then_some(density)
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
        assert_eq!(read("\tMDB001 g circ b 535 425 197"), (1, 'G'));
        assert_eq!(read("mdb001lx G CIRC B 535 425 197"), (1, 'G'));
    }

    /// Six films, as programs write text.
    #[test]
    fn no_line_is_lost_in_any_form_of_text() {
        let text = "Notes\n\n1st column: reference\nmdb001 G CIRC B 535 425 197\nmdb002 G NORM\nmdb003 D NORM \n";
        let wide = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
            let units = std::iter::once(0xfeff).chain(text.encode_utf16());
            units.flat_map(order).collect()
        };
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("Info.txt");
        for bytes in [
            text.as_bytes().to_vec(),
            ["\u{feff}", text].concat().into_bytes(),
            wide(u16::to_le_bytes),
            wide(u16::to_be_bytes),
            text.replace('\n', "\r\n").into_bytes(),
            text.replace('\n', "\r").into_bytes(),
            text.replace("mdb", "  mdb").into_bytes(),
            text.to_uppercase().into_bytes(),
        ] {
            std::fs::write(&path, &bytes).unwrap();
            let films = read_info(&path).unwrap();
            assert_eq!(
                films.into_iter().collect::<Vec<_>>(),
                [(1, 'G'), (2, 'G'), (3, 'D')]
            );
        }
        std::fs::write(&path, text.replace("mdb002", "2. mdb002")).unwrap();
        let refused = read_info(&path).unwrap_err().to_string();
        assert!(
            refused.contains("line 5") && refused.contains("begin"),
            "{refused}"
        );
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

    #[test]
    fn damaged_tables_of_mini_mias() {
        let seeds = [
            b"Notes\n\n1st column\nmdb001 G CIRC B 535 425 197\nmdb002 G NORM\r\nmdb003 D NORM \n"
                .to_vec(),
            b"\xff\xfem\0d\0b\x000\x000\x001\0 \0G\0 \0N\0O\0R\0M\0\n\0".to_vec(),
        ];
        fixtures::survive("Info.txt", &seeds, |path| drop(read_info(path)));
    }
}
