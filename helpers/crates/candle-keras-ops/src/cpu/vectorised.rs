//! Loops compiled once for every vector width.

/// Declares functions whose bodies are compiled for each of the processors' vector widths; a call takes the right
/// one. (A closure given to `pulp`'s dispatch is compiled for the narrowest, unless it happens to be inlined.)
/// References name their lifetime. Worth a call from some hundred elements on.
macro_rules! vectorised {
    ($(
        $(#[$doc:meta])*
        $visibility:vis fn $name:ident<$life:lifetime>($($argument:ident: $type:ty),* $(,)?) $(-> $result:ty)? $body:block
    )*) => {$(
        $(#[$doc])*
        $visibility fn $name<$life>($($argument: $type),*) $(-> $result)? {
            struct Work<$life> {
                $($argument: $type,)*
                life: std::marker::PhantomData<&$life ()>,
            }
            impl<$life> pulp::WithSimd for Work<$life> {
                type Output = vectorised!(@output $($result)?);
                #[inline(always)]
                fn with_simd<S: pulp::Simd>(self, _: S) -> Self::Output {
                    let Work { $($argument,)* .. } = self;
                    $body
                }
            }
            pulp::Arch::new().dispatch(Work { $($argument,)* life: std::marker::PhantomData })
        }
    )*};
    (@output) => { () };
    (@output $result:ty) => { $result };
}
pub(crate) use vectorised;
