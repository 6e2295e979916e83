//! What a report's reading should be, written by hand: `STEM.gold.json` beside `STEM.txt`.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use fajian::statistic::Change;

/// The right reading of one report.
#[derive(Debug, Deserialize)]
pub(crate) struct Gold {
    #[serde(default)]
    pub(crate) sections: Vec<GoldSection>,
    pub(crate) statistics: Vec<GoldStatistic>,
    /// Metadata by name. A name that is missing is not judged; null means that there is none.
    #[serde(flatten)]
    pub(crate) rest: serde_json::Map<String, serde_json::Value>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct GoldSection {
    pub(crate) level: u8,
    pub(crate) number: Option<String>,
    pub(crate) heading: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct GoldStatistic {
    /// The topics that are right.
    pub(crate) topic: OneOrMore,
    pub(crate) indicator: String,
    pub(crate) value: Option<f64>,
    pub(crate) unit: Option<String>,
    pub(crate) approx: Option<String>,
    pub(crate) change: Option<GoldChange>,
    /// `*` where both with and without is right.
    pub(crate) parent: Option<String>,
    pub(crate) quote: String,
    /// Whether it may be left out.
    #[serde(default)]
    pub(crate) optional: bool,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    pub(crate) fn contains(&self, name: &str) -> bool {
        match self {
            Self::One(one) => one == name,
            Self::More(more) => more.iter().any(|one| one == name),
        }
    }

    pub(crate) fn first(&self) -> &str {
        match self {
            Self::One(one) => one,
            Self::More(more) => more.first().map_or("", String::as_str),
        }
    }
}

#[derive(Debug, Deserialize)]
pub(crate) struct GoldChange {
    pub(crate) direction: String,
    pub(crate) value: Option<f64>,
    pub(crate) unit: Option<String>,
}

/// What is compared of a change: direction, size in millionths, unit.
pub(crate) type ChangeKey = Option<(String, Option<i64>, String)>;

impl GoldChange {
    pub(crate) fn key(&self) -> ChangeKey {
        key(self.direction.clone(), self.value, self.unit.as_deref())
    }
}

/// The same of a change that was read.
pub(crate) fn change_key(change: &Change) -> ChangeKey {
    key(name(&change.direction), change.value, change.unit.as_deref())
}

fn key(direction: String, value: Option<f64>, unit: Option<&str>) -> ChangeKey {
    // Printed sizes have few digits.
    #[expect(clippy::cast_possible_truncation)]
    let millionths = value.map(|value| (value * 1e6).round() as i64);
    Some((direction, millionths, crate::score::unit(unit)))
}

/// The name under which a value is serialized.
pub(crate) fn name(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or_default().to_owned()
}

/// A report with its gold.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) stem: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) gold: Gold,
}

/// The reports with gold in a folder, sorted by name.
pub(crate) fn cases(folder: &Path) -> Vec<Case> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let stem = |path: &PathBuf| {
        let name = path.file_name()?.to_str()?;
        name.strip_suffix(".gold.json").map(ToOwned::to_owned)
    };
    paths
        .iter()
        .filter_map(|path| Some((path, stem(path)?)))
        .map(|(path, stem)| {
            let gold = serde_json::from_slice(&std::fs::read(path).unwrap())
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let source = ["txt", "html"]
                .iter()
                .map(|ending| folder.join(format!("{stem}.{ending}")))
                .find(|path| path.exists())
                .unwrap_or_else(|| panic!("{}: no report beside it", path.display()));
            Case { bytes: std::fs::read(source).unwrap(), stem, gold }
        })
        .collect()
}

/// The reports with gold in the folders of a folder, `KIND/input.txt` beside `KIND/gold.json`, sorted by name.
pub(crate) fn corpus(folder: &Path) -> Vec<Case> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .iter()
        .filter(|path| path.is_dir())
        .map(|path| {
            let gold = serde_json::from_slice(&std::fs::read(path.join("gold.json")).unwrap())
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let stem = path.file_name().unwrap().to_string_lossy().into_owned();
            Case { bytes: std::fs::read(path.join("input.txt")).unwrap(), stem, gold }
        })
        .collect()
}
