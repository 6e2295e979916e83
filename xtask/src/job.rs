//! The jobs by name.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bench;
use crate::bench_page::bench_page;
use crate::edition::{self, PROGRAMS};
use crate::peers;
use crate::server::{Server, Site};
use crate::setup::{self, cargo};
use crate::shrink::shrink;
use crate::size;
use crate::step::{Outcome, run, say, succeed, timed};

/// What `help` prints.
const HELP: &str = "\
cargo xtask JOB

  serve [--port N] [--release]   build the page and serve it on this machine, samples at hand
  test [FILTER]                  prove the project; with FILTER only the tests whose names contain it
  dist                           build the static page into dist/ and print what it weighs

  ready                          what CI runs; the same as `test`
  fmt [--check]                  format the code
  lint                           clippy on the core, the tools, the tests and the page
  doc                            the documentation, private items included, warnings denied
  formats                        write reports in every format with LibreOffice and Chromium, and read them
  e2e [FILTER]                   build the page and run the end-to-end tests in Chromium, Firefox and WebKitGTK
  editions                       write fajian.html anew, from the programs in dist/
  package [FOLDER]               build the page (or take the one in FOLDER), and pack its embed/ as an npm package;
                                 prints hashes and policies
  size                           print what dist/ weighs
  accuracy [--update]            score the samples (and $FAJIAN_SHARED); --update rewrites the scoreboard
  bench                          measure how fast reports are read (with $FAJIAN_SHARED real ones)
  bench page                     build the page and measure how long it keeps a reader waiting
  peers [documents]              compare with other readers, on $FAJIAN_SHARED; of documents only, on the samples
  screenshots                    retake docs/screenshots/ from the built page
  help                           this text

Each job first brings the tools that it needs and are not there, once, into ~/.cache/fajian (FAJIAN_CACHE).
";

/// The port that `serve` asks for first.
const PORT: u16 = 8080;

/// Flags that make a page's own code answer for every warning.
const DENY_WARNINGS: [&str; 3] = ["--", "-D", "warnings"];

/// What the page is compiled as.
const PAGE_FEATURES: [&str; 5] =
    ["--target", "wasm32-unknown-unknown", "--no-default-features", "--features", "ui"];

/// Runs the job that `arguments` name.
///
/// # Errors
/// When the job fails, or there is no such job.
pub fn run_job(arguments: &[String]) -> Outcome {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        ["serve", options @ ..] => serve(&ServeOptions::parse(options)?),
        ["test" | "ready"] => test(),
        ["test", filter] => test_only(filter),
        ["dist"] => dist(),
        ["editions"] => edition::write(&root(), &root().join("dist"), true),
        ["editions", folder] => edition::write(&root(), Path::new(folder), false),
        ["package"] => {
            build_page(&root().join("dist"), true)?;
            package(&root().join("dist"))
        }
        ["package", folder] => package(Path::new(folder)),
        ["fmt"] => fmt(&[]),
        ["fmt", "--check"] => fmt(&["--check"]),
        ["lint"] => lint(),
        ["doc"] => doc(),
        ["formats"] => formats(None),
        ["e2e"] => e2e(None),
        ["e2e", filter] => e2e(Some(filter)),
        ["size"] => size::report(&size::weigh(&root().join("dist"))?),
        ["accuracy"] => accuracy(false),
        ["accuracy", "--update"] => accuracy(true),
        ["bench"] => bench::bench(&root()),
        ["bench", "page"] => measure_page(),
        ["peers"] => peers::peers(&root()),
        ["peers", "documents"] => peers::documents(&root()),
        ["screenshots"] => screenshots(),
        _ => Err(format!("no such job: {}\n\n{HELP}", words.join(" ")).into()),
    }
}

/// How `serve` was asked to serve.
#[derive(Debug, Default, PartialEq, Eq)]
struct ServeOptions {
    /// The one port to use; `None` takes [`PORT`] or any other that is free.
    port: Option<u16>,
    /// Whether to build as for `dist`.
    release: bool,
}

impl ServeOptions {
    fn parse(words: &[&str]) -> Outcome<Self> {
        let mut options = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--release" => options.release = true,
                "--port" => {
                    let port = words.next().and_then(|port| port.parse().ok());
                    options.port =
                        Some(port.ok_or("expected a number from 0 to 65535 after --port")?);
                }
                other => return Err(format!("serve has no option {other}\n\n{HELP}").into()),
            }
        }
        Ok(options)
    }
}

fn serve(options: &ServeOptions) -> Outcome {
    // A page built for speed of building must not be taken for the one to publish.
    let folder = if options.release { root().join("dist") } else { root().join("target/page") };
    build_page(&folder, options.release)?;
    let site = Site::new(&folder);
    let site = if options.release { site.packed() } else { site };
    let server = match options.port {
        Some(port) => Server::start(site, port),
        None => Server::start(site.clone(), PORT).or_else(|_| Server::start(site, 0)),
    };
    let server = server.map_err(|error| format!("no server could be started: {error}"))?;
    say(&format!("the page is at {} (Ctrl-C ends it)", server.url()));
    loop {
        std::thread::park();
    }
}

