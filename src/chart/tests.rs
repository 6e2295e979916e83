use super::*;

fn mark(label: &str, value: f64) -> Mark {
    Mark {
        label: label.to_owned(),
        name: format!("{label}，{value}件"),
        value: Some(value),
        shown: format!("{value}件"),
        ..Mark::default()
    }
}

fn drawing(kind: Kind, marks: Vec<Mark>) -> Drawing {
    let words = Words {
        remainder: "其余".to_owned(),
        now: "2023年".to_owned(),
        earlier: "2022年".to_owned(),
        computed: "2022年，按印出的增减推算".to_owned(),
    };
    Drawing { kind, marks, words, ..Drawing::default() }
}

fn draw(kind: Kind, marks: Vec<Mark>) -> Element {
    drawing(kind, marks).draw(Frame::default(), "a", "")
}

fn find<'a>(element: &'a Element, class: &str, found: &mut Vec<&'a Element>) {
    if attribute(element, "class").is_some_and(|own| own.split(' ').any(|word| word == class)) {
        found.push(element);
    }
    for child in &element.children {
        if let Node::Element(child) = child {
            find(child, class, found);
        }
    }
}

fn all<'a>(element: &'a Element, class: &str) -> Vec<&'a Element> {
    let mut found = Vec::new();
    find(element, class, &mut found);
    found
}

fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
}

fn number_of(element: &Element, name: &str) -> f64 {
    attribute(element, name).unwrap().parse().unwrap()
}

#[test]
fn bars_are_as_long_as_their_values() {
    let drawing = draw(Kind::Bars, vec![mark("收到", 200.0), mark("审结", 50.0)]);
    let bars = all(&drawing, "chart-bar");
    let (long, short) = (number_of(bars[0], "width"), number_of(bars[1], "width"));
    assert!((long / short - 4.0).abs() < 0.01, "{long} {short}");
}

#[test]
fn sorted_bars_start_with_the_longest_and_end_with_what_is_not_disclosed() {
    let silent = Mark { value: None, shown: "未披露".to_owned(), ..mark("办结", 0.0) };
    let drawing = draw(Kind::Bars, vec![silent, mark("少", 1.0), mark("多", 9.0), mark("零", 0.0)]);
    let order: Vec<_> =
        all(&drawing, "chart-mark").iter().map(|it| number_of(it, "data-mark")).collect();
    assert_eq!(order, [2.0, 1.0, 3.0, 0.0]);
}

#[test]
fn zero_is_drawn_and_said() {
    for kind in [Kind::Bars, Kind::Funnel, Kind::Stacked, Kind::Grouped] {
        let drawing = draw(kind, vec![mark("败诉", 0.0)]);
        assert_eq!(all(&drawing, "chart-zero").len(), 1, "{kind:?}");
        assert!(svg::write(&drawing).contains("0件"));
    }
}

#[test]
fn what_is_not_disclosed_is_an_empty_slot_with_the_word() {
    let silent = Mark { value: None, shown: "未披露".to_owned(), ..mark("办结", 0.0) };
    for kind in [Kind::Bars, Kind::Funnel, Kind::Stacked, Kind::Dots] {
        let drawing = draw(kind, vec![mark("收到", 3.0), silent.clone()]);
        assert_eq!(all(&drawing, "chart-slot").len(), 1, "{kind:?}");
        assert!(all(&drawing, "chart-zero").is_empty(), "{kind:?}: silence is not zero");
        assert!(svg::write(&drawing).contains("未披露"));
    }
}

#[test]
fn a_part_shows_the_rest_of_its_whole() {
    let part = Mark { whole: Some(100.0), depth: 1, ..mark("维持", 60.0) };
    let drawing = draw(Kind::Funnel, vec![mark("审结", 100.0), part]);
    let bar = number_of(all(&drawing, "chart-bar")[1], "width");
    let rest = number_of(all(&drawing, "chart-rest")[0], "width");
    assert!((bar / rest - 1.5).abs() < 0.01);
    assert!(svg::write(&drawing).contains("其余"), "the legend names the remainder");
}

#[test]
fn a_part_larger_than_its_whole_has_no_rest() {
    let part = Mark { whole: Some(10.0), ..mark("审结", 60.0) };
    let drawing = draw(Kind::Funnel, vec![part]);
    assert!(all(&drawing, "chart-rest").is_empty());
    assert!(!svg::write(&drawing).contains("其余"));
}

