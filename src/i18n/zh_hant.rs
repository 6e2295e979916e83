//! 繁體中文.

use std::cmp::Ordering;

use super::indicator::short_name;
use super::{
    ChartMessages, Explanation, FindMessages, Language, ListingColumns, ListingMessages, Messages,
    Problem, grouped, indicator_name,
};
use crate::chart::Kind;
use crate::check::{Verdict, wording};
use crate::diagnostic::DiagnosticCode;
use crate::source::{Loss, LossKind, LossPlace, SourceError};
use crate::statistic::{Approximation, Change, Direction, StatisticKind, Topic};
use crate::text::date;

/// 繁體中文.
pub const ZH_HANT: Messages = Messages {
    language: Language::ZhHant,
    code: "zh-Hant",
    settings: "更多",
    reading_aids: super::aids::ZH_HANT,
    language_label: "語言",
    date: date::in_words,
    separator: "、",
    gap: "",
    gloss: |_, _| "",
    indicator_name: |name| indicator_name(Language::ZhHant, name),
    stage: |indicator, label| short_name(Language::ZhHant, indicator, label),
    name: "法鑑",
    purpose: "開啟一份法治政府建設年度報告，看清它的結構、數據和每個數據的出處。",
    drop_here: "把報告拖到這裡",
    formats: "純文字、網頁、Word、WPS、PDF、OFD 檔案和壓縮檔，可一次開啟多份",
    release: "鬆開即可開啟",
    save: "存為單個檔案",
    not_saved: "沒有存成：瀏覽器沒有寫出檔案，或網站上缺少 fajian.html。請重新整理頁面再試，或用單檔版開啟報告後再存。",
    choose_file: "選擇檔案",
    paste: "貼上",
    samples: "沒有報告在手邊？先看範例",
    sample: [
        ("數據詳盡的報告", "複議、訴訟、信訪俱全"),
        ("未提訴訟的報告", "看未披露如何標出"),
        ("繁體網頁的報告", "夾雜導覽等網頁內容"),
    ],
    privacy: "報告只在您的瀏覽器裡讀取，不會上傳。開啟一份之後中斷網路，照樣可用，一試便知。",
    skip: "跳到正文",
    open: "開啟",
    elder: "長者版",
    appearance: "外觀",
    appearances: ["隨系統", "淺色", "深色", "高對比白底", "高對比黑底", "高對比黃字"],
    paste_title: "貼上報告",
    paste_label: "在網頁或文件裡全選、複製，再貼上到這裡",
    paste_submit: "讀取",
    close: "關閉",
    pasted_name: "貼上的內容",
    unnamed: "未命名",
    reading: |name| format!("正在讀取「{name}」"),
    cancel: "取消",
    kept: "原來開啟的報告還在。",
    failed: |name| format!("沒能開啟「{name}」"),
    reading_several: |done, count| format!("共 {count} 份，已讀 {done} 份。"),
    opened_several: |opened| format!("已開啟 {opened} 份報告，可在頂部切換。"),
    open_reports: "已開啟的報告",
    losses: "檔案中沒有讀到的內容",
    loss: loss_words,
    partial: "只讀懂了一部分",
    partial_damaged: |count| {
        format!("有 {count} 處文字已損壞，用「�」標出。請換用原始檔案，或重新儲存後再開啟。")
    },
    partial_unlike: "這份檔案裡沒有標題、章節和數據，不像年度報告。若選錯了檔案，請開啟報告的原文。",
    not_kept: "選擇沒有儲存：瀏覽器不讓本頁儲存。這次照常有效；要長久有效，請在瀏覽器裡允許本站儲存資料。",
    partial_sections: "沒有認出章節標題，大綱為空。",
    partial_statistics: "沒有讀到數據。若原文的數據在圖片裡，請換用文字版。",
    views: ["概覽", "正文", "數據", "圖表", "核查"],
    verdict: |verdict| match verdict {
        Verdict::Fail => "不符",
        Verdict::Warn => "存疑",
        Verdict::Unknown => "不明",
        Verdict::Ok => "相符",
    },
    check_kind: wording::ZH_HANT.kind,
    checks_note: "按印出的數字和規定逐項核對，只說相符與否，不作評判；證據不足的標為不明。",
    checks_none: "沒有可以核查的內容。",
    checks_hold: |count| format!("相符的 {count} 項"),
    checks_count: |verdict, count| format!("{verdict} {count} 項"),
    check_source: |source| format!("依據：{source}"),
    outline: "大綱",
    no_outline: "沒有認出章節標題。",
    year: |year| format!("{year}年度"),
    published: "發布日期",
    signed: "成文日期",
    document_number: "發文字號",
    index_number: "索引號",
    addressee: "主送機關",
    file: "檔案",
    encoding: "文字編碼",
    untitled: "（原文沒有標題）",
    counts: |sections, statistics| format!("{sections} 個章節，{statistics} 項數據"),
    key_figures: "主要數據",
    undisclosed: "未披露",
    undisclosed_note: |topic| format!("全文沒有{topic}的數據。未披露不等於沒有。"),
    furniture: |count| format!("網頁附帶內容（{count} 行）"),
    table: "原文表格",
    statistics: |count| format!("數據（{count} 項）"),
    part_of: |parent| format!("其中，屬於「{parent}」"),
    period: period_words,
    indicator: |indicator| format!("指標：{indicator}"),
    zero: "原文寫明為零",
    approximation: |approximation| match approximation {
        Approximation::About => (true, "約"),
        Approximation::Over => (false, "餘"),
        Approximation::Under => (true, "不足"),
        Approximation::Nearly => (true, "近"),
    },
    change: change_words,
    topic: |topic| match topic {
        Topic::Reconsideration => "行政複議",
        Topic::Litigation => "行政訴訟",
        Topic::Petition => "信訪",
        Topic::Enforcement => "行政執法",
        Topic::NormativeDocument => "規範性文件",
        Topic::Decision => "重大決策與合法性審查",
        Topic::Publicity => "普法宣傳",
        Topic::Training => "學法培訓",
        Topic::Disclosure => "政務公開",
        Topic::Approval => "行政審批",
        Topic::Mediation => "調解與公共法律服務",
        Topic::Procuratorial => "檢察建議與司法建議",
        Topic::Hearing => "聽證",
        Topic::LegalCounsel => "法律顧問與公職律師",
        Topic::Other => "其他",
    },
    not_counted: |count| format!("看到但沒有計入的（{count} 處）"),
    more: |count| format!("另有 {count} 處"),
    diagnostic: |code| match code {
        DiagnosticCode::Target => "目標或計劃，不是結果",
        DiagnosticCode::Requirement => "法規或制度的要求",
        DiagnosticCode::Ordinal => "序號、條款或屆次",
        DiagnosticCode::Hotline => "熱線或系統的名稱",
        DiagnosticCode::Slogan => "名稱裡的數字",
        DiagnosticCode::NoUnit => "沒有單位，看不出數的是什麼",
        DiagnosticCode::Placeholder => "該填數字處是空的",
        DiagnosticCode::HeadingGap => "章節序號重複或跳號",
        DiagnosticCode::DamagedText => "文字已損壞",
    },
    problem: explanation,
    export: super::export::ZH_HANT,
    compare: super::compare::ZH_HANT,
    chart: ChartMessages {
        flow: |topic| format!("{topic}案件辦理情況"),
        channels: "信訪渠道",
        rates: |topic| format!("{topic}的比率"),
        counts: |topic| format!("{topic}各項數量"),
        subtitle: |measure, unit, year| {
            let mut line = measure.to_owned();
            if !unit.is_empty() {
                line.push_str(&format!(" · 單位：{unit}"));
            }
            if let Some(year) = year {
                line.push_str(&format!(" · {year}年"));
            }
            line
        },
        join: |facts| facts.join("，"),
        fact: |label, shown| format!("{label}{shown}"),
        most: |label, shown| format!("{label}最多，{shown}"),
        most_result: |label, shown| format!("結果以{label}最多（{shown}）"),
        range: |high, low| format!("{}最高，{}；{}最低，{}", high.0, high.1, low.0, low.1),
        all_same: |count, shown| format!("{count} 項比率均為{shown}"),
        largest: |shown, all| format!("共 {all} 項，圖中是最大的 {shown} 項"),
        remainder: "斜線：所屬總數中的其餘部分",
        item: "項目",
        value: "數值",
        share: "占比",
        source: "出處",
        share_of: |whole, percent| format!("占{whole}{percent}%"),
        show_table: "數據表",
        place: |numbers| format!("本報告{numbers}"),
        from: "來源：",
        whole_report: "本報告",
        kind_label: "圖形",
        kind: |kind| match kind {
            Kind::Funnel => "逐級條形",
            Kind::Bars => "條形",
            Kind::Stacked => "分段條形",
            Kind::Grouped => "兩年對照",
            Kind::Dots => "點圖",
            Kind::Line => "折線",
            Kind::Panels => "分主題點圖",
        },
        this_year: |year| year.map_or_else(|| "本年".to_owned(), |year| format!("{year}年")),
        year_before,
        computed: |year| format!("{}，按印出的增減推算", year_before(year)),
        earlier: |shown, is_computed| {
            format!("上年{shown}{}", if is_computed { "（按印出的增減推算）" } else { "" })
        },
        earlier_head: "上年",
        computed_mark: "按印出的增減推算",
        about: "約",
        two_years: |topic| format!("{topic}與上年對照"),
        changed: |label, before, now, order| match order {
            Ordering::Greater => format!("{label}由上年的{before}升至{now}"),
            Ordering::Less => format!("{label}由上年的{before}降至{now}"),
            Ordering::Equal => format!("{label}{now}，與上年持平"),
        },
        years: |indicator, from, to| format!("{indicator}，{from}—{to}年"),
        went: |indicator, first, last, order| match order {
            Ordering::Greater => {
                format!("{indicator}由{}的{}升至{}的{}", first.0, first.1, last.0, last.1)
            }
            Ordering::Less => {
                format!("{indicator}由{}的{}降至{}的{}", first.0, first.1, last.0, last.1)
            }
            Ordering::Equal => format!("{indicator}{}與{}均為{}", first.0, last.0, last.1),
        },
        through_reports: "逐年變化（已開啟的各年報告）",
        across: "其他主題的比率",
        across_name: "其他主題",
        full_rates: |count, full, lowest| {
            format!("{count} 項比率中 {full} 項為100%，{}最低，{}", lowest.0, lowest.1)
        },
        national: |shown, year| format!("全國{shown}%（{year}年）"),
        national_head: "全國",
        national_note: |indicator, year, definition, source| {
            format!("豎線為全國{year}年{indicator}：{definition}。來源：{source}。")
        },
        keys: "方向鍵在各項間移動，Enter 到原文，Esc 離開",
    },
    find: FindMessages {
        label: "尋找",
        previous: "上一處",
        next: "下一處",
        clear: "結束尋找",
        nothing: "沒有找到",
        place: |number, count, is_more| {
            format!("第 {number} 處，共 {}{count} 處", if is_more { "至少 " } else { "" })
        },
    },
    listing: ListingMessages {
        widen: "展開為表格",
        narrow: "收起表格",
        filter: "篩選資料",
        kinds: "類別",
        all_topics: "全部主題",
        all_sections: "全部章節",
        all_kinds: "全部類別",
        kind: |kind| match kind {
            StatisticKind::Count => "數量",
            StatisticKind::Part => "其中（屬於某總數）",
            StatisticKind::Rate => "比率",
            StatisticKind::Amount => "金額",
            StatisticKind::Zero => "零",
            StatisticKind::Change => "有同比變化",
            StatisticKind::ChangeOnly => "只有變化",
            StatisticKind::Period => "其他期間",
        },
        choice: |name, count| format!("{name}（{count}）"),
        shown: |shown, all| {
            if shown == all { format!("{all} 項") } else { format!("{all} 項中的 {shown} 項") }
        },
        none: "沒有符合條件的資料。",
        clear: "清除篩選",
        copy: "複製表格",
        copied: |rows| format!("已複製 {rows} 行，可貼上到試算表。"),
        not_copied: "瀏覽器不允許複製，請選取表格後手動複製。",
        chart: "看圖表",
        columns: ListingColumns {
            name: "指標",
            topic: "主題",
            value: "數值",
            change: "變化",
            parent: "所屬",
            period: "期間",
            section: "章節",
            source: "原文",
        },
        copied_columns: [
            "名稱",
            "規範指標",
            "主題",
            "數值",
            "單位",
            "約數",
            "變化",
            "所屬",
            "期間",
            "章節",
            "原文",
        ],
    },
};

