//! Hooks: one a file, each with a small handle.

mod use_frame;
mod use_growth;
mod use_opener;
mod use_printing;
mod use_store;

pub(super) use use_frame::use_frame;
pub(super) use use_growth::use_growth;
pub(super) use use_opener::{Asked, use_opener};
pub(super) use use_printing::use_printing;
pub(super) use use_store::{
    Dispatch, Shared, Store, use_compare, use_dispatch, use_read_again, use_words,
};
