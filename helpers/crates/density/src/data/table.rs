//! Tables that people and data sets give as text.

use crate::error::{Error, Result};
use crate::files::text_of;
use polars::prelude::{CsvParseOptions, CsvReadOptions, DataFrame, PolarsResult, SerReader};
use std::path::{Path, PathBuf};

/// A table from a CSV file, every value as text without blanks around it.
#[derive(Clone, Debug)]
pub struct TextTable {
    path: PathBuf,
    columns: Vec<(String, Vec<String>)>,
}

impl TextTable {
    /// Reads a CSV file with a header, separated by commas, semicolons or tabs, in UTF-8 or UTF-16.
    ///
    /// # Errors
    /// [`Error::Io`] when it cannot be read, [`Error::Text`] when it is no such table.
    pub fn read(path: impl AsRef<Path>) -> Result<TextTable> {
        let path = path.as_ref();
        let bytes = std::fs::read(path).map_err(Error::io(path))?;
        let mut table = TextTable {
            path: path.to_path_buf(),
            columns: Vec::new(),
        };
        // Spreadsheets also save in the encoding of Western Windows, whose letters beyond ASCII are those of the first 256 but for punctuation.
        let western =
            || (!bytes.contains(&0)).then(|| bytes.iter().copied().map(char::from).collect());
        let text = text_of(&bytes).or_else(western);
        let text = text.ok_or_else(|| table.problem(1, "is no text; save it as CSV"))?;
        let frame = csv(&text).map_err(|e| table.problem(1, format!("is no CSV table: {e}")))?;
        for column in frame.columns() {
            let values = column.str()?.iter();
            let values = values.map(|value| value.unwrap_or_default().trim().to_string());
            table
                .columns
                .push((column.name().trim().to_string(), values.collect()));
        }
        Ok(table)
    }

    /// Rows below the header.
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, |(_, values)| values.len())
    }

    /// The values of the column of the first of these names that there is, in any case; `None` where there is none.
    pub fn find(&self, names: &[&str]) -> Option<&[String]> {
        names.iter().find_map(|wanted| {
            let of = |(name, _): &&(String, Vec<String>)| name.eq_ignore_ascii_case(wanted);
            self.columns
                .iter()
                .find(of)
                .map(|(_, values)| values.as_slice())
        })
    }

    /// As [`TextTable::find`].
    ///
    /// # Errors
    /// [`Error::Text`] where there is none, with the columns that there are.
    pub fn column(&self, names: &[&str]) -> Result<&[String]> {
        self.find(names).ok_or_else(|| {
            let there = self.columns.iter().map(|(name, _)| name.as_str());
            let there = there.collect::<Vec<_>>().join(", ");
            let names = names.join("` or `");
            self.problem(
                1,
                format!("has the columns {there}, where `{names}` is needed"),
            )
        })
    }

    /// An [`Error::Text`] on a row, from 0.
    pub fn row_problem(&self, row: usize, problem: impl Into<String>) -> Error {
        self.problem(row + 2, problem)
    }

    fn problem(&self, line: usize, problem: impl Into<String>) -> Error {
        Error::Text {
            path: self.path.clone(),
            line,
            problem: problem.into(),
        }
    }
}

/// The table of a text whose first line separates names by the commonest of `,`, `;` and tab; all columns as text.
fn csv(text: &str) -> PolarsResult<DataFrame> {
    let header = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| header.bytes().filter(|byte| byte == separator).count();
    let separators = [b'\t', b';', b','];
    let separator = separators.into_iter().max_by_key(count).unwrap_or(b',');
    CsvReadOptions::default()
        .with_infer_schema_length(Some(0))
        .with_parse_options(CsvParseOptions::default().with_separator(separator))
        .into_reader_with_file_handle(std::io::Cursor::new(text.as_bytes()))
        .finish()
}
