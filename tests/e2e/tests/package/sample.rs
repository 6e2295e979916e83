//! A project in TypeScript that installs the package with npm, is checked, built with Vite, and shown.

use std::path::{Path, PathBuf};
use std::process::Command;

use fajian_e2e::{Engine, Folder, Visitor, checkout, dist};
use serde_json::Value;
use xtask::edition::package::{self, POLICY};
use xtask::server::{Server, Site};

/// The sample project, with the package installed in it.
struct Project {
    folder: Folder,
    tools: PathBuf,
}

impl Project {
    fn install() -> Self {
        let folder = Folder::new();
        let sample = checkout().join("examples/vite");
        for path in
            ["index.html", "tsconfig.json", "vite.config.js", "src/main.ts", "src/report.ts"]
        {
            folder.put(path, &std::fs::read(sample.join(path)).expect("a file of the sample"));
        }
        let description = std::fs::read_to_string(sample.join("package.json")).expect("a text");
        let mut description: Value = serde_json::from_str(&description).expect("JSON");
        // What it is built with is there already, and there may be no network.
        let members = description.as_object_mut().expect("an object");
        members.remove("devDependencies");
        members.remove("dependencies");
        folder.put("package.json", description.to_string().as_bytes());
        let packed = package::pack(&dist().join("embed"), &folder.0).expect("a packed package");
        let tools = std::env::var_os("FAJIAN_SAMPLE_TOOLS");
        let tools = PathBuf::from(tools.expect("start these tests with `cargo xtask e2e`"));
        let project = Self { folder, tools };
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let install = ["install", "--offline", "--no-audit", "--no-fund", "--no-progress"];
        project.succeed(Command::new(npm).args(install).arg(packed));
        project
    }

    /// A program of a package among the tools.
    fn tool(&self, script: &str) -> Command {
        let mut command = Command::new("node");
        command.arg(self.tools.join("node_modules").join(script));
        command
    }

    fn output(&self, command: &mut Command) -> (bool, String) {
        let output = command.current_dir(&self.folder.0).output();
        let output = output.unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8_lossy(&said).into_owned())
    }

    #[track_caller]
    fn succeed(&self, command: &mut Command) -> String {
        let (is_success, said) = self.output(command);
        assert!(is_success, "{command:?}:\n{said}");
        said
    }

    fn check_types(&self, options: &[&str]) -> (bool, String) {
        self.output(self.tool("typescript/bin/tsc").args(["--project", "."]).args(options))
    }
}

fn is_file_of(folder: &Path, start: &str, end: &str) -> bool {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .any(|name| name.starts_with(start) && name.ends_with(end))
}

/// Builds the project, and opens its page under the policy that the package names.
fn open_built(project: &Project) -> (Server, Visitor) {
    project.succeed(project.tool("vite/bin/vite.js").args(["build", "--base", "./"]));
    let built = project.folder.0.join("dist");
    let site = Site { policy: POLICY.to_owned(), ..Site::new(&built).under("/sample/") };
    let server = Server::start(site, 0).expect("a free port");
    let visitor = Visitor::start(Engine::Chromium);
    visitor.visit(&server.url());
    visitor.wait_until(
        "the report",
        "const ground = document.querySelector('fajian-report').shadowRoot;
         const shown = ground?.querySelectorAll('[data-figure]').length;
         const told = Number(document.body.dataset.figures);
         return told > 5 && shown === told || `${shown} shown, ${told} told`;",
        &[],
    );
    (server, visitor)
}

#[test]
fn the_sample_project_is_built_and_shows_a_report() {
    let project = Project::install();
    let (_server, visitor) = open_built(&project);
    for program in ["app", "engine", "readers", "exporter"] {
        let assets = project.folder.0.join("dist/assets");
        let is_there = is_file_of(&assets, &format!("{program}_bg-"), ".wasm");
        assert!(is_there, "{program} is not among the built assets");
    }
    visitor.wait_until(
        "the summary",
        "const words = document.querySelector('#summary').textContent;
         return /^示溪县2024年法治政府建设年度报告：5个部分，[0-9]+个数据$/.test(words) || words;",
        &[],
    );
}

#[test]
fn the_script_with_the_programs_in_it_can_be_imported_too() {
    let project = Project::install();
    let page = "import 'fajian/fajian.single.js';
        import { text } from './report';
        const element = document.querySelector('fajian-report');
        element.addEventListener('fajian-ready', event =>
            document.body.setAttribute('data-figures', event.detail.statistics.length));
        element.openText(text);
        if (!window.Fajian) throw new Error('nothing is left');";
    project.folder.put("src/main.ts", page.as_bytes());
    let (server, _visitor) = open_built(&project);
    let programs = server.requests().into_iter().filter(|it| it.ends_with(".wasm"));
    assert_eq!(programs.count(), 0);
}

#[test]
fn the_types_are_strict_and_refuse_what_is_not_there() {
    let project = Project::install();
    for options in [&[][..], &["--module", "nodenext", "--moduleResolution", "nodenext"]] {
        // The sample's own imports have no endings, which a bundler allows and Node does not.
        if !options.is_empty() {
            let own = std::fs::read_to_string(project.folder.0.join("src/main.ts")).expect("text");
            project
                .folder
                .put("src/main.ts", own.replace("./report\"", "./report.js\"").as_bytes());
        }
        let (is_success, said) = project.check_types(options);
        assert!(is_success, "{options:?}:\n{said}");
    }
    let wrong = [
        "analyze(\"a text\");",
        "mount(document.body, { view: \"chart\" });",
        "mount(document.body).report.title;",
        "document.createElement(\"fajian-report\").report = null;",
        "analyze(new Uint8Array()).then((it) => it.statistics[0]!.value.toFixed());",
    ];
    let text = format!("import {{ analyze, mount }} from \"fajian\";\n{}\n", wrong.join("\n"));
    project.folder.put("src/wrong.ts", text.as_bytes());
    let (_, said) = project.check_types(&[]);
    for (at, line) in wrong.iter().enumerate() {
        assert!(said.contains(&format!("src/wrong.ts({},", at + 2)), "{line} is taken: {said}");
    }
}

#[test]
fn the_module_can_be_loaded_where_there_is_no_page() {
    let project = Project::install();
    let script = "import * as fajian from 'fajian'; console.log(Object.keys(fajian).join(' '))";
    let said =
        project.succeed(Command::new("node").args(["--input-type=module", "--eval", script]));
    assert_eq!(said.trim(), "analyze mount tag");
}
