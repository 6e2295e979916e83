//! What other programs rely on: the shape of the JSON, the command line's output, exit status and messages.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use packing::{LOCKED, pack, pack_raw};

#[path = "../src/source/packing.rs"]
mod packing;

/// The report's fields, in order.
const REPORT: [&str; 14] = [
    "schema",
    "source",
    "title",
    "issuer",
    "addressee",
    "year",
    "document_number",
    "index_number",
    "published",
    "signed",
    "sections",
    "statistics",
    "checks",
    "text",
];
const SOURCE: [&str; 4] = ["name", "format", "encoding", "bytes"];
const SECTION: [&str; 4] = ["level", "number", "heading", "span"];
const STATISTIC: [&str; 13] = [
    "topic",
    "indicator",
    "canonical",
    "label",
    "value",
    "unit",
    "approximation",
    "change",
    "parent",
    "period",
    "section",
    "quote",
    "span",
];
const CHECK: [&str; 6] = ["kind", "verdict", "message", "statistics", "sections", "source"];
const CHANGE: [&str; 4] = ["direction", "value", "unit", "from"];

/// The values of the closed fields.
const TOPICS: [&str; 15] = [
    "reconsideration",
    "litigation",
    "petition",
    "enforcement",
    "normative_document",
    "decision",
    "publicity",
    "training",
    "disclosure",
    "approval",
    "mediation",
    "procuratorial",
    "hearing",
    "legal_counsel",
    "other",
];
const APPROXIMATIONS: [&str; 4] = ["about", "over", "under", "nearly"];

/// A short report that uses every field.
const REPORT_TEXT: &str = "平岭县司法局2023年法治政府建设年度报告\n\n县政府：\n\n一、主要工作\n\n\
    （一）化解争议。全年收到行政复议申请60件，同比增长20%，受理54件；罚没款近30万元，无一件败诉。\n\n\
    平岭县司法局\n2024年1月9日\n";

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_fajian"))
}

fn run(arguments: &[&str]) -> Output {
    program().args(arguments).stdin(Stdio::null()).output().unwrap()
}

fn run_with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = program()
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

fn sample(name: &str) -> String {
    format!("{}/samples/{name}.txt", env!("CARGO_MANIFEST_DIR"))
}

/// A folder of this test's own, empty at its start.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The keys of an object in the order in which they were printed.
fn keys(object: &str) -> Vec<String> {
    let (mut keys, mut depth, mut chars) = (Vec::new(), 0, object.char_indices());
    let mut last_string = 0..0;
    while let Some((at, char)) = chars.next() {
        match char {
            '"' => {
                let mut end = at + 1;
                while let Some((next, char)) = chars.next() {
                    match char {
                        '\\' => drop(chars.next()),
                        '"' => {
                            end = next;
                            break;
                        }
                        _ => {}
                    }
                }
                last_string = at + 1..end;
            }
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            ':' if depth == 1 => keys.push(object[last_string.clone()].to_owned()),
            _ => {}
        }
    }
    keys
}

/// The first object behind `key` as it was printed.
fn object_behind<'t>(printed: &'t str, key: &str) -> &'t str {
    let at = printed.find(&format!("\"{key}\":")).unwrap();
    &printed[at + printed[at..].find('{').unwrap()..]
}

/// The keys of the first object of a printed text that may go on behind it.
fn first_keys(printed: &str) -> Vec<String> {
    let mut depth = 0;
    let mut in_string = false;
    let mut escaped = false;
    for (at, char) in printed.char_indices() {
        match char {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            '{' if !in_string => depth += 1,
            '}' if !in_string => {
                depth -= 1;
                if depth == 0 {
                    return keys(&printed[..=at]);
                }
            }
            _ => {}
        }
    }
    panic!("no object");
}

#[test]
fn fields_have_their_names_and_order() {
    let output = run_with_input(&["extract"], REPORT_TEXT.as_bytes());
    let printed = text(&output.stdout);
    assert_eq!(first_keys(printed), REPORT);
    assert_eq!(first_keys(object_behind(printed, "source")), SOURCE);
    assert_eq!(first_keys(object_behind(printed, "sections")), SECTION);
    assert_eq!(first_keys(object_behind(printed, "statistics")), STATISTIC);
    assert_eq!(first_keys(object_behind(printed, "change")), CHANGE);
}

