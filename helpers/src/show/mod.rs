//! Figures and tables as a notebook shows them.
