//! One patient on a page.

use super::figure::Figure;
use super::gallery::{GalleryItem, gallery};
use super::intervals::plot_intervals;
use super::map_pictures::readable_overlay;
use super::tissue::{percent_dense, tissue_overlay};
use density::cam::{Exam, ExamView};
use density::error::Result;
use density::merit::Interval;

/// Draws a patient's views with their classes, below each what speaks for the class of all together and the tissue that the network
/// sees, where it tells it, and the probability of that class per view and together, each with its range over slightly moved copies.
pub fn plot_exam(exam: &Exam) -> Result<Figure> {
    let class = exam.class();
    let name = &exam.classes[class];
    let columns = exam.views.len();
    let mut pictures = Vec::new();
    for view in &exam.views {
        let own = view.class();
        let (low, high) = view.interval(own);
        let caption = format!(
            "{}\nclass {}, {:.2} ({low:.2} to {high:.2})",
            view.projection,
            exam.classes[own],
            view.probabilities()[own]
        );
        pictures.push(GalleryItem::new(view.explanation.image.clone(), caption));
    }
    for ExamView {
        projection,
        explanation,
        ..
    } in &exam.views
    {
        let overlay = readable_overlay(&explanation.image, &explanation.map)?;
        let caption = format!("{projection}: what speaks for {name}");
        pictures.push(GalleryItem::new(overlay, caption));
    }
    for view in &exam.views {
        if let Some(tissue) = &view.tissue {
            let caption = format!(
                "{}: what it sees,\n{}",
                view.projection,
                percent_dense(tissue)
            );
            pictures.push(GalleryItem::new(tissue_overlay(tissue), caption));
        }
    }
    let interval = |estimate, (low, high)| Interval {
        estimate,
        low,
        high,
    };
    let mut lines = exam
        .views
        .iter()
        .map(|view| {
            let label = view.projection.to_string();
            (
                label,
                interval(view.probabilities()[class], view.interval(class)),
            )
        })
        .collect::<Vec<_>>();
    let together = interval(exam.probabilities()[class], exam.interval(class));
    lines.push(("together".into(), together));
    let axis = format!("probability of class {name}, and its range over moved copies");
    let intervals = plot_intervals(&exam.to_string(), &axis, &lines, None)?;
    Figure::vstack(&[gallery(&pictures, columns)?, intervals])
}
