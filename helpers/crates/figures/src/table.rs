//! Tables as a notebook shows them: HTML in the browser, aligned text everywhere else.

use density::files::write_atomically;
use std::collections::BTreeSet;
use std::path::Path;

use polars::prelude::{AnyValue, DataFrame};

use super::cell::{Cell, column_texts};
use super::figure::{append_blocks, print_blocks};
use density::error::{Error, Result};

/// Rows that are shown of a longer table unless [`Table::rows_shown`] says otherwise.
const ROWS_SHOWN: usize = 40;

/// Headers, rows, a caption; numbers stand right and have the same number of decimals down a column.
///
/// As the last expression of a cell it appears below the cell.
///
/// ```
/// use figures::Table;
///
/// let table = Table::new(["class", "recall"], vec![vec!["A".into(), 0.90625.into()], vec!["B".into(), 0.875.into()]])?
///     .caption("Recall by class")
///     .digits(2);
/// assert_eq!(
///     table.to_string(),
///     "Recall by class\nclass  recall\n─────  ──────\nA        0.91\nB        0.88\n"
/// );
/// # Ok::<(), density::Error>(())
/// ```
#[derive(Clone, PartialEq)]
#[must_use = "a table appears below its cell as the last expression, without `;`"]
pub struct Table {
    headers: Vec<String>,
    rows: Vec<Vec<Cell>>,
    caption: String,
    highlighted: BTreeSet<usize>,
    digits: Option<usize>,
    rows_shown: usize,
}

impl Table {
    /// A table of `rows`, each with one cell per header.
    ///
    /// # Errors
    /// [`Error::Figure`] when there is no header, or a row has another number of cells.
    pub fn new<H, S>(headers: H, rows: Vec<Vec<Cell>>) -> Result<Table>
    where
        H: IntoIterator<Item = S>,
        S: Into<String>,
    {
        let headers: Vec<String> = headers.into_iter().map(Into::into).collect();
        if headers.is_empty() {
            return Err(Error::Figure("a table needs at least one column".into()));
        }
        if let Some(i) = rows.iter().position(|row| row.len() != headers.len()) {
            return Err(Error::Figure(format!(
                "row {} of the table has {} cells, but there are {} headers",
                i + 1,
                rows[i].len(),
                headers.len()
            )));
        }
        Ok(Table {
            headers,
            rows,
            caption: String::new(),
            highlighted: BTreeSet::new(),
            digits: None,
            rows_shown: ROWS_SHOWN,
        })
    }

    /// All columns and rows of a data frame.
    ///
    /// # Errors
    /// [`Error::Figure`] when it has no column.
    pub fn from_dataframe(frame: &DataFrame) -> Result<Table> {
        let columns = frame.columns();
        let headers: Vec<String> = columns.iter().map(|c| c.name().to_string()).collect();
        let rows = (0..frame.height())
            .map(|i| columns.iter().map(|c| Ok(cell_of(&c.get(i)?))).collect())
            .collect::<Result<Vec<Vec<Cell>>>>()?;
        Table::new(headers, rows)
    }

    /// With a line above the table.
    pub fn caption(self, caption: impl Into<String>) -> Table {
        Table {
            caption: caption.into(),
            ..self
        }
    }

    /// With these rows (from 0) in bold, and marked with an arrow in plain text.
    pub fn highlight(mut self, rows: impl IntoIterator<Item = usize>) -> Table {
        self.highlighted.extend(rows);
        self
    }

    /// With this many decimals in every column that holds fractions; otherwise each column takes what its values need
    /// for three significant digits.
    pub fn digits(self, decimals: usize) -> Table {
        Table {
            digits: Some(decimals.min(17)),
            ..self
        }
    }

    /// With at most this many rows: the first and last ones and how many lie between.
    pub fn rows_shown(self, rows: usize) -> Table {
        Table {
            rows_shown: rows.max(2),
            ..self
        }
    }

