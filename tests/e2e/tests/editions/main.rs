//! The editions in three engines: the page on a server, the one file from a disk, the element in another page.

mod degrading;
mod element;
mod frame;
mod offline;
mod one_file;
mod portal;
mod scenario;
mod strict;
