//! Galleries and activation-map panels: pictures arrive unchanged, marks are more than a colour.

use candle_core::{DType, Device, Tensor};
use density::Result;
use density::cam::{ActivationMap, Explanation, Explanations};
use density::data::Classes;
use figures::okabe_ito::{GREEN, VERMILION};
use figures::{Colormap, DrawMaps, Figure, GalleryItem, MapLayout, Table, gallery, map_grid, show};
use image::{GrayImage, Luma};

fn grey(value: u8) -> GrayImage {
    GrayImage::from_pixel(64, 64, Luma([value]))
}

/// An explanation whose map is 0.5 everywhere.
fn explanation() -> Explanation {
    let none = Tensor::zeros((1, 1, 1), DType::F32, &Device::Cpu).unwrap();
    Explanation {
        path: "A_1251_1_A_CC_R.png".into(),
        image: grey(90),
        classes: Classes::new(["A", "B"]),
        truth: Some(0),
        map: ActivationMap {
            class: 0,
            logits: vec![2.0, 1.0],
            probabilities: vec![0.7, 0.3],
            features: none.clone(),
            gradient: none,
            coarse_size: (2, 2),
            coarse: vec![1.0; 4],
            size: (64, 64),
            map: vec![0.5; 64 * 64],
        },
    }
}

fn explanations(count: usize) -> Explanations {
    std::iter::repeat_with(explanation).take(count).collect()
}

fn count(figure: &Figure, colour: [u8; 3]) -> usize {
    figure.image().pixels().filter(|p| p.0 == colour).count()
}

#[test]
fn the_same_pictures_give_the_same_bytes() -> Result<()> {
    let items = [
        GalleryItem::new(grey(9), "one").marked(true),
        GalleryItem::new(grey(80), "two"),
    ];
    assert_eq!(gallery(&items, 2)?.to_png()?, gallery(&items, 2)?.to_png()?);
    let maps = explanations(1);
    assert_eq!(maps.grid()?.to_png()?, maps.grid()?.to_png()?);
    Ok(())
}

#[test]
fn right_and_wrong_differ_in_more_than_colour() -> Result<()> {
    let right = gallery(&[GalleryItem::new(grey(0), "").marked(true)], 4)?;
    let wrong = gallery(&[GalleryItem::new(grey(0), "").marked(false)], 4)?;
    let bare = gallery(&[GalleryItem::new(grey(0), "")], 4)?;
    assert!(count(&right, [GREEN.0, GREEN.1, GREEN.2]) > 3000);
    assert!(count(&wrong, [VERMILION.0, VERMILION.1, VERMILION.2]) > 3000);
    assert_eq!(count(&bare, [GREEN.0, GREEN.1, GREEN.2]), 0);
    // The sign in the badge is the only white on a black image, border and ground aside.
    let sign = |figure: &Figure| -> Vec<bool> {
        let side = figure.width() - 14;
        let badge = (side - 26..side).flat_map(|x| (14..40).map(move |y| (x, y)));
        badge
            .map(|(x, y)| figure.image().get_pixel(x, y).0 == [255; 3])
            .collect()
    };
    assert!(sign(&right).contains(&true) && sign(&wrong).contains(&true));
    assert_ne!(sign(&right), sign(&wrong));
    Ok(())
}

#[test]
fn a_gallery_fills_row_after_row() -> Result<()> {
    let items: Vec<GalleryItem> = (0..5)
        .map(|i| GalleryItem::new(grey(50 * i + 5), format!("{i}")))
        .collect();
    let figure = gallery(&items, 3)?;
    let (width, height) = (figure.width(), figure.height());
    // Middles of the six places; the last one stays white.
    let middles = [(1, 1), (3, 1), (5, 1), (1, 3), (3, 3), (5, 3)].map(|(column, row)| {
        figure
            .image()
            .get_pixel(width * column / 6, height * row / 4)
            .0[0]
    });
    assert_eq!(middles, [5, 55, 105, 155, 205, 255]);
    Ok(())
}

#[test]
fn wide_and_high_images_share_a_row_without_distortion() -> Result<()> {
    let wide = GrayImage::from_pixel(200, 50, Luma([7]));
    let high = GrayImage::from_pixel(50, 100, Luma([9]));
    let figure = gallery(
        &[
            GalleryItem::new(wide, "wide"),
            GalleryItem::new(high, "high"),
        ],
        4,
    )?;
    let area = |grey: u8| count(&figure, [grey; 3]) as f64;
    // Letters are anti-aliased and may hold such a grey, so not to the pixel: 253 x 63 and 253 x 506.
    assert!((area(7) / 16_000.0 - 1.0).abs() < 0.05, "{}", area(7));
    assert!((area(9) / 128_000.0 - 1.0).abs() < 0.05, "{}", area(9));
    Ok(())
}

