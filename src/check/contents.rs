//! 必备内容: what the rules ask a report to contain, found by what its sections are for.

use std::sync::LazyLock;

use super::finding::{Finding, Found, Item, Presence, Verdict};
use super::issuer::{self, ReportKind};
use super::rules::{self, Content, rules};
use super::subject::Subject;
use crate::document::{self, Passage, SectionRole};
use crate::text::words::WordList;

/// A text shorter than this, in bytes, or with fewer headings, tells nothing by what it lacks.
const SHORT: usize = 900;

/// Looks for everything that the rules of the report's year ask for.
pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Found>) {
    let report = issuer::report_kind(subject);
    let Some(year) = subject.front.year.filter(|_| report != ReportKind::Other) else { return };
    let issuer = issuer::issuer_kind(subject);
    let view = View::new(subject, year);
    let due = rules::due_at_latest(year);
    let made = [&subject.front.published, &subject.front.signed]
        .into_iter()
        .flatten()
        .find_map(|date| rules::date(date));
    for content in rules().contents.iter().filter(|content| content.report == report) {
        let later_rule = !content.holds_on(due);
        if later_rule && !made.is_some_and(|day| content.holds_on(day)) {
            continue;
        }
        let place = view.find(content.item);
        let verdict = match place.presence {
            Presence::Own | Presence::Shared => Verdict::Ok,
            Presence::WithoutCauses | Presence::NotSeen => Verdict::Unknown,
            // The part itself may stand where the text is cut off.
            Presence::Mentioned if view.absence(content.item) != Presence::Missing => {
                Verdict::Unknown
            }
            Presence::Missing if content.issuers.contains(&issuer) && !later_rule => Verdict::Fail,
            Presence::Missing | Presence::Mentioned => Verdict::Warn,
        };
        found.push(view.report(content, &place, verdict, later_rule));
    }
}

/// Where a required thing was found.
struct Place {
    presence: Presence,
    section: Option<usize>,
    /// Index of the passage, where no section is about it.
    passage: Option<usize>,
}

impl Place {
    const fn section(presence: Presence, section: usize) -> Self {
        Self { presence, section: Some(section), passage: None }
    }
}

/// The report as far as its parts go.
struct View<'s, 'a> {
    subject: &'s Subject<'a>,
    /// The role of each section.
    roles: Vec<SectionRole>,
    year: i32,
    /// Whether the end of the report can be seen: a signature, or words that close it.
    ends: bool,
    /// Whether there is enough of it, from its beginning.
    is_substantial: bool,
}

static CLOSINGS: LazyLock<WordList> =
    LazyLock::new(|| WordList::by_first("特此报告 专此报告 以上报告".split(' ')));
static CAUSES: LazyLock<WordList> = LazyLock::new(|| {
    WordList::by_first(
        "原因 由于 因为 导致 受制 受困 受限 制约 因素 源于 影响 是因 主要是 归结 \
            根源"
            .split(' '),
    )
});
static PLANS: LazyLock<WordList> = LazyLock::new(|| {
    WordList::by_first(
        "下一步 下步 下一年 下年度 下一阶段 下阶段 打算 思路 计划 安排 改进 今后 整改 \
            努力方向 对策 措施 明年 新一年 新的一年 来年 举措 重点工作 主要工作"
            .split(' '),
    )
});
/// Words of a heading that speak of what is to come and of nothing else.
static AHEAD: LazyLock<WordList> = LazyLock::new(|| {
    WordList::by_first("下一步 下步 下一年 下年度 下阶段 打算 明年 新一年 新的一年 来年".split(' '))
});
static SHORTCOMINGS: LazyLock<WordList> = LazyLock::new(|| {
    WordList::by_first(
        "还存在 仍存在 存在一些 存在不足 存在的不足 存在的问题 存在问题 主要问题 仍有差距 \
            还有差距 还有不足 不足之处 薄弱环节"
            .split(' '),
    )
});
static PRINCIPALS: LazyLock<WordList> = LazyLock::new(|| {
    WordList::by_first("主要负责人 主要领导 主要负责同志 一把手 党政主要".split(' '))
});
/// What principals do for the rule of law; without such words they are only named.
static DUTIES: LazyLock<WordList> =
    LazyLock::new(|| WordList::by_first("履行 履职 亲自 带头 述法 职责".split(' ')));
/// The longest line that can be a heading without a number, in characters.
const HEADING: usize = 30;