    /// Writes the table, in the format that the name ends in: `.csv` with all digits, `.html`, `.txt`; missing folders are made.
    ///
    /// # Errors
    /// [`Error::Io`] with the path that cannot be written, [`Error::Parameter`] for another ending.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<()> {
        let path = path.as_ref();
        let extension = path.extension().unwrap_or_default();
        let text = match extension.to_string_lossy().to_lowercase().as_str() {
            "csv" => self.to_csv(),
            "html" | "htm" => self.to_html(),
            "txt" | "" => self.to_string(),
            _ => {
                let problem = "a table is saved as .csv, .html or .txt";
                return Err(Error::parameter("path", path.display(), problem));
            }
        };
        write_atomically(path, text.as_bytes())
    }

    /// A line of names and one per row, separated by commas; what is not known is empty.
    pub fn to_csv(&self) -> String {
        let names = self.headers.iter().map(|name| quoted(name)).collect();
        let rows = self
            .rows
            .iter()
            .map(|row| row.iter().map(csv_text).collect());
        let lines = std::iter::once(names).chain(rows);
        lines
            .map(|line: Vec<String>| line.join(",") + "\n")
            .collect()
    }

    /// Shows the table below the cell; the evcxr kernel calls it on a cell's last expression.
    pub fn evcxr_display(&self) {
        print_blocks(&[
            ("text/html", self.to_html()),
            ("text/plain", self.to_string()),
        ]);
    }

    /// The table in HTML that needs no style sheet.
    pub fn to_html(&self) -> String {
        let body = self.body();
        let mut html = String::from("<table>\n");
        if !self.caption.is_empty() {
            html += &format!("<caption>{}</caption>\n", escape(&self.caption));
        }
        html += "<thead>\n<tr>";
        for (header, column) in self.headers.iter().zip(&body.right) {
            html += &format!(
                "<th style=\"text-align: {}\">{}</th>",
                side(*column),
                escape(header)
            );
        }
        html += "</tr>\n</thead>\n<tbody>\n";
        for line in &body.lines {
            html += "<tr>";
            match line {
                Line::Row(i, texts) => {
                    for (text, right) in texts.iter().zip(&body.right) {
                        let text = escape(text);
                        let bold = self.highlighted.contains(i);
                        let text = if bold { format!("<b>{text}</b>") } else { text };
                        html += &format!("<td style=\"text-align: {}\">{text}</td>", side(*right));
                    }
                }
                Line::More(count) => {
                    let columns = self.headers.len();
                    html += &format!(
                        "<td colspan=\"{columns}\" style=\"text-align: center\">… {count} more</td>"
                    );
                }
            }
            html += "</tr>\n";
        }
        html + "</tbody>\n</table>"
    }

    /// The lines to show, as text.
    fn body(&self) -> Body {
        let shown: Vec<usize> = if self.rows.len() <= self.rows_shown {
            (0..self.rows.len()).collect()
        } else {
            let first = self.rows_shown.div_ceil(2);
            let last = self.rows_shown - first;
            (0..first)
                .chain(self.rows.len() - last..self.rows.len())
                .collect()
        };
        let columns: Vec<(Vec<String>, bool)> = (0..self.headers.len())
            .map(|c| {
                column_texts(
                    &self.rows.iter().map(|row| &row[c]).collect::<Vec<_>>(),
                    self.digits,
                )
            })
            .collect();
        let mut lines = Vec::with_capacity(shown.len() + 1);
        for (place, i) in shown.iter().enumerate() {
            if place > 0 && shown[place - 1] + 1 != *i {
                lines.push(Line::More(self.rows.len() - shown.len()));
            }
            lines.push(Line::Row(
                *i,
                columns.iter().map(|(texts, _)| texts[*i].clone()).collect(),
            ));
        }
        Body {
            lines,
            right: columns.into_iter().map(|(_, right)| right).collect(),
        }
    }
}

struct Body {
    lines: Vec<Line>,
    right: Vec<bool>,
}

enum Line {
    Row(usize, Vec<String>),
    More(usize),
}

impl std::fmt::Display for Table {
    /// The table as aligned text, for a terminal and for readers without HTML.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let body = self.body();
        let mut widths: Vec<usize> = self.headers.iter().map(|h| h.chars().count()).collect();
        for line in &body.lines {
            if let Line::Row(_, texts) = line {
                for (width, text) in widths.iter_mut().zip(texts) {
                    *width = (*width).max(text.chars().count());
                }
            }
        }
        let join = |texts: &[String]| -> String {
            let cells = texts.iter().zip(&widths).zip(&body.right);
            let cells = cells.map(|((text, width), right)| {
                if *right {
                    format!("{text:>width$}")
                } else {
                    format!("{text:<width$}")
                }
            });
            cells.collect::<Vec<_>>().join("  ").trim_end().to_string()
        };
        if !self.caption.is_empty() {
            writeln!(f, "{}", self.caption)?;
        }
        writeln!(f, "{}", join(&self.headers))?;
        writeln!(
            f,
            "{}",
            widths
                .iter()
                .map(|w| "─".repeat(*w))
                .collect::<Vec<_>>()
                .join("  ")
        )?;
        for line in &body.lines {
            match line {
                Line::Row(i, texts) => {
                    let arrow = if self.highlighted.contains(i) {
                        "  ←"
                    } else {
                        ""
                    };
                    writeln!(f, "{}{arrow}", join(texts))?;
                }
                Line::More(count) => writeln!(f, "… {count} more")?,
            }
        }
        Ok(())
    }
}

/// As [`Display`](std::fmt::Display): the kernel falls back to it where it cannot show the HTML (a last expression
/// with `?` in a cell that makes new variables).
impl std::fmt::Debug for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)?;
        append_blocks(f, || vec![("text/html", self.to_html())])
    }
}

fn side(right: bool) -> &'static str {
    if right { "right" } else { "left" }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn cell_of(value: &AnyValue<'_>) -> Cell {
    if value.is_null() {
        Cell::Missing
    } else if value.is_float() {
        value.extract::<f64>().map_or(Cell::Missing, Cell::Number)
    } else if value.is_integer() {
        // The text of an integer, for an f64 would lose digits of a large one.
        Cell::Integer(value.str_value().into_owned())
    } else {
        Cell::Text(value.str_value().into_owned())
    }
}
fn csv_text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => quoted(text),
        Cell::Integer(digits) => digits.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Missing => String::new(),
    }
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text.to_owned()
}
