use super::*;

fn mark(label: &str, value: f64) -> Mark {
    Mark {
        label: label.to_owned(),
        depth: 0,
        value,
        shown: format!("{value}件"),
        whole: None,
        is_open: false,
    }
}

fn bars(marks: Vec<Mark>) -> Drawing {
    Drawing::Bars { marks, remainder: "其余".to_owned() }
}

fn find<'a>(element: &'a Element, class: &str, found: &mut Vec<&'a Element>) {
    let is_it = |(name, value): &(&str, String)| {
        *name == "class" && value.split(' ').any(|word| word == class)
    };
    if element.attributes.iter().any(is_it) {
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

fn number_of(element: &Element, name: &str) -> f64 {
    let (_, value) = element.attributes.iter().find(|(key, _)| *key == name).unwrap();
    value.parse().unwrap()
}

#[test]
fn bars_are_as_long_as_their_values() {
    let drawing =
        bars(vec![mark("收到", 200.0), mark("审结", 50.0)]).draw(Frame::default(), "a", "");
    let bars = all(&drawing, "chart-bar");
    let (long, short) = (number_of(bars[0], "width"), number_of(bars[1], "width"));
    assert!((long / short - 4.0).abs() < 0.01, "{long} {short}");
}

#[test]
fn zero_is_drawn_and_said() {
    let drawing = bars(vec![mark("败诉", 0.0)]).draw(Frame::default(), "a", "");
    assert_eq!(all(&drawing, "chart-zero").len(), 1);
    assert!(svg::write(&drawing).contains("0件"));
}

#[test]
fn a_part_shows_the_rest_of_its_whole() {
    let part = Mark { whole: Some(100.0), depth: 1, ..mark("维持", 60.0) };
    let drawing = bars(vec![mark("审结", 100.0), part]).draw(Frame::default(), "a", "");
    let bar = number_of(all(&drawing, "chart-bar")[1], "width");
    let rest = number_of(all(&drawing, "chart-rest")[0], "width");
    assert!((bar / rest - 1.5).abs() < 0.01);
    assert!(svg::write(&drawing).contains("其余"), "the legend names the remainder");
}

#[test]
fn a_part_larger_than_its_whole_has_no_rest() {
    let part = Mark { whole: Some(10.0), ..mark("审结", 60.0) };
    let drawing = bars(vec![part]).draw(Frame::default(), "a", "");
    assert!(all(&drawing, "chart-rest").is_empty());
    assert!(!svg::write(&drawing).contains("其余"));
}

#[test]
fn everything_stays_inside_at_any_width() {
    let marks = vec![
        mark("建设工程规划许可证核发（含临时）件数及变更", 123_456.0),
        Mark { whole: Some(123_456.0), depth: 2, ..mark("其中网上办理", 7.0) },
    ];
    for width in [240.0, 300.0, 390.0, 560.0, 900.0] {
        for em in [14.0, 20.0] {
            let drawing = bars(marks.clone()).draw(Frame { width, em }, "a", "");
            for value in all(&drawing, "chart-value") {
                let Node::Text(words) = &value.children[0] else { panic!() };
                let end = number_of(value, "x") + label::width(words) * em;
                assert!(end <= width + 0.5, "{words} ends at {end} of {width}");
            }
        }
    }
}

#[test]
fn rates_stand_on_a_scale_of_a_hundred() {
    let drawing =
        Drawing::Rates { marks: vec![mark("甲", 0.0), mark("乙", 50.0), mark("丙", 100.0)] };
    let drawing = drawing.draw(Frame::default(), "a", "");
    let at: Vec<f64> = all(&drawing, "chart-dot").iter().map(|dot| number_of(dot, "cx")).collect();
    assert!((at[2] - at[1] - (at[1] - at[0])).abs() < 0.02, "{at:?}");
}

#[test]
fn values_that_are_no_numbers_do_no_harm() {
    let drawing = bars(vec![mark("甲", f64::NAN), mark("乙", f64::INFINITY), mark("丙", -3.0)]);
    let file = svg::write(&drawing.draw(Frame::default(), "a", ""));
    assert!(!file.contains("=\"NaN") && !file.contains("=\"inf"), "{file}");
}

const CAPTION: Caption =
    Caption {
        title: "收到 200 件", subtitle: "单位：件", source: "来源：示例县", tint: "#9A5616"
    };

#[test]
fn a_picture_holds_its_words_and_all_of_the_drawing() {
    let part = Mark { whole: Some(100.0), depth: 1, ..mark("维持", 60.0) };
    let drawing = bars(vec![mark("审结", 100.0), part]);
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
    let drawing = bars(vec![mark("审结", 100.0)]);
    let short = drawing.picture(&CAPTION, Frame::default());
    let high = drawing.picture(&Caption { title: &long, ..CAPTION }, Frame::default());
    assert!(high.height > short.height + 50.0);
    assert!((high.width - short.width).abs() < f64::EPSILON);
}