#[test]
fn pieces_lie_end_to_end_and_are_told_apart_without_color() {
    let piece = |label, value| Mark { piece_of: Some(0), ..mark(label, value) };
    let drawing = draw(
        Kind::Stacked,
        vec![mark("审结", 100.0), piece("维持", 70.0), piece("驳回", 20.0), piece("撤销", 10.0)],
    );
    let pieces: Vec<_> =
        all(&drawing, "chart-mark").into_iter().flat_map(|it| all(it, "chart-piece")).collect();
    let mut end = number_of(pieces[0], "x");
    for piece in &pieces {
        assert!((number_of(piece, "x") - end).abs() < 0.02);
        end += number_of(piece, "width");
    }
    let whole = all(&drawing, "chart-whole")[0];
    assert!((number_of(whole, "x") + number_of(whole, "width") - end).abs() < 0.05);
    let fills: Vec<_> = pieces.iter().map(|it| attribute(it, "fill").unwrap()).collect();
    assert!(fills[0] != fills[1] && fills[1] != fills[2] && fills[0] != fills[2], "{fills:?}");
    for fill in fills.iter().filter_map(|fill| fill.strip_prefix("url(#")) {
        let id = format!("id=\"{}\"", fill.trim_end_matches(')'));
        assert!(svg::write(&drawing).contains(&id), "{id} is defined");
    }
    assert!(all(&drawing, "chart-rest").is_empty(), "the pieces make the whole");
}

#[test]
fn a_computed_value_does_not_look_like_a_printed_one() {
    let with = |is_computed| Mark {
        earlier: Some(Beside { value: 8.0, shown: "8件".to_owned(), is_computed }),
        ..mark("收到", 10.0)
    };
    let printed = draw(Kind::Grouped, vec![with(false)]);
    let computed = draw(Kind::Grouped, vec![with(true)]);
    let fill =
        |drawing: &Element| attribute(all(drawing, "chart-earlier")[0], "fill").unwrap().to_owned();
    assert_ne!(fill(&printed), fill(&computed));
    assert!(svg::write(&computed).contains("推算") && !svg::write(&printed).contains("推算"));
}

#[test]
fn rates_stand_on_a_scale_of_a_hundred() {
    let marks = vec![mark("甲", 0.0), mark("乙", 50.0), mark("丙", 100.0)];
    let drawing = Drawing { full: Some(100.0), ..drawing(Kind::Dots, marks) };
    let drawing = drawing.draw(Frame::default(), "a", "");
    let at: Vec<f64> = all(&drawing, "chart-dot").iter().map(|dot| number_of(dot, "cx")).collect();
    assert!((at[2] - at[1] - (at[1] - at[0])).abs() < 0.02, "{at:?}");
}

#[test]
fn a_reference_is_a_tick_with_its_words() {
    let reference = Beside { value: 50.0, shown: "全国50%".to_owned(), is_computed: false };
    let marks = vec![mark("零", 0.0), Mark { reference: Some(reference), ..mark("满", 100.0) }];
    for kind in [Kind::Dots, Kind::Bars] {
        let drawing = Drawing { full: Some(100.0), ..drawing(kind, marks.clone()) };
        let drawing = drawing.draw(Frame::default(), "a", "");
        assert_eq!(all(&drawing, "chart-reference").len(), 1);
        assert!(svg::write(&drawing).contains("全国50%"));
    }
}

#[test]
fn a_line_has_a_gap_where_a_year_is_missing() {
    let year = |at, value| Mark { at, ..mark(&format!("{at}年"), value) };
    let drawing = draw(Kind::Line, vec![year(2019, 3.0), year(2020, 5.0), year(2022, 4.0)]);
    assert_eq!(all(&drawing, "chart-dot").len(), 3);
    assert_eq!(all(&drawing, "chart-reach").len(), 1, "no line across 2021");
    let x: Vec<f64> = all(&drawing, "chart-dot").iter().map(|dot| number_of(dot, "cx")).collect();
    assert!((x[2] - x[1] - 2.0 * (x[1] - x[0])).abs() < 0.1, "{x:?}");
}

#[test]
fn values_that_are_no_numbers_do_no_harm() {
    let odd = vec![mark("甲", f64::NAN), mark("乙", f64::INFINITY), mark("丙", -3.0)];
    for kind in Kind::ALL {
        let file = svg::write(&draw(kind, odd.clone()));
        assert!(!file.contains("=\"NaN") && !file.contains("=\"inf"), "{file}");
        draw(kind, Vec::new());
    }
}

/// A box of text: left, top, right, bottom, and its words.
type TextBox = ([f64; 4], String);

fn text_boxes(element: &Element, em: f64, boxes: &mut Vec<TextBox>) {
    if element.name == "text" {
        let size = attribute(element, "font-size").map_or(em, |size| size.parse().unwrap());
        let anchor = attribute(element, "text-anchor").unwrap_or("start");
        let mut push = |at: &Element, words: &str| {
            let wide = label::width(words) * size;
            let x = number_of(at, "x")
                - wide
                    * match anchor {
                        "middle" => 0.5,
                        "end" => 1.0,
                        _ => 0.0,
                    };
            let y = number_of(at, "y");
            boxes.push(([x, y - size * 0.88, x + wide, y + size * 0.12], words.to_owned()));
        };
        for child in &element.children {
            match child {
                Node::Element(line) => match &line.children[..] {
                    [Node::Text(words)] => push(line, words),
                    _ => panic!("a line of text"),
                },
                Node::Text(words) => push(element, words),
            }
        }
    }
    for child in &element.children {
        if let Node::Element(child) = child {
            text_boxes(child, em, boxes);
        }
    }
}