impl<'s, 'a> View<'s, 'a> {
    fn new(subject: &'s Subject<'a>, year: i32) -> Self {
        let last = subject.passages.len().saturating_sub(3);
        let closes = subject.passages[last..]
            .iter()
            .any(|passage| CLOSINGS.stands_in(subject.passage(passage)));
        let starts_at_one = subject.sections.first().is_some_and(|section| {
            section.number.as_deref().is_none_or(|number| number.contains(['一', '1']))
        });
        Self {
            subject,
            roles: document::roles(subject.passages, subject.sections.len()),
            year,
            ends: closes || !subject.signature().is_empty(),
            is_substantial: starts_at_one
                && subject.sections.len() >= 3
                && subject.reading.text.len() >= SHORT,
        }
    }

    fn find(&self, item: Item) -> Place {
        let place = match item {
            Item::Results => self.results(),
            Item::Shortcomings => self.shortcomings(),
            Item::FirstResponsiblePerson => self.principal(),
            Item::Plan => self.plan(),
            Item::Other => self.with_role(SectionRole::Other),
            Item::DisclosureOverview => self.headed(&["总体情况", "概述", "基本情况"]),
            Item::DisclosureActive => self.headed(&["主动公开"]),
            Item::DisclosureRequests => self.headed(&["申请"]),
            Item::DisclosureDisputes => self.headed(&["复议", "诉讼"]),
            Item::DisclosureProblems => self.headed(&["问题", "不足", "改进"]),
            Item::DisclosureOther => self.headed(&["其他", "其它"]),
        };
        place.unwrap_or(Place { presence: self.absence(item), section: None, passage: None })
    }

    /// What it means that something is nowhere.
    fn absence(&self, item: Item) -> Presence {
        let has = |role| self.roles.contains(&role);
        let plan = has(SectionRole::Plan) || self.joint_plan().is_some();
        let seen = match item {
            // What stands behind it in a report is there; the rule names the principals behind the shortcomings.
            Item::Shortcomings | Item::FirstResponsiblePerson => self.ends || plan,
            Item::Plan => self.ends,
            // 其他 is asked for only where there is something.
            Item::Other | Item::Results | Item::DisclosureOther => false,
            _ => self.ends,
        };
        if seen && self.is_substantial { Presence::Missing } else { Presence::NotSeen }
    }

    /// The first section with a role: one of the top level before others.
    fn with_role(&self, role: SectionRole) -> Option<Place> {
        let level = |section: usize| self.subject.sections[section].level;
        let own = |section: &usize| self.roles[*section] == role;
        let top = (0..self.roles.len()).find(|section| own(section) && level(*section) == 1);
        top.map(|section| Place::section(Presence::Own, section)).or_else(|| {
            let any = (0..self.roles.len()).find(own);
            any.map(|section| Place::section(Presence::Shared, section))
        })
    }

    fn results(&self) -> Option<Place> {
        let passages = self.subject.passages.iter();
        let mut told = passages.enumerate().filter(|(_, it)| {
            it.role == SectionRole::Results && it.heading_len + 90 < it.span.end - it.span.start
        });
        // A part that says little is a part all the same.
        let Some((index, passage)) = told.next() else {
            return self.headed(&["举措", "成效"]);
        };
        let section = passage.section.or_else(|| told.find_map(|(_, passage)| passage.section));
        // The part as a whole, not its first chapter.
        let section = section.map(|section| {
            let above = (0..=section).rev().find(|&it| self.subject.sections[it].level == 1);
            above.unwrap_or(section)
        });
        Some(Place { presence: Presence::Own, section, passage: Some(index) })
    }

    fn shortcomings(&self) -> Option<Place> {
        let headed = || self.unnumbered(|words| SHORTCOMINGS.stands_in(words));
        if self.with_role(SectionRole::Shortcomings).is_none() {
            return headed().or_else(|| self.mentioned(|words| SHORTCOMINGS.stands_in(words)));
        }
        let place = self.with_role(SectionRole::Shortcomings)?;
        let of_role = |passage: &&Passage| passage.role == SectionRole::Shortcomings;
        let gives_causes = self
            .subject
            .passages
            .iter()
            .filter(of_role)
            .any(|passage| CAUSES.stands_in(self.subject.passage(passage)));
        let presence = if gives_causes { place.presence } else { Presence::WithoutCauses };
        Some(Place { presence, ..place })
    }

    fn principal(&self) -> Option<Place> {
        let headed = || {
            self.unnumbered(|words| {
                PRINCIPALS.stands_in(words) && (DUTIES.stands_in(words) || words.contains("法治"))
            })
        };
        self.with_role(SectionRole::FirstResponsiblePerson).or_else(headed).or_else(|| {
            let full = self.passage_with(|words| {
                words.contains("第一责任人") && words.contains("履行") && words.len() > 180
            });
            full.map(|place| Place { presence: Presence::Shared, ..place }).or_else(|| {
                self.mentioned(|words| {
                    words.contains("第一责任人")
                        || PRINCIPALS.stands_in(words) && DUTIES.stands_in(words)
                })
            })
        })
    }

