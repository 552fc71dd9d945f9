//! One axis of a chart: its range, its ticks, its name.

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};

use super::style::{LABEL, TICK};

/// Length of a tick, in pixels; plotters puts its label twice as far away.
pub const TICK_LENGTH: i32 = 5;

/// One linear axis: what it shows, from where to where, with which ticks.
#[derive(Clone)]
pub struct Axis {
    /// Written along the axis.
    pub name: String,
    /// Value at the start.
    pub low: f64,
    /// Value at the end.
    pub high: f64,
    /// Values that are marked, with what is written there.
    pub ticks: Vec<(f64, String)>,
    /// Whether a line across the chart goes from each tick.
    pub grid: bool,
}

impl Axis {
    /// From `low` to `high`, with about `count` ticks on round numbers.
    pub fn linear(name: &str, low: f64, high: f64, count: usize) -> Axis {
        let (low, high) = if high - low > f64::EPSILON * low.abs().max(high.abs()) {
            (low, high)
        } else {
            (low - 0.5, high + 0.5)
        };
        Axis {
            name: name.into(),
            low,
            high,
            ticks: round_ticks(low, high, count),
            grid: true,
        }
    }

    /// From 0 to 1 in steps of 0.2, with a little room beyond the ends for marks that lie on them.
    pub fn unit(name: &str) -> Axis {
        Axis {
            low: -0.02,
            high: 1.02,
            ..Axis::linear(name, 0.0, 1.0, 5)
        }
    }

    /// A place for each name, at 0, 1, 2 …
    pub fn categories(name: &str, labels: &[String]) -> Axis {
        Axis {
            name: name.into(),
            low: -0.5,
            high: labels.len() as f64 - 0.5,
            ticks: labels
                .iter()
                .enumerate()
                .map(|(i, label)| (i as f64, label.clone()))
                .collect(),
            grid: false,
        }
    }

    /// 0 at the low end, 1 at the high end.
    pub fn fraction(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }

    fn widest_label(&self) -> i32 {
        self.ticks
            .iter()
            .map(|(_, label)| TICK.width(label))
            .max()
            .unwrap_or(0)
    }

    /// The room that ticks, labels and the name of a vertical axis take.
    pub fn left_room(&self) -> i32 {
        2 * TICK_LENGTH + self.widest_label() + name_room(&self.name)
    }

    /// The room that ticks, labels and the name of a horizontal axis take.
    pub fn bottom_room(&self) -> i32 {
        let labels = if self.widest_label() > 0 {
            TICK.size as i32 + 2
        } else {
            0
        };
        2 * TICK_LENGTH + labels + name_room(&self.name)
    }
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (first, last): (i32, i32)) -> i32 {
        (f64::from(first) + self.fraction(*value) * f64::from(last - first)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        self.ticks.iter().map(|(value, _)| *value).collect()
    }

    fn range(&self) -> std::ops::Range<f64> {
        self.low..self.high
    }
}

impl ValueFormatter<f64> for Axis {
    fn format_ext(&self, value: &f64) -> String {
        let tick = self.ticks.iter().find(|(at, _)| at == value);
        tick.map(|(_, label)| label.clone()).unwrap_or_default()
    }
}

fn name_room(name: &str) -> i32 {
    if name.is_empty() {
        2
    } else {
        LABEL.size as i32 + 8
    }
}

/// Smallest and largest of values; of none, infinities the wrong way round.
pub fn extent(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let ends = (f64::INFINITY, f64::NEG_INFINITY);
    values
        .into_iter()
        .fold(ends, |(low, high), v| (low.min(v), high.max(v)))
}

/// Round numbers between `low` and `high`: a step of 1, 2 or 5 times a power of ten, the one that comes closest to
/// `count` ticks.
pub fn round_ticks(low: f64, high: f64, count: usize) -> Vec<(f64, String)> {
    let raw = (high - low) / count.max(1) as f64;
    let power = raw.log10().floor();
    let scale = 10f64.powf(power);
    let step = [1.0, 2.0, 5.0, 10.0]
        .map(|m| m * scale)
        .into_iter()
        .min_by(|a, b| (a / raw).ln().abs().total_cmp(&(b / raw).ln().abs()))
        .unwrap_or(scale);
    let decimals = (-step.log10() + 1e-9).ceil().clamp(0.0, 12.0) as usize;
    let first = (low / step - 1e-9).ceil() as i64;
    let last = (high / step + 1e-9).floor() as i64;
    // At most a few dozen, whatever the numbers.
    (first..=last.min(first.saturating_add(50)))
        .map(|i| i as f64 * step)
        .map(|value| {
            let plain = (1e-5..1e6).contains(&step);
            let label = if value == 0.0 && !plain {
                "0".to_string()
            } else if plain {
                format!("{value:.decimals$}")
            } else {
                format!("{value:.1e}")
            };
            (value, label)
        })
        .map(|(value, label)| (value, label.replace('-', "−")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(low: f64, high: f64, count: usize) -> Vec<String> {
        round_ticks(low, high, count)
            .into_iter()
            .map(|t| t.1)
            .collect()
    }

    #[test]
    fn ticks_are_round_and_inside() {
        assert_eq!(
            labels(0.0, 1.0, 5),
            ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]
        );
        assert_eq!(labels(1.0, 100.0, 5), ["20", "40", "60", "80", "100"]);
        assert_eq!(labels(-0.5, 0.5, 2), ["−0.5", "0.0", "0.5"]);
        assert_eq!(
            labels(0.0, 1.7e-3, 4),
            ["0.0000", "0.0005", "0.0010", "0.0015"]
        );
        assert_eq!(labels(0.0, 4e-7, 2), ["0", "2.0e−7", "4.0e−7"]);
        assert_eq!(labels(0.0, 3200.0, 3), ["0", "1000", "2000", "3000"]);
    }

    #[test]
    fn an_axis_without_extent_gets_some() {
        let axis = Axis::linear("epoch", 1.0, 1.0, 5);
        assert!(axis.low < 1.0 && axis.high > 1.0);
    }
}
