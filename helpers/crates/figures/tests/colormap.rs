//! The colour map of the published maps, against the pictures that were published.

use std::collections::HashSet;

use figures::Colormap;

#[test]
fn the_published_map_has_no_colour_that_seismic_lacks() {
    let Some(path) = fixtures::shared("upstream/MAPS/CC_R/A/A_1251_1_A_CC_R_map.png") else {
        return;
    };
    let picture = image::open(path).expect("a published PNG").to_rgb8();
    let published: HashSet<[u8; 3]> = picture.pixels().map(|p| p.0).collect();
    let table: HashSet<[u8; 3]> = Colormap::Seismic.table().iter().copied().collect();
    let strangers: Vec<_> = published.difference(&table).collect();
    assert!(strangers.is_empty(), "{strangers:?}");
    // The file was scaled to the full range, so nothing of the table is missing either.
    assert_eq!(published.len(), table.len());
}