/// A map that is 0.5 everywhere is matplotlib's entry 128 everywhere, (255, 253, 253), and hides 0.3 of the image under
/// that of inferno, (188, 55, 84).
#[test]
fn the_four_pictures_stand_side_by_side() -> Result<()> {
    let figure = explanations(1).grid()?;
    let row = figure.height() - 100;
    let at = |column: u32| figure.image().get_pixel(140 + 272 * column, row).0;
    assert_eq!(at(0), [90; 3]);
    assert_eq!(at(1), [255, 253, 253]);
    assert_eq!(at(2), [119, 80, 88]);
    assert_eq!(at(3), [90; 3]);
    Ok(())
}

/// Both ends of the colour bar are in the figure though the map holds neither.
#[test]
fn the_colour_bar_spans_the_whole_scale() -> Result<()> {
    for colormap in [Colormap::Seismic, Colormap::Inferno] {
        let layout = MapLayout {
            colormap,
            ..MapLayout::default()
        };
        let figure = map_grid(&explanations(1), &layout)?;
        for value in [0.02, 0.25, 0.75, 0.98] {
            // A bar of some 250 rows shows nearly every entry of the table.
            let near = |step: i32| colormap.rgb(value + step as f32 / 256.0);
            let found = (-2..=2).any(|step| count(&figure, near(step)) >= 10);
            assert!(found, "{colormap} {value}");
        }
    }
    Ok(())
}

#[test]
fn every_mammogram_gets_a_row() -> Result<()> {
    let (one, three) = (explanations(1).grid()?, explanations(3).grid()?);
    assert_eq!(one.width(), three.width());
    assert!((1000..=1250).contains(&one.width()));
    let row = (three.height() - one.height()) / 2;
    let at = |i: u32| three.image().get_pixel(140, one.height() - 100 + i * row).0;
    assert_eq!([at(0), at(1), at(2)], [[90; 3]; 3]);
    Ok(())
}

/// The kernel shows the `Debug` text where it could not compile a call of `evcxr_display`, with the sign `-` in the format.
#[test]
fn the_kernels_debug_text_brings_the_picture_and_others_do_not() -> Result<()> {
    let figure = show(&grey(7))?;
    assert_eq!(format!("{figure:?}"), "Figure(64 x 64)");
    let shown = format!("{figure:-?}");
    let (text, picture) = shown.split_once("\nEVCXR_END_CONTENT\n").unwrap();
    assert_eq!(text, "Figure(64 x 64)");
    assert!(picture.starts_with("EVCXR_BEGIN_CONTENT image/png\niVBORw0KGgo"));
    let table = Table::new(["a"], vec![vec![1.into()]])?;
    assert_eq!(format!("{table:?}"), table.to_string());
    assert!(format!("{table:-?}").ends_with("</table>"));
    Ok(())
}

#[test]
fn svg_has_what_was_painted_in_a_frame_for_each_figure() -> Result<()> {
    let drawn = Figure::draw(60, 40, |area| {
        use figures::plotters::prelude::*;
        area.draw(&Rectangle::new([(5, 6), (14, 25)], RED.filled()))?;
        area.draw(&Text::new("p < 0.05 & more", (20, 10), ("sans-serif", 12)))?;
        Ok(())
    })?;
    let picture = show(&grey(90))?;
    let svg = Figure::vstack(&[drawn.clone(), picture])?.to_svg()?;
    assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\""));
    assert!(svg.contains("<rect x=\"5\" y=\"6\" width=\"10\" height=\"20\" fill=\"#ff0000\"/>"));
    assert!(svg.contains(">p &lt; 0.05 &amp; more</text>"));
    assert!(svg.contains(
        "<image x=\"0\" y=\"0\" width=\"64\" height=\"64\" href=\"data:image/png;base64,"
    ));
    assert_eq!(svg.matches("<g ").count(), 2);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("drawn.svg");
    drawn.save(&file)?;
    assert_eq!(std::fs::read_to_string(file).unwrap(), drawn.to_svg()?);
    Ok(())
}

#[test]
fn a_tensor_is_shown_from_its_smallest_value_to_its_largest() -> Result<()> {
    let tensor = Tensor::new(&[[0f32, 10.0], [5.0, 10.0]], &Device::Cpu)?;
    let figure = show(&tensor)?;
    assert_eq!((figure.width(), figure.height()), (320, 320));
    let at = |x, y| figure.image().get_pixel(x, y).0;
    assert_eq!(at(0, 0), Colormap::Inferno.rgb(0.0));
    assert_eq!(at(319, 319), Colormap::Inferno.rgb(1.0));
    assert_eq!(at(159, 160), Colormap::Inferno.rgb(0.5));
    let said = show(&tensor.get(0)?).unwrap_err().to_string();
    assert!(said.contains("[2] is no picture"), "{said}");
    let flat = Tensor::zeros((700, 2), DType::F32, &Device::Cpu)?;
    assert_eq!(show(&flat)?.height(), 700);
    Ok(())
}