fn test() -> Outcome {
    fmt(&["--check"])?;
    lint()?;
    run(
        "tests of the core, the command line and the tools",
        in_root(cargo()).args(["test", "--workspace", "--exclude", "fajian-e2e"]),
    )?;
    doc()?;
    formats(None)?;
    dist()?;
    // Its closing lines are the summary of the whole.
    in_browsers(None)
}

fn test_only(filter: &str) -> Outcome {
    run(
        &format!("tests of the core, the command line and the tools named like {filter}"),
        in_root(cargo()).args(["test", "--workspace", "--exclude", "fajian-e2e", filter]),
    )?;
    formats(Some(filter))?;
    e2e(Some(filter))
}

fn fmt(options: &[&str]) -> Outcome {
    setup::lint_tools()?;
    run("formatting", in_root(cargo()).args(["fmt", "--all"]).args(options))
}

fn lint() -> Outcome {
    setup::lint_tools()?;
    setup::wasm_target()?;
    run(
        "clippy: the core, the command line, the tools and all tests",
        in_root(cargo()).args(["clippy", "--workspace", "--all-targets"]).args(DENY_WARNINGS),
    )?;
    run(
        "clippy: the page",
        in_root(cargo())
            .args(["clippy", "--lib", "--bin", "app"])
            .args(PAGE_FEATURES)
            .args(DENY_WARNINGS),
    )?;
    for program in PROGRAMS {
        run(
            &format!("clippy: the program {program}"),
            in_root(cargo())
                .args(["clippy", "--lib", "--bin", program])
                .args(["--target", "wasm32-unknown-unknown", "--no-default-features"])
                .args(["--features", program])
                .args(DENY_WARNINGS),
        )?;
    }
    Ok(())
}

fn doc() -> Outcome {
    setup::wasm_target()?;
    let document = |what: &str, arguments: &[&str]| {
        let mut command = in_root(cargo());
        command.args(["doc", "--no-deps", "--document-private-items"]).args(arguments);
        run(what, command.env("RUSTDOCFLAGS", "-D warnings"))
    };
    document("documentation: the core and the tools", &["--workspace"])?;
    let mut page = vec!["--lib"];
    page.extend(PAGE_FEATURES);
    document("documentation: the page", &page)
}

fn dist() -> Outcome {
    let folder = root().join("dist");
    build_page(&folder, true)?;
    let weights = timed("weighing dist/", || size::weigh(&folder))?;
    size::report(&weights)?;
    say("dist/ is ready: copy it to any static server, under any path");
    Ok(())
}

/// Packs the element of a built page for npm.
fn package(dist: &Path) -> Outcome {
    setup::npm()?;
    let folder = dist.join("embed");
    let tarball = edition::package::pack(&folder, &root().join("target/package"))?;
    say("what a page needs to know of the element");
    edition::package::report(&folder)?;
    say(&format!("{} is a package, and {} the same packed", folder.display(), tarball.display()));
    Ok(())
}

fn e2e(filter: Option<&str>) -> Outcome {
    build_page(&root().join("dist"), true)?;
    in_browsers(filter)
}

fn in_browsers(filter: Option<&str>) -> Outcome {
    end_to_end(
        "end-to-end tests of dist/ in Chromium, Firefox and WebKitGTK",
        &root().join("target/screenshots"),
        filter,
    )
}

fn screenshots() -> Outcome {
    build_page(&root().join("dist"), true)?;
    end_to_end(
        "taking screenshots of dist/ in Chromium",
        &root().join("docs/screenshots"),
        Some("screenshots"),
    )
}

fn measure_page() -> Outcome {
    let dist = root().join("dist");
    build_page(&dist, true)?;
    let browser = setup::browser()?;
    let mut bench = in_root(cargo());
    // Unoptimized: it is the browser that is measured.
    bench.args([
        "bench",
        "--quiet",
        "--profile",
        "dev",
        "--package",
        "fajian-e2e",
        "--bench",
        "page",
    ]);
    bench.env("CHROME", browser.chrome).env("CHROMEDRIVER", browser.chromedriver);
    bench_page(&root(), &dist, bench.env("FAJIAN_DIST", &dist))
}

/// Runs the end-to-end tests on `dist/`; pictures go to `shots`.
fn end_to_end(what: &str, shots: &Path, filter: Option<&str>) -> Outcome {
    let mut command = with_programs(&["--test", "page", "--test", "editions"])?;
    // One failure hides no other.
    command.args(["--test", "package", "--no-fail-fast"]);
    command.envs(setup::engines()?);
    command.env("FAJIAN_SAMPLE_TOOLS", setup::sample_tools(&root())?);
    command.env("AXE", setup::axe()?);
    command.args(filter);
    command.env("FAJIAN_DIST", root().join("dist")).env("FAJIAN_SCREENSHOTS", shots);
    say(what);
    succeed(&mut command)
}

/// Runs the tests of files that other programs write.
fn formats(filter: Option<&str>) -> Outcome {
    let mut command = with_programs(&["--lib", "--test", "formats"])?;
    run("tests of files of every format", command.args(filter))
}

