//! Tables and figures as the evcxr kernel receives them.

use density::{Error, Result};
use figures::{Cell, Figure, Table};
use image::{Rgb, RgbImage};
use polars::prelude::*;

fn recalls() -> Result<Table> {
    let rows = vec![
        vec!["A <b>".into(), 0.90625.into(), 32usize.into()],
        vec!["B & C".into(), 0.5.into(), Cell::Missing],
    ];
    Ok(Table::new(["class", "recall", "images"], rows)?
        .caption("Recall \"by\" class")
        .highlight([1]))
}

#[test]
fn html_escapes_text_and_aligns_numbers_without_a_style_sheet() -> Result<()> {
    assert_eq!(
        recalls()?.to_html(),
        "<table>\n<caption>Recall &quot;by&quot; class</caption>\n<thead>\n\
         <tr><th style=\"text-align: left\">class</th><th style=\"text-align: right\">recall</th><th style=\"text-align: right\">images</th></tr>\n\
         </thead>\n<tbody>\n\
         <tr><td style=\"text-align: left\">A &lt;b&gt;</td><td style=\"text-align: right\">0.906</td><td style=\"text-align: right\">32</td></tr>\n\
         <tr><td style=\"text-align: left\"><b>B &amp; C</b></td><td style=\"text-align: right\"><b>0.500</b></td>\
         <td style=\"text-align: right\"><b>–</b></td></tr>\n\
         </tbody>\n</table>"
    );
    Ok(())
}

#[test]
fn plain_text_is_aligned() -> Result<()> {
    assert_eq!(
        recalls()?.to_string(),
        "Recall \"by\" class\n\
         class  recall  images\n\
         ─────  ──────  ──────\n\
         A <b>   0.906      32\n\
         B & C   0.500       –  ←\n"
    );
    Ok(())
}

#[test]
fn a_long_table_shows_its_ends() -> Result<()> {
    let rows = (0..100usize).map(|i| vec![i.into()]).collect();
    let table = Table::new(["n"], rows)?.rows_shown(5);
    assert_eq!(table.to_string(), " n\n──\n 0\n 1\n 2\n… 95 more\n98\n99\n");
    assert!(
        table
            .to_html()
            .contains("<td colspan=\"1\" style=\"text-align: center\">… 95 more</td>")
    );
    Ok(())
}

#[test]
fn a_data_frame_keeps_columns_and_values() -> Result<()> {
    let frame = df![
        "file" => ["a.png", "b.png"],
        "label" => [0u32, 3],
        "p" => [Some(0.25f64), None],
        "big" => [9_007_199_254_740_993i64, -1],
    ]?;
    let text = Table::from_dataframe(&frame)?.to_string();
    assert_eq!(
        text,
        "file   label      p               big\n\
         ─────  ─────  ─────  ────────────────\n\
         a.png      0  0.250  9007199254740993\n\
         b.png      3      –                -1\n"
    );
    Ok(())
}

#[test]
fn ragged_and_empty_tables_are_refused() {
    let ragged = Table::new(["a", "b"], vec![vec!["x".into()]]);
    assert!(
        matches!(ragged, Err(Error::Figure(m)) if m.contains("row 1 of the table has 1 cells"))
    );
    assert!(matches!(
        Table::new(Vec::<String>::new(), vec![]),
        Err(Error::Figure(_))
    ));
    assert!(matches!(
        Table::from_dataframe(&DataFrame::empty()),
        Err(Error::Figure(_))
    ));
}

const CHILD: &str = "SHOW_TABLES_CHILD";

/// Not a check of its own: what the next test runs in a process of its own to read its output.
#[test]
fn prints_a_figure_and_a_table() -> Result<()> {
    if std::env::var_os(CHILD).is_some() {
        Figure::from_image(RgbImage::from_pixel(3, 2, Rgb([1, 2, 3])))?.evcxr_display();
        recalls()?.evcxr_display();
    }
    Ok(())
}

#[test]
fn the_kernel_receives_a_png_and_both_forms_of_a_table() -> Result<()> {
    let output = std::process::Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "prints_a_figure_and_a_table", "--nocapture"])
        .env(CHILD, "1")
        .output()
        .expect("this test runs again");
    let output = String::from_utf8(output.stdout).expect("text");
    let block = |mime: &str| -> &str {
        let start = format!("EVCXR_BEGIN_CONTENT {mime}\n");
        let (_, rest) = output
            .split_once(&start)
            .unwrap_or_else(|| panic!("no {mime} in {output}"));
        rest.split_once("\nEVCXR_END_CONTENT\n").expect("an end").0
    };
    assert_eq!(block("text/html"), recalls()?.to_html());
    assert_eq!(block("text/plain"), recalls()?.to_string());
    // The first bytes of every PNG file in base64 (RFC 2083, section 3.1).
    assert!(block("image/png").starts_with("iVBORw0KGgo"));
    assert!(!block("image/png").contains('\n'));
    Ok(())
}

#[test]
fn a_table_saved_as_csv_has_all_digits_and_quotes_where_it_must() -> Result<()> {
    let rows = vec![
        vec!["A, \"fatty\"".into(), 0.123456789.into(), 32usize.into()],
        vec!["B".into(), Cell::Missing, 7usize.into()],
    ];
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("new/table.csv");
    Table::new(["class", "recall", "images"], rows)?.save(&file)?;
    let read = CsvReader::new(std::fs::File::open(&file).unwrap()).finish()?;
    let column = |name: &str| {
        read.column(name)
            .map(|c| c.as_materialized_series().clone())
    };
    assert_eq!(column("class")?.str()?.get(0), Some("A, \"fatty\""));
    assert_eq!(column("recall")?.f64()?.get(0), Some(0.123456789));
    assert_eq!(column("recall")?.null_count(), 1);
    assert_eq!(column("images")?.i64()?.sum(), Some(39));
    Ok(())
}
