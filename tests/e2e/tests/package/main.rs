//! 安装包: the element as a package, installed and built as other people do it.

mod floor;
mod portal;
mod same;
mod sample;