/// Numbers that look random and are the same every time.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn words(&mut self, longest: usize) -> String {
        let chars: Vec<char> =
            "行政复议收到申请审结件数率（含）、，。：《》12345热线ABCwwmMi.%· ㎡—"
                .chars()
                .collect();
        (0..=self.below(longest)).map(|_| chars[self.below(chars.len())]).collect()
    }

    fn shown(&mut self) -> String {
        let number: String = (0..=self.below(12))
            .map(|_| char::from(b'0' + u8::try_from(self.below(10)).unwrap()))
            .collect();
        format!(
            "{}{number}{}",
            ["", "约", "不足"][self.below(3)],
            ["件", "%", "万元", "平方公里"][self.below(4)]
        )
    }

    fn beside(&mut self) -> Option<Beside> {
        let value = self.below(1000) as f64;
        (self.below(2) == 0).then(|| Beside {
            value,
            shown: format!("全国{}（2018年）", self.shown()),
            is_computed: self.below(2) == 0,
        })
    }

    fn drawing(&mut self) -> Drawing {
        let marks = (0..=self.below(9)).map(|n| Mark {
            label: self.words(24),
            name: String::new(),
            depth: self.below(5),
            value: (self.below(8) > 0).then(|| self.below(1000) as f64),
            shown: self.shown(),
            whole: (self.below(3) == 0).then(|| self.below(2000) as f64),
            piece_of: (n > 0 && self.below(2) == 0).then(|| self.below(n)),
            is_open: self.below(4) == 0,
            earlier: self.beside(),
            reference: self.beside(),
            at: i32::try_from(2 * n + self.below(2)).unwrap(),
        });
        let marks: Vec<Mark> = marks.collect();
        let panels = (0..3).map(|_| self.words(16)).collect();
        let full = (self.below(2) == 0).then_some(100.0);
        Drawing { full, panels, ..drawing(Kind::Bars, marks) }
    }
}

#[test]
fn no_text_is_cut_or_meets_another_one() {
    let mut random = Random(7);
    for round in 0..400 {
        let base = random.drawing();
        let width = 280.0 + random.below(621) as f64;
        let em = 14.0 + random.below(15) as f64;
        for kind in Kind::ALL {
            // Pieces are together no more than their whole; what is drawn here may break that.
            let drawing = base.as_kind(kind).draw(Frame { width, em }, "a", "");
            let height = number_of(&drawing, "height");
            let mut boxes = Vec::new();
            text_boxes(&drawing, em, &mut boxes);
            for (n, (own, words)) in boxes.iter().enumerate() {
                let place = format!("round {round}, {kind:?} {width} by {em}: {words} at {own:?}");
                assert!(own[0] >= -0.02 && own[2] <= width + 0.02, "{place} leaves the sides");
                assert!(own[1] >= -0.02 && own[3] <= height + 0.02, "{place} leaves {height}");
                for (other, others) in &boxes[..n] {
                    let apart = own[0] >= other[2] - 0.02
                        || other[0] >= own[2] - 0.02
                        || own[1] >= other[3] - 0.02
                        || other[1] >= own[3] - 0.02;
                    assert!(apart, "{place} meets {others} at {other:?}");
                }
            }
        }
    }
}

const CAPTION: Caption =
    Caption {
        title: "收到 200 件", subtitle: "单位：件", source: "来源：示例县", tint: "#9A5616"
    };

#[test]
fn a_picture_holds_its_words_and_all_of_the_drawing() {
    let part = Mark { whole: Some(100.0), depth: 1, ..mark("维持", 60.0) };
    let drawing = self::drawing(Kind::Funnel, vec![mark("审结", 100.0), part]);
    let picture = drawing.picture(&CAPTION, Frame::default());
    let file = svg::write(&picture.drawing);
    for words in
        ["收到 200 件", "单位：件", "来源：示例县", "审结", "维持", "100件", "60件", "其余"]
    {
        assert!(file.contains(&format!(">{words}<")), "{words} is not in {file}");
    }
    assert!(file.starts_with("<svg xmlns=") && file.contains("font-family="), "{file}");
    assert!(!file.contains("class=") && !file.contains("var("), "colors are values: {file}");
    assert!(file.contains("fill=\"#9A5616\"") && file.contains("fill=\"#B07B49\""), "{file}");
}

#[test]
fn a_long_title_of_a_picture_makes_it_higher_not_wider() {
    let long = "很长的标题".repeat(30);
    let drawing = self::drawing(Kind::Funnel, vec![mark("审结", 100.0)]);
    let short = drawing.picture(&CAPTION, Frame::default());
    let high = drawing.picture(&Caption { title: &long, ..CAPTION }, Frame::default());
    assert!(high.height > short.height + 50.0);
    assert!((high.width - short.width).abs() < f64::EPSILON);
}
