//! What happens when the kernel loads this library.

extern "C" fn on_load() {
    session::prepare();
}

/// Run by the dynamic linker when the first cell loads this library.
#[used]
#[cfg_attr(target_os = "linux", unsafe(link_section = ".init_array"))]
#[cfg_attr(target_os = "macos", unsafe(link_section = "__DATA,__mod_init_func"))]
static ON_LOAD: extern "C" fn() = on_load;

/// What a `for` and an `if` without a value leave below a cell: nothing, in place of `()`.
pub trait ShowNothing {
    /// The evcxr kernel calls it on a cell's last expression.
    fn evcxr_display(&self) {}
}

impl ShowNothing for () {}
