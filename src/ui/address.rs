//! 地址: the part of the page's address behind `#`, which names a place in the open report.

/// A place in the open report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Place {
    /// The beginning.
    #[default]
    Start,
    /// The charts.
    Charts,
    /// The checks.
    Checks,
    /// The comparison of the open reports.
    Compare,
    /// A section, by index.
    Section(usize),
    /// A figure, by index.
    Statistic(usize),
    /// Words of the text, by where they start in it.
    Words(usize),
}

impl Place {
    /// Reads what stands behind `#`; anything else than a place is the beginning.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let (kind, number) = path.split_once('/').unwrap_or((path, ""));
        match (kind, number.parse().ok()) {
            ("s", Some(section)) => Self::Section(section),
            ("f", Some(statistic)) => Self::Statistic(statistic),
            ("t", Some(start)) => Self::Words(start),
            ("charts", None) => Self::Charts,
            ("checks", None) => Self::Checks,
            ("compare", None) => Self::Compare,
            _ => Self::Start,
        }
    }

    /// The place as a link.
    #[must_use]
    pub fn link(self) -> String {
        match self {
            Self::Start => "#/".to_owned(),
            Self::Charts => "#/charts".to_owned(),
            Self::Checks => "#/checks".to_owned(),
            Self::Compare => "#/compare".to_owned(),
            Self::Section(section) => format!("#/s/{section}"),
            Self::Statistic(statistic) => format!("#/f/{statistic}"),
            Self::Words(start) => format!("#/t/{start}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_back_to_their_place() {
        let fixed = [Place::Start, Place::Charts, Place::Checks, Place::Compare];
        let numbered = [Place::Section(3), Place::Statistic(12), Place::Words(340)];
        for place in fixed.into_iter().chain(numbered) {
            assert_eq!(Place::parse(&place.link()), place);
        }
    }

    #[test]
    fn other_addresses_are_the_beginning() {
        for hash in
            ["", "#", "#x", "#/s/", "#/s/-1", "#/s/三", "#/f/99999999999999999999999", "#/q/1"]
        {
            assert_eq!(Place::parse(hash), Place::Start, "{hash}");
        }
    }
}
