//! Components: one a file, named after it.

mod check_list;
mod compare;
mod export_menu;
mod figure_actions;
mod figure_view;
mod leaf_view;
mod notice_bar;
mod open_panel;
mod outline;
mod overview;
mod paste_dialog;
mod printed_statistics;
mod reading_panel;
mod settings_panel;
mod skipped_list;
mod statistic_list;
mod svg_view;
mod text_view;
mod tongue;
mod top_bar;
mod view_bar;

pub(super) use check_list::CheckList;
pub(super) use compare::CompareView;
pub(super) use notice_bar::{failure_card, notice_bar, partial_note};
pub(super) use open_panel::{Ways, open_panel};
pub(super) use outline::OutlineNav;
pub(super) use overview::Overview;
pub(super) use paste_dialog::{PasteDialog, show as show_paste};
pub(super) use printed_statistics::PrintedStatistics;
pub(super) use reading_panel::reading_panel;
pub(super) use statistic_list::StatisticList;
pub(super) use text_view::TextView;
pub(super) use top_bar::TopBar;
pub(super) use view_bar::view_bar;