fn year_before(year: Option<i32>) -> String {
    year.map_or_else(|| "上年".to_owned(), |year| format!("{}年", year - 1))
}

fn explanation(problem: Problem) -> Explanation {
    let (what, next) = match problem {
        Problem::Source(error) => source_words(error),
        Problem::TooLarge => {
            ("檔案超過 50 MB，一份報告不會這麼大。", "請只保留報告正文，另存後再開啟。")
        }
        Problem::NotReadable => {
            ("瀏覽器沒能讀取它，可能是資料夾，或檔案已被移走。", "請重新選擇檔案。")
        }
        Problem::NoReaders => {
            ("讀這種檔案的元件沒有載入成功。", "請檢查網路後重試，或複製報告全文貼上到這裡。")
        }
        Problem::Stopped => ("讀取中途停止了。", "請再試一次；若仍然停止，請改為貼上報告全文。"),
        Problem::NothingGiven => {
            ("沒有收到文件，也沒有收到文字。", "請拖入檔案，或複製報告全文再貼上。")
        }
    };
    Explanation { what, next }
}

fn source_words(error: SourceError) -> (&'static str, &'static str) {
    match error {
        SourceError::Empty => {
            ("裡面沒有文字。", "請確認檔案不是空的，或直接複製報告全文貼上進來。")
        }
        SourceError::OpenDocument | SourceError::RichText => {
            ("還讀不了這種文件。", "請開啟它，另存為 DOCX，再拖進來。")
        }
        SourceError::Spreadsheet => {
            ("這是試算表或簡報，不是報告正文。", "請開啟報告正文，全選、複製，再貼上到這裡。")
        }
        SourceError::WebArchive => {
            ("這是 Safari 打包儲存的網頁，還讀不了。", "請複製網頁內容貼上進來，或另存為網頁檔案。")
        }
        SourceError::Archive => ("還讀不了這種壓縮檔。", "請先解壓，再開啟裡面的報告。"),
        SourceError::Folder => ("壓縮檔裡有多個檔案。", "請先解壓，再開啟裡面的報告。"),
        SourceError::EmptyFolder => {
            ("壓縮檔裡沒有能讀的文件。", "請確認沒有拿錯壓縮檔，或先解壓再開啟裡面的報告。")
        }
        SourceError::Damaged => {
            ("檔案不完整或已損壞，沒有讀出文字。", "請重新下載，或用原程式開啟後另存一份。")
        }
        SourceError::Locked => ("檔案加了密碼。", "請用原程式開啟，去掉密碼另存後再試。"),
        SourceError::Scanned => {
            ("沒有讀出文字：每一頁都是圖片（掃描檔）。", "請換用文字版，或先做文字辨識。")
        }
        SourceError::TooMuch => {
            ("檔案展開後太大，一份報告不會這麼大。", "請只保留報告正文，另存後再開啟。")
        }
        SourceError::NoReader => {
            ("還讀不了這種文件。", "請開啟文件，全選、複製，再貼上到這裡，表格會一併帶來。")
        }
        SourceError::Picture => ("沒有讀出文字：這是一張圖片。", "請換用文字版，或先做文字辨識。"),
        SourceError::NotText => (
            "這不是可以讀的文件（純文字、網頁、Word、PDF、OFD）。",
            "請在原程式裡開啟它，全選、複製，再貼上到這裡。",
        ),
        SourceError::Unreadable => {
            ("沒有讀出文字：檔案的編碼無法辨識。", "請另存為 UTF-8 純文字，或複製全文貼上進來。")
        }
    }
}

