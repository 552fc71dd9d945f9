//! What rust-analyzer may know of polars 0.55: types and the methods a cell is likely to call.
//! Never compiled; the bodies say nothing.

pub mod error {
    pub struct PolarsError;
    pub type PolarsResult<T> = Result<T, PolarsError>;
}

pub mod prelude {
    pub use crate::error::{PolarsError, PolarsResult};

    #[derive(Clone, Debug)]
    pub struct DataFrame;

    impl DataFrame {
        pub fn new(_: usize, _: Vec<Column>) -> PolarsResult<DataFrame> {
            loop {}
        }
        pub fn height(&self) -> usize {
            loop {}
        }
        pub fn width(&self) -> usize {
            loop {}
        }
        pub fn shape(&self) -> (usize, usize) {
            loop {}
        }
        pub fn head(&self, _: Option<usize>) -> DataFrame {
            loop {}
        }
        pub fn tail(&self, _: Option<usize>) -> DataFrame {
            loop {}
        }
        pub fn slice(&self, _: i64, _: usize) -> DataFrame {
            loop {}
        }
        pub fn column(&self, _: &str) -> PolarsResult<&Column> {
            loop {}
        }
        pub fn select<I>(&self, _: I) -> PolarsResult<DataFrame> {
            loop {}
        }
        pub fn sort<I, O>(&self, _: I, _: O) -> PolarsResult<DataFrame> {
            loop {}
        }
    }

    #[derive(Clone, Debug)]
    pub struct Column;

    impl Column {
        pub fn new<N, T>(_: N, _: T) -> Column {
            loop {}
        }
        pub fn len(&self) -> usize {
            loop {}
        }
        pub fn as_materialized_series(&self) -> &Series {
            loop {}
        }
    }

    #[derive(Clone, Debug)]
    pub struct Series;

    impl Series {
        pub fn new<N, T>(_: N, _: T) -> Series {
            loop {}
        }
        pub fn len(&self) -> usize {
            loop {}
        }
        pub fn mean(&self) -> Option<f64> {
            loop {}
        }
        pub fn sum<T>(&self) -> PolarsResult<T> {
            loop {}
        }
        pub fn min<T>(&self) -> PolarsResult<Option<T>> {
            loop {}
        }
        pub fn max<T>(&self) -> PolarsResult<Option<T>> {
            loop {}
        }
    }
}
