//! 单位: which units count the same, so that values in them compare.

/// Units that are put for each other. 件 and 件次, 人 and 人次 count different things and are not.
const ALIKE: [&[&str]; 3] =
    [&["件", "宗", "起", "例", "桩"], &["人", "名", "位"], &["场", "次", "场次"]];

/// Whether values in these units compare.
#[must_use]
pub fn is_alike(one: &str, other: &str) -> bool {
    one == other || ALIKE.iter().any(|units| units.contains(&one) && units.contains(&other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_and_visits_do_not_compare() {
        assert!(is_alike("件", "起") && is_alike("人", "名") && is_alike("元", "元"));
        for (one, other) in [("件", "人次"), ("件", "件次"), ("人", "人次"), ("%", "个百分点")]
        {
            assert!(!is_alike(one, other), "{one} {other}");
        }
    }
}
