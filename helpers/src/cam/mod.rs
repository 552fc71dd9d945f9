//! Class activation maps: where the network looked.