/// Tests of the package that drives other programs, which are brought first.
fn with_programs(targets: &[&str]) -> Outcome<Command> {
    let browser = setup::browser()?;
    let office = setup::office()?;
    let mut command = in_root(cargo());
    command.args(["test", "--package", "fajian-e2e"]).args(targets);
    command.env("CHROME", browser.chrome).env("CHROMEDRIVER", browser.chromedriver);
    command.env("SOFFICE", office);
    Ok(command)
}

fn accuracy(update: bool) -> Outcome {
    let mut command = in_root(cargo());
    command.args(["test", "--test", "accuracy", "--", "--nocapture"]);
    if update {
        command.env("FAJIAN_UPDATE", "1");
    }
    run("scoring what is read against gold", &mut command)
}

/// Builds the page into `folder`, with its tools brought first.
fn build_page(folder: &Path, optimized: bool) -> Outcome {
    let tools = setup::page_tools(&root(), optimized)?;
    // Trunk is told to stay offline, or it would look for tools of its own choice; so the crates come first.
    succeed(in_root(cargo()).args(["fetch", "--quiet"]))?;
    let mut trunk = in_root(Command::new("trunk"));
    trunk.args(["build", "--offline", "--dist"]).arg(folder).env("PATH", &tools.path);
    // Trunk takes `true` or `false` here, and nothing else that the custom of this variable allows.
    trunk.env_remove("NO_COLOR");
    if optimized {
        trunk.arg("--release");
        keep_own_paths_out(&mut trunk);
    }
    let what = if optimized { "building the page, optimized" } else { "building the page" };
    run(what, &mut trunk)?;
    if optimized {
        let (wasm, script) = edition::page_program(folder)?;
        shrink(&wasm, &script, &tools.path)?;
        edition::join_sheets(folder)?;
    }
    for program in PROGRAMS {
        build_program(program, folder, optimized, &tools.path)?;
    }
    edition::write(&root(), folder, optimized)
}

/// Builds a program beside the page into `folder`; its name is that of its binary and of its feature.
fn build_program(name: &str, folder: &Path, optimized: bool, path: &OsStr) -> Outcome {
    let (profile, profile_folder) = if optimized { ("web", "web") } else { ("dev", "debug") };
    let mut build = in_root(cargo());
    build.args(["build", "--bin", name, "--target", "wasm32-unknown-unknown"]);
    build.args(["--no-default-features", "--features", name, "--profile", profile]);
    if optimized {
        keep_own_paths_out(&mut build);
    }
    run(&format!("building the program {name}"), &mut build)?;
    let built = root().join("target/wasm32-unknown-unknown").join(profile_folder);
    // A global of its own: each program is one.
    let mut bind = in_root(Command::new("wasm-bindgen"));
    bind.args(["--target", "no-modules", "--no-typescript", "--no-modules-global"]);
    bind.arg(format!("fajian_{name}")).args(["--out-name", name, "--out-dir"]).arg(folder);
    bind.arg(built.join(format!("{name}.wasm"))).env("PATH", path);
    succeed(&mut bind)?;
    let script = folder.join(format!("{name}.js"));
    let bound = std::fs::read_to_string(&script)
        .map_err(|error| format!("{}: {error}", script.display()))?;
    std::fs::write(&script, edition::glue(name, &bound, &format!("fajian_{name}")))
        .map_err(|error| format!("{}: {error}", script.display()))?;
    if optimized {
        shrink(&folder.join(format!("{name}_bg.wasm")), &script, path)?;
    }
    Ok(())
}

/// Leaves the name of the builder's home out of what is published, so that every machine builds the same bytes.
fn keep_own_paths_out(command: &mut Command) {
    let is_set = |name: &str| std::env::var_os(name).is_some();
    if is_set("RUSTFLAGS") || is_set("CARGO_ENCODED_RUSTFLAGS") {
        return;
    }
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    if let Some(folder) = cargo_home.or_else(|| home.map(|home| Path::new(&home).join(".cargo"))) {
        let sources = folder.join("registry").join("src");
        let flag = format!("--remap-path-prefix={}=crates", sources.display());
        command.env("CARGO_ENCODED_RUSTFLAGS", flag);
    }
}

/// The folder of the checkout.
fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_owned()
}

fn in_root(mut command: Command) -> Command {
    command.current_dir(root());
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serve_takes_a_port_and_a_profile() {
        let parsed = ServeOptions::parse(&["--port", "0", "--release"]);
        assert_eq!(parsed, Ok(ServeOptions { port: Some(0), release: true }));
        assert_eq!(ServeOptions::parse(&[]), Ok(ServeOptions::default()));
        for wrong in [&["--port"][..], &["--port", "70000"], &["--prot", "1"]] {
            assert!(ServeOptions::parse(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn an_unknown_job_is_refused_with_the_list_of_jobs() {
        let failure = run_job(&["tset".to_owned()]).expect_err("no such job");
        assert!(
            failure.0.contains("no such job: tset") && failure.0.contains("screenshots"),
            "{failure}"
        );
    }
}
