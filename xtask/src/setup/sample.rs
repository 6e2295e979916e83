//! TypeScript and Vite, with which the package of the element is used as others use it.
//!
//! Which versions stands in the sample project, and there alone.

use std::path::{Path, PathBuf};

use super::{npm, tool_folder};
use crate::step::{Outcome, command, output_of};

/// Where the sample project says what it is built with.
const PROJECT: &str = "examples/vite/package.json";

/// The oldest Node that Vite runs on.
const NODE: (u32, u32) = (18, 0);

/// The folder that has both as `node_modules/NAME`.
pub(super) fn find_or_install(root: &Path) -> Outcome<PathBuf> {
    npm::need()?;
    let version = output_of(&mut command("node", &["--version"])).unwrap_or_default();
    if node_version(&version).is_none_or(|version| version < NODE) {
        let (major, minor) = NODE;
        return Err(format!(
            "the sample project needs Node {major}.{minor} or newer, and here is {version}: install one from \
             https://nodejs.org/"
        )
        .into());
    }
    let project = std::fs::read_to_string(root.join(PROJECT))
        .map_err(|error| format!("{PROJECT}: {error}"))?;
    let tools = ["vite", "typescript"].map(|name| (name, stated_version(&project, name)));
    let mut packages = Vec::new();
    for (name, version) in tools {
        packages.push(format!(
            "{name}@{}",
            version.ok_or_else(|| format!("{PROJECT} names no {name}"))?
        ));
    }
    let folder = tool_folder("sample", &packages.join("-").replace('@', "-"))?;
    // npm writes this file last.
    if folder.join("node_modules/.package-lock.json").is_file() {
        return Ok(folder);
    }
    npm::install(&folder, &packages, "TypeScript and Vite for the sample project")?;
    Ok(folder)
}

/// The two numbers that `v20.19.2` begins with.
fn node_version(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// The version of a package in the text of a `package.json`.
fn stated_version<'a>(project: &'a str, package: &str) -> Option<&'a str> {
    let (_, behind) = project.split_once(&format!("\"{package}\": \""))?;
    Some(behind.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read() {
        assert_eq!(node_version("v20.19.2"), Some((20, 19)));
        assert_eq!(node_version(""), None);
        let project = "{ \"devDependencies\": { \"vite\": \"7.3.8\" } }";
        assert_eq!(stated_version(project, "vite"), Some("7.3.8"));
        assert_eq!(stated_version(project, "vit"), None);
    }
}