#[test]
fn what_is_absent_is_null() {
    let report = json(&run_with_input(&["extract"], "本年度无重大事项。".as_bytes()));
    for key in REPORT {
        assert!(report.get(key).is_some(), "{key}");
    }
    for key in ["title", "issuer", "addressee", "document_number", "index_number", "signed"] {
        assert!(report[key].is_null(), "{key}: {}", report[key]);
    }
    assert_eq!(report["sections"], Value::Array(Vec::new()));
}

#[test]
fn the_source_is_described() {
    let report = json(&run(&["extract", &sample("silent")]));
    let bytes = std::fs::read(sample("silent")).unwrap().len();
    assert_eq!(
        report["source"],
        serde_json::json!({"name": "silent.txt", "format": "text", "encoding": "UTF-8", "bytes": bytes})
    );
    assert_eq!(report["schema"], "1");
    let page = json(&run_with_input(&["extract"], "<p>一、成效</p><p>二、不足</p>".as_bytes()));
    assert_eq!(page["source"]["format"], "html");
    assert_eq!(page["source"]["name"], "-");
}

#[test]
fn spans_are_bytes_of_the_text_and_give_the_quote() {
    for name in ["silent", "traditional"] {
        let report = json(&run(&["extract", &sample(name)]));
        let text = report["text"].as_str().unwrap();
        let words = |span: &Value| {
            let [start, end] =
                [0, 1].map(|idx| usize::try_from(span[idx].as_u64().unwrap()).unwrap());
            &text[start..end]
        };
        let n_sections = report["sections"].as_array().unwrap().len();
        assert!(n_sections > 0);
        let statistics = report["statistics"].as_array().unwrap();
        assert!(!statistics.is_empty());
        for statistic in statistics {
            assert_eq!(words(&statistic["span"]), statistic["quote"].as_str().unwrap());
            if let Some(section) = statistic["section"].as_u64() {
                assert!(usize::try_from(section).unwrap() < n_sections);
            }
        }
        for section in report["sections"].as_array().unwrap() {
            let number = section["number"].as_str().unwrap();
            assert!(words(&section["span"]).starts_with(number), "{section}");
        }
    }
}

#[test]
fn statistics_and_sections_are_in_reading_order() {
    let report = json(&run(&["extract", &sample("silent")]));
    for key in ["sections", "statistics"] {
        let starts: Vec<_> = report[key]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["span"][0].as_u64().unwrap())
            .collect();
        assert!(starts.is_sorted(), "{key}: {starts:?}");
    }
}

#[test]
fn closed_fields_have_known_values() {
    let report = json(&run(&["extract", &sample("traditional")]));
    for statistic in report["statistics"].as_array().unwrap() {
        assert!(TOPICS.contains(&statistic["topic"].as_str().unwrap()));
        if let Some(approximation) = statistic["approximation"].as_str() {
            assert!(APPROXIMATIONS.contains(&approximation));
        }
        if let Some(direction) = statistic["change"]["direction"].as_str() {
            assert!(["up", "down", "flat"].contains(&direction));
        }
        assert!(statistic["value"].is_null() || statistic["value"].as_f64().unwrap().is_finite());
    }
}

#[test]
fn values_are_in_base_units_and_zero_is_not_silence() {
    let report = json(&run_with_input(&["extract"], REPORT_TEXT.as_bytes()));
    let find = |indicator: &str| {
        let statistics = report["statistics"].as_array().unwrap();
        statistics.iter().find(|one| one["indicator"] == indicator).unwrap().clone()
    };
    let received = find("行政复议收到申请");
    assert_eq!(received["value"].as_f64(), Some(60.0));
    assert_eq!(received["unit"], "件");
    assert_eq!(received["canonical"], true);
    assert_eq!(
        (received["change"]["direction"].as_str(), received["change"]["value"].as_f64()),
        (Some("up"), Some(20.0))
    );
    assert_eq!(find("行政复议受理")["parent"], "行政复议收到申请");
    let fines = find("罚没款金额");
    assert_eq!((fines["value"].as_f64(), fines["unit"].as_str()), (Some(300_000.0), Some("元")));
    assert_eq!(fines["approximation"], "nearly");
    assert_eq!(find("行政诉讼败诉")["value"].as_f64(), Some(0.0));
}