    fn plan(&self) -> Option<Place> {
        let headed = || {
            let next = format!("{}年", self.year + 1);
            self.unnumbered(|words| AHEAD.stands_in(words) || words.contains(&next))
        };
        let own = self.with_role(SectionRole::Plan).or_else(|| self.joint_plan()).or_else(headed);
        own.or_else(|| {
            let next = format!("{}年", self.year + 1);
            let ahead = self.passage_with(|words| {
                let by_year = words.find(&next).is_some_and(|at| {
                    let behind: String = words[at..].chars().take(16).collect();
                    ["将", "要", "继续", "计划"].iter().any(|word| behind.contains(word))
                });
                by_year || words.contains("下一步") || words.contains("下步")
            });
            ahead.map(|place| Place { presence: Presence::Shared, ..place })
        })
    }

    /// A plan in one part with the shortcomings: 存在的不足和2024年主要工作.
    fn joint_plan(&self) -> Option<Place> {
        let next = format!("{}年", self.year + 1);
        let joint = (0..self.roles.len()).find(|&section| {
            let heading = &self.subject.sections[section].heading;
            self.roles[section] == SectionRole::Shortcomings
                && (heading.contains(&next) || PLANS.stands_in(heading))
        });
        joint.map(|section| Place::section(Presence::Shared, section))
    }

    /// A section whose heading names a part of a disclosure report; else a passage that does.
    fn headed(&self, words: &[&str]) -> Option<Place> {
        let names = |text: &str| words.iter().any(|word| text.contains(word));
        let sections = &self.subject.sections;
        let top = (0..sections.len())
            .find(|&section| sections[section].level == 1 && names(&sections[section].heading));
        let any = || (0..sections.len()).find(|&section| names(&sections[section].heading));
        top.map(|section| Place::section(Presence::Own, section))
            .or_else(|| any().map(|section| Place::section(Presence::Shared, section)))
            .or_else(|| self.mentioned(names))
    }

    /// A part of its own whose heading has no number, or that the outline did not take for a heading.
    fn unnumbered(&self, is_it: impl Fn(&str) -> bool) -> Option<Place> {
        let stops: &[char] = &['。', ';', '!', ','];
        let sections = &self.subject.sections;
        let headed =
            (0..sections.len()).find(|&it| sections[it].level == 1 && is_it(&sections[it].heading));
        let lines = self.subject.passages.windows(2);
        let line = || {
            lines.enumerate().find_map(|(index, pair)| {
                let words = self.subject.passage(&pair[0]);
                let is_line = pair[0].cells.is_empty()
                    && words.chars().count() <= HEADING
                    && !words.trim_end_matches('。').contains(stops)
                    && self.subject.passage(&pair[1]).chars().count() > HEADING;
                (is_line && is_it(words)).then_some(index)
            })
        };
        headed.map(|section| Place::section(Presence::Own, section)).or_else(|| {
            let passage = line()?;
            Some(Place { presence: Presence::Own, section: None, passage: Some(passage) })
        })
    }

    fn mentioned(&self, is_it: impl Fn(&str) -> bool) -> Option<Place> {
        self.passage_with(is_it)
    }

    /// The first passage of the body that says something; as a mention.
    fn passage_with(&self, is_it: impl Fn(&str) -> bool) -> Option<Place> {
        let passages = &self.subject.passages;
        let index = passages.iter().position(|passage| is_it(self.subject.passage(passage)))?;
        let section = passages[index].section;
        Some(Place { presence: Presence::Mentioned, section, passage: Some(index) })
    }

    fn report(
        &self,
        content: &Content,
        place: &Place,
        verdict: Verdict,
        later_rule: bool,
    ) -> Found {
        let section = place.section.and_then(|section| self.subject.sections.get(section));
        let finding = Finding::Content {
            item: content.item,
            presence: place.presence,
            heading: section.map(|section| section.heading.clone()),
            later_rule,
        };
        let mut found = self.subject.on_places(verdict, finding, &[], content.source);
        found.sections = place.section.into_iter().collect();
        found.spans = match (place.passage, section) {
            (Some(passage), section) if place.presence != Presence::Own || section.is_none() => {
                let span = self.subject.passages[passage].span;
                vec![self.subject.reading.original(span)]
            }
            (_, Some(section)) => vec![section.span],
            _ => Vec::new(),
        };
        found
    }
}
