//! The public test suites of other readers of Chinese numbers, quantities, dates and scripts, run against this one where
//! `FAJIAN_SHARED` names the folder that holds them.
//!
//! `skip.txt` names the cases that are no business of reports, each group with its reason; all others are counted. The
//! scoreboard beside this file is rewritten by `FAJIAN_UPDATE=1 cargo test --test peers`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod board;
mod dates;
mod numbers;
mod opencc;
mod phones;
mod quantities;
mod skip;
mod suite;
mod wetext;

use std::path::Path;

use suite::Suite;

/// The share of the fitting cases that must pass, of each project's suites.
const FLOORS: [(&str, f64); 2] = [("recognizers", 0.95), ("wetext", 0.95)];

/// How many of the traditional texts must come out right.
const OPENCC_FLOOR: usize = 100;

#[test]
fn suites_of_peers_are_passed_as_well_as_before() {
    let Some(folder) = std::env::var_os("FAJIAN_SHARED") else {
        println!("left out: FAJIAN_SHARED is not set, the suites of peers are not run");
        return;
    };
    let folder = Path::new(&folder).join("peer-suites");
    let mut suites = Vec::new();
    suites.extend(numbers::suites(&folder.join("recognizers-text")));
    suites.extend(quantities::suites(&folder.join("recognizers-text")));
    suites.extend(dates::suites(&folder.join("recognizers-text")));
    suites.push(phones::suite(&folder.join("recognizers-text")));
    suites.extend(wetext::suites(&folder.join("wetext/itn")));
    suites.push(opencc::suite(&folder.join("opencc")));
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/peers");
    skip::apply(&own.join("skip.txt"), &mut suites);
    for suite in &suites {
        suite.show_failures();
    }
    board::compare(&own.join("scoreboard.txt"), &board::write(&suites));
    check_floors(&suites);
}

fn check_floors(suites: &[Suite]) {
    for (project, floor) in FLOORS {
        let of_project = || suites.iter().filter(|suite| suite.project == project);
        let passed: usize = of_project().map(Suite::passed).sum();
        let fitting: usize = of_project().map(Suite::fitting).sum();
        assert!(
            passed as f64 >= floor * fitting as f64,
            "{project}: {passed} of {fitting} fitting cases pass, below {floor}"
        );
    }
    for suite in suites {
        let (passed, fitting) = (suite.passed(), suite.fitting());
        match suite.project {
            "opencc" => assert!(passed >= OPENCC_FLOOR, "{}: {passed}", suite.name),
            "phones" => assert_eq!(passed, fitting, "a phone number is counted"),
            _ => {}
        }
    }
}
