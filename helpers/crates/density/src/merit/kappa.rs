//! Cohen's kappa: agreement beyond chance.

use super::confusion::ConfusionMatrix;

/// `1 - sum(w o) / sum(w e)` with the observed counts o, the counts e expected by chance (row sum times column sum
/// over the total) and a weight w that says how much a confusion of two classes matters. NaN when chance alone would
/// leave nothing to disagree on, as with one class only.
///
/// Cohen, Psychol. Bull. 70, 213 (1968); scikit-learn `cohen_kappa_score` with all classes as `labels`.
impl ConfusionMatrix {
    /// Cohen's kappa: every confusion weighs the same, w = 1.
    pub fn kappa(&self) -> f64 {
        self.weighted_kappa(|distance| if distance == 0 { 0.0 } else { 1.0 })
    }

    /// Linearly weighted kappa: w is the distance between the classes, |true - predicted|. NaN for classes without an order.
    pub fn kappa_linear(&self) -> f64 {
        self.ordinal_kappa(|distance| distance as f64)
    }

    /// Quadratically weighted kappa: w = (true - predicted)², the usual one for ordered classes such as BI-RADS
    /// density. NaN for classes without an order.
    pub fn kappa_quadratic(&self) -> f64 {
        self.ordinal_kappa(|distance| (distance as f64).powi(2))
    }

    fn ordinal_kappa(&self, weight: impl Fn(usize) -> f64) -> f64 {
        if self.classes().is_ordinal() {
            self.weighted_kappa(weight)
        } else {
            f64::NAN
        }
    }

    fn weighted_kappa(&self, weight: impl Fn(usize) -> f64) -> f64 {
        let (support, predicted) = (self.support(), self.predicted());
        let total = self.total() as f64;
        let (mut observed, mut expected) = (0.0, 0.0);
        for (t, p, count) in self.cells() {
            let w = weight(t.abs_diff(p));
            observed += w * count as f64;
            expected += w * support[t] as f64 * predicted[p] as f64 / total;
        }
        1.0 - observed / expected
    }
}