#[test]
fn one_file_is_an_object_and_several_are_an_array() {
    let one = json(&run(&["extract", "--format", "json", &sample("silent")]));
    assert!(one.is_object());
    let several = run(&["extract", &sample("traditional"), &sample("silent")]);
    assert_eq!(several.status.code(), Some(0));
    let several = json(&several);
    let names: Vec<_> = several
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["source"]["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["traditional.txt", "silent.txt"]);
}

#[test]
fn a_pack_calls_one_function_with_the_documents() {
    let output = run(&["pack", &sample("silent"), &sample("traditional")]);
    let list = text(&output.stdout).strip_prefix("fajianPack([\n").unwrap();
    let list = list.strip_suffix(",\n]);\n").unwrap();
    let documents: Vec<Value> =
        list.split(",\n").map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(documents.len(), 2);
    assert_eq!(documents[1]["name"], "traditional.txt");
    let bytes = std::fs::read(sample("silent")).unwrap();
    let base64 = documents[0]["base64"].as_str().unwrap();
    assert_eq!(base64, STANDARD.encode(bytes));
    let missing = run(&["pack", "no-such-file", &sample("silent")]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(text(&missing.stderr).contains("no-such-file"));
    assert!(text(&missing.stdout).contains("silent.txt"));
}

#[test]
fn ndjson_is_a_report_a_line() {
    let output = run(&["extract", "--format", "ndjson", &sample("traditional"), &sample("silent")]);
    let lines: Vec<Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(Value::is_object));
    let one = run(&["extract", "--format=ndjson", &sample("silent")]);
    assert_eq!(text(&one.stdout).lines().count(), 1);
}

#[test]
fn a_folder_is_read_sorted_with_its_folders_and_without_hidden_files() {
    let folder = folder("folder");
    for name in ["b.txt", "a/c.html", "a/.hidden.txt", ".git/d.txt", "e.css", "f"] {
        write(&folder, name, "<p>一、成效</p>".as_bytes());
    }
    let output = run(&["extract", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let reports = json(&output);
    let names: Vec<_> = reports
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["source"]["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["a/c.html", "b.txt", "f"]);
}

#[test]
fn a_folder_with_one_file_is_an_array_and_an_empty_one_is_told() {
    let one = folder("folder_of_one");
    write(&one, "a.txt", "一、成效".as_bytes());
    assert_eq!(json(&run(&["extract", one.to_str().unwrap()])).as_array().unwrap().len(), 1);
    let empty = folder("folder_of_none");
    let output = run(&["extract", empty.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(json(&output), Value::Array(Vec::new()));
    assert_eq!(text(&output.stderr).lines().count(), 1);
}

#[test]
fn each_document_in_a_zip_is_a_report() {
    let folder = folder("zip");
    let zip = write(
        &folder,
        "各局.zip",
        &pack_raw(&[
            (b"b/10.txt", "一、成效".as_bytes(), 0),
            (b"b/2.txt", "一、成效".as_bytes(), 0),
            (b"c.png", b"\x89PNG\r\n", 0),
            (b"d.txt", b"locked", LOCKED),
        ]),
    );
    let output = run(&["extract", &zip]);
    let reports = json(&output);
    let names: Vec<_> = reports
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["source"]["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["各局.zip/b/2.txt", "各局.zip/b/10.txt"]);
    assert_eq!(output.status.code(), Some(1));
    let message = text(&output.stderr);
    assert!(message.contains("各局.zip/d.txt: expected an open document"), "{message}");
    assert_eq!(message.lines().count(), 1);
    let in_folder = run(&["extract", "--format", "ndjson", folder.to_str().unwrap()]);
    assert_eq!(text(&in_folder.stdout).lines().count(), 2);
}

#[test]
fn a_zip_is_unpacked_whatever_its_name() {
    let zip = pack(&[("a.txt", "一、成效".as_bytes())]);
    let piped = run_with_input(&["extract"], &zip);
    assert_eq!(json(&piped)[0]["source"]["name"], "-/a.txt");
    let named = write(&folder("zip_by_content"), "各局", &zip);
    assert_eq!(json(&run(&["extract", &named]))[0]["source"]["name"], "各局/a.txt");
    // And what is named so and is none is read as what it is.
    let text = write(&folder("zip_by_name"), "a.zip", "一、成效".as_bytes());
    assert_eq!(json(&run(&["extract", &text]))["source"]["name"], "a.zip");
}

#[test]
fn what_a_document_holds_and_was_not_read_is_told_and_no_failure() {
    let page = "<body><p>一、成效</p><p>全年办理行政复议案件12件。</p></body>";
    let message = format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n\
         --x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}\r\n\
         --x\r\nContent-Type: application/pdf; name=\"a.pdf\"\r\n\
         Content-Disposition: attachment; filename=\"a.pdf\"\r\n\r\n%PDF\r\n--x--\r\n"
    );
    let path = write(&folder("losses"), "a.mhtml", message.as_bytes());
    let output = run(&["extract", &path]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(json(&output)["source"]["format"], "mhtml");
    let message = text(&output.stderr);
    assert_eq!(message, format!("fajian: {path}: not read: a.pdf: an attached file\n"));
}

#[test]
fn what_cannot_be_read_is_told_in_one_line_each_and_the_rest_is_printed() {
    let folder = folder("unreadable");
    let pdf = write(&folder, "报告.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
    let empty = write(&folder, "empty.txt", b" \n");
    let missing = folder.join("missing.txt").to_str().unwrap().to_owned();
    let output = run(&["extract", &pdf, &sample("silent"), &empty, &missing]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(json(&output).as_array().unwrap().len(), 1);
    let lines: Vec<_> = text(&output.stderr).lines().collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
    for path in [pdf, empty, missing] {
        assert_eq!(
            lines.iter().filter(|line| line.contains(&path) && line.contains("; ")).count(),
            1
        );
    }
    assert!(lines.iter().any(|line| line.contains("broken or missing")));
}

#[test]
fn a_single_unreadable_file_prints_no_report() {
    let output = run_with_input(&["extract", "-"], b"\x89PNG\r\n\x1a\n");
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""));
    assert!(text(&output.stderr).contains("found a picture"));
}

#[test]
fn wrong_usage_ends_with_two_and_says_why() {
    for (arguments, word) in [
        (&[][..], "command"),
        (&["read"], "read"),
        (&["extract", "--colour"], "--colour"),
        (&["extract", "--format", "xml", "a"], "xml"),
        (&["extract", "--format", "xls", "a"], "`xls`"),
        (&["extract", "-o"], "-o"),
        (&["check", "--against"], "--against"),
        (&["check", "--format", "json", "a"], "--format"),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(text(&output.stdout), "");
        let message = text(&output.stderr);
        assert!(message.contains(word) && message.lines().count() == 1, "{message}");
    }
}

#[test]
fn checks_are_in_the_report_and_decide_the_exit_status() {
    let wrong = "平岭县司法局2023年法治政府建设年度报告\n一、主要工作\n\
        全年收到信访60件，已办结50件，其余20件正在办理。\n";
    let folder = folder("checks");
    let path = write(&folder, "wrong.txt", wrong.as_bytes());
    let report = json(&run(&["extract", &path]));
    let check = &report["checks"][0];
    assert_eq!(keys(&serde_json::to_string(check).unwrap()).len(), CHECK.len(), "{check}");
    for key in CHECK {
        assert!(!check[key].is_null(), "{key} of {check}");
    }
    assert_eq!((&check["kind"], &check["verdict"]), (&"parts_total".into(), &"fail".into()));
    assert_eq!(check["statistics"].as_array().unwrap().len(), 3);
    let output = run(&["check", &path]);
    assert_eq!(output.status.code(), Some(1));
    let printed = text(&output.stdout);
    assert!(printed.contains("50+20=70") && printed.contains("其余20件正在办理"), "{printed}");
    let right = write(&folder, "right.txt", wrong.replace("20件", "10件").as_bytes());
    assert_eq!(run(&["check", &right]).status.code(), Some(0));
    let missing = folder.join("missing.txt").to_str().unwrap().to_owned();
    let output = run(&["check", &right, &missing]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("right.txt"));
    assert_eq!(text(&output.stderr).lines().count(), 1);
}

#[test]
fn help_and_version_go_to_standard_output() {
    let version = run(&["--version"]);
    assert_eq!(text(&version.stdout), concat!("fajian ", env!("CARGO_PKG_VERSION"), "\n"));
    let help = run(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(text(&help.stdout).contains("extract"));
}

#[test]
fn output_goes_to_the_file_that_is_named_and_never_over_an_input() {
    let folder = folder("output");
    let to = folder.join("out.json").to_str().unwrap().to_owned();
    let output = run(&["extract", "-o", &to, &sample("silent")]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), ""));
    let written: Value = serde_json::from_slice(&std::fs::read(&to).unwrap()).unwrap();
    assert_eq!(written["source"]["name"], "silent.txt");
    let input = write(&folder, "in.txt", "一、成效".as_bytes());
    assert_eq!(run(&["extract", "-o", &input, &input]).status.code(), Some(2));
    assert_eq!(std::fs::read(&input).unwrap(), "一、成效".as_bytes());
}

#[test]
fn a_reader_that_has_had_enough_is_no_error() {
    let mut child = program()
        .args(["extract", &sample("silent"), &sample("traditional")])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
}

#[test]
fn other_encodings_are_read_and_named() {
    let (bytes, _, _) = encoding_rs::GB18030.encode(REPORT_TEXT);
    let report = json(&run_with_input(&["extract"], &bytes));
    assert_eq!(report["source"]["encoding"], "GB18030");
    assert_eq!(report["text"], REPORT_TEXT);
}

/// The lines of a CSV file, its mark taken off.
fn csv_lines(bytes: &[u8]) -> Vec<Vec<String>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").expect("the mark that Excel needs");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().map(|line| line.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn csv_is_one_line_a_statistic_under_one_line_of_headings() {
    let output = run(&["extract", "--format", "csv", &sample("dense"), &sample("traditional")]);
    assert_eq!(output.status.code(), Some(0));
    let reports = json(&run(&["extract", &sample("dense"), &sample("traditional")]));
    let statistics: Vec<_> = reports
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|report| report["statistics"].as_array().unwrap())
        .collect();
    let lines = csv_lines(&output.stdout);
    assert_eq!(lines.len(), statistics.len() + 1);
    assert!(!text(&output.stdout).replace("\r\n", "").contains('\r'));
    for (line, statistic) in lines[1..].iter().zip(statistics) {
        assert_eq!(line[4], statistic["indicator"].as_str().unwrap());
        assert_eq!(line[7].parse::<f64>().ok(), statistic["value"].as_f64());
        assert_eq!(line[18], statistic["quote"].as_str().unwrap());
    }
}

#[test]
fn xlsx_goes_to_a_file_and_holds_four_sheets() {
    use calamine::Reader as _;
    let folder = folder("xlsx");
    let to = folder.join("out.xlsx").to_str().unwrap().to_owned();
    let output = run(&["extract", "--format=xlsx", "-o", &to, &sample("dense")]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(output.stdout.is_empty());
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&to).unwrap();
    assert_eq!(book.sheet_names(), ["统计数据", "大纲", "核查", "说明"]);
    let report = json(&run(&["extract", &sample("dense")]));
    let statistics = report["statistics"].as_array().unwrap();
    let sheet = book.worksheet_range("统计数据").unwrap();
    assert_eq!(sheet.height(), statistics.len() + 1);
    for (row, statistic) in sheet.rows().skip(1).zip(statistics) {
        let value = match row[7] {
            calamine::Data::Float(value) => Some(value),
            calamine::Data::Empty => None,
            ref other => panic!("{other:?} is no number"),
        };
        assert_eq!(value, statistic["value"].as_f64());
    }
    // A pipe is no terminal: whoever asks for bytes there gets them.
    let piped = run(&["extract", "--format", "xlsx", &sample("dense")]);
    assert_eq!(piped.stdout, std::fs::read(&to).unwrap(), "and the same ones each time");
}

#[test]
fn markdown_names_each_report_and_its_parts() {
    let output = run(&["extract", "--format", "md", &sample("dense"), &sample("silent")]);
    assert_eq!(output.status.code(), Some(0));
    let printed = text(&output.stdout);
    assert_eq!(printed.lines().filter(|line| line.starts_with("# ")).count(), 2);
    assert_eq!(printed.lines().filter(|line| line.starts_with("## ")).count(), 6);
}
