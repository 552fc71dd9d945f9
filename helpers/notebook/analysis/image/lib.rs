//! What rust-analyzer may know of image 0.25: types and the methods a cell is likely to call.
//! Never compiled; the bodies say nothing.

pub struct ImageError;
pub type ImageResult<T> = Result<T, ImageError>;

#[derive(Clone, Copy, Debug)]
pub struct Luma<T>(pub [T; 1]);
#[derive(Clone, Copy, Debug)]
pub struct Rgb<T>(pub [T; 3]);
#[derive(Clone, Copy, Debug)]
pub struct Rgba<T>(pub [T; 4]);

macro_rules! channels {
    ($($pixel:ident),*) => {
        $(
            impl<T> std::ops::Index<usize> for $pixel<T> {
                type Output = T;
                fn index(&self, _: usize) -> &T {
                    loop {}
                }
            }
        )*
    };
}

channels!(Luma, Rgb, Rgba);

#[derive(Clone, Debug)]
pub struct ImageBuffer<P, C> {
    pixel: std::marker::PhantomData<P>,
    data: C,
}

pub type GrayImage = ImageBuffer<Luma<u8>, Vec<u8>>;
pub type RgbImage = ImageBuffer<Rgb<u8>, Vec<u8>>;
pub type RgbaImage = ImageBuffer<Rgba<u8>, Vec<u8>>;

impl<P, C> ImageBuffer<P, C> {
    pub fn width(&self) -> u32 {
        loop {}
    }
    pub fn height(&self) -> u32 {
        loop {}
    }
    pub fn dimensions(&self) -> (u32, u32) {
        loop {}
    }
    pub fn as_raw(&self) -> &C {
        loop {}
    }
    pub fn into_raw(self) -> C {
        loop {}
    }
    pub fn get_pixel(&self, _: u32, _: u32) -> &P {
        loop {}
    }
}

impl<P, S> ImageBuffer<P, Vec<S>> {
    pub fn new(_: u32, _: u32) -> Self {
        loop {}
    }
    pub fn from_raw(_: u32, _: u32, _: Vec<S>) -> Option<Self> {
        loop {}
    }
    pub fn from_pixel(_: u32, _: u32, _: P) -> Self {
        loop {}
    }
    pub fn from_fn<F>(_: u32, _: u32, _: F) -> Self {
        loop {}
    }
}

#[derive(Clone, Debug)]
pub enum DynamicImage {
    ImageLuma8(GrayImage),
    ImageRgb8(RgbImage),
    ImageRgba8(RgbaImage),
}

impl DynamicImage {
    pub fn width(&self) -> u32 {
        loop {}
    }
    pub fn height(&self) -> u32 {
        loop {}
    }
    pub fn to_luma8(&self) -> GrayImage {
        loop {}
    }
    pub fn to_rgb8(&self) -> RgbImage {
        loop {}
    }
    pub fn into_luma8(self) -> GrayImage {
        loop {}
    }
    pub fn into_rgb8(self) -> RgbImage {
        loop {}
    }
    pub fn resize(&self, _: u32, _: u32, _: imageops::FilterType) -> DynamicImage {
        loop {}
    }
    pub fn resize_exact(&self, _: u32, _: u32, _: imageops::FilterType) -> DynamicImage {
        loop {}
    }
    pub fn resize_to_fill(&self, _: u32, _: u32, _: imageops::FilterType) -> DynamicImage {
        loop {}
    }
    pub fn thumbnail(&self, _: u32, _: u32) -> DynamicImage {
        loop {}
    }
    pub fn thumbnail_exact(&self, _: u32, _: u32) -> DynamicImage {
        loop {}
    }
    pub fn blur(&self, _: f32) -> DynamicImage {
        loop {}
    }
    pub fn unsharpen(&self, _: f32, _: i32) -> DynamicImage {
        loop {}
    }
    pub fn brighten(&self, _: i32) -> DynamicImage {
        loop {}
    }
    pub fn adjust_contrast(&self, _: f32) -> DynamicImage {
        loop {}
    }
    pub fn grayscale(&self) -> DynamicImage {
        loop {}
    }
    pub fn fliph(&self) -> DynamicImage {
        loop {}
    }
    pub fn flipv(&self) -> DynamicImage {
        loop {}
    }
    pub fn rotate90(&self) -> DynamicImage {
        loop {}
    }
    pub fn rotate180(&self) -> DynamicImage {
        loop {}
    }
    pub fn rotate270(&self) -> DynamicImage {
        loop {}
    }
    pub fn to_rgba8(&self) -> RgbaImage {
        loop {}
    }
    pub fn crop_imm(&self, _: u32, _: u32, _: u32, _: u32) -> DynamicImage {
        loop {}
    }
}

pub fn open<P>(_: P) -> ImageResult<DynamicImage> {
    loop {}
}

/// Of the images above; the library takes more.
pub mod imageops {
    use crate::ImageBuffer;

    #[derive(Clone, Copy, Debug)]
    pub enum FilterType {
        Nearest,
        Triangle,
        CatmullRom,
        Gaussian,
        Lanczos3,
    }

    pub fn blur<P, C>(_: &ImageBuffer<P, C>, _: f32) -> ImageBuffer<P, C> {
        loop {}
    }

    pub fn resize<P, C>(_: &ImageBuffer<P, C>, _: u32, _: u32, _: FilterType) -> ImageBuffer<P, C> {
        loop {}
    }

    pub fn thumbnail<P, C>(_: &ImageBuffer<P, C>, _: u32, _: u32) -> ImageBuffer<P, C> {
        loop {}
    }

    pub fn unsharpen<P, C>(_: &ImageBuffer<P, C>, _: f32, _: i32) -> ImageBuffer<P, C> {
        loop {}
    }

    pub fn brighten<P, C>(_: &ImageBuffer<P, C>, _: i32) -> ImageBuffer<P, C> {
        loop {}
    }

    pub fn contrast<P, C>(_: &ImageBuffer<P, C>, _: f32) -> ImageBuffer<P, C> {
        loop {}
    }

    pub fn flip_horizontal<P, C>(_: &ImageBuffer<P, C>) -> ImageBuffer<P, C> {
        loop {}
    }

    pub fn flip_vertical<P, C>(_: &ImageBuffer<P, C>) -> ImageBuffer<P, C> {
        loop {}
    }

    pub fn rotate90<P, C>(_: &ImageBuffer<P, C>) -> ImageBuffer<P, C> {
        loop {}
    }

    pub fn rotate180<P, C>(_: &ImageBuffer<P, C>) -> ImageBuffer<P, C> {
        loop {}
    }

    pub fn rotate270<P, C>(_: &ImageBuffer<P, C>) -> ImageBuffer<P, C> {
        loop {}
    }
}