fn loss_words(loss: &Loss) -> String {
    let what = match loss.kind {
        LossKind::Picture => "圖片，其中可能有文字",
        LossKind::ScannedPage => "掃描頁，沒有文字",
        LossKind::EmbeddedObject => "嵌入的圖表或文件",
        LossKind::Attachment => "附件",
        LossKind::UnknownCharacters => "檔案沒有說明的字元",
        LossKind::DamagedPart => "損壞或缺失的部分",
        LossKind::LockedPart => "加了密碼的部分",
        LossKind::BeyondLimit => "超出上限的部分",
        LossKind::OtherFile => "不是文件的檔案",
    };
    match &loss.place {
        LossPlace::Document => what.to_owned(),
        LossPlace::Page(page) => format!("第 {page} 頁：{what}"),
        LossPlace::Part(name) => format!("{name}：{what}"),
    }
}

fn change_words(change: &Change) -> String {
    let size = change.value.map(grouped).unwrap_or_default();
    // A unit says nothing without a size.
    let unit = change.unit.as_deref().filter(|_| !size.is_empty()).unwrap_or_default();
    let unit = if unit == "个百分点" { "個百分點" } else { unit };
    if unit == "ratio" {
        return format!("是上年的{size}倍");
    }
    let mut words = match change.direction {
        Direction::Up => format!("較上年上升{size}{unit}").trim_end().to_owned(),
        Direction::Down => format!("較上年下降{size}{unit}").trim_end().to_owned(),
        Direction::Flat => "與上年持平".to_owned(),
    };
    if let Some(from) = change.from {
        words.push_str(&format!("（上年{}）", grouped(from)));
    }
    words
}

/// An ISO 8601 interval in words: `2020-07-03/..` → 2020年7月3日起.
fn period_words(period: &str) -> String {
    let date = date::in_words;
    match period.split_once('/') {
        Some((start, "..")) => format!("時段：{}起", date(start)),
        Some(("..", end)) => format!("時段：截至{}", date(end)),
        Some((start, end)) => format!("時段：{}至{}", date(start), date(end)),
        None => format!("時段：{}", date(period)),
    }
}
