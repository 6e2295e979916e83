//! Dates for readers, from `YYYY-MM-DD` or shorter.

/// `2025-03-01` → 2025年3月1日. What is no date stays as it is.
#[must_use]
pub fn in_words(date: &str) -> String {
    match parts(date) {
        Some((year, Some(month), Some(day))) => format!("{year}年{month}月{day}日"),
        Some((year, Some(month), None)) => format!("{year}年{month}月"),
        Some((year, None, _)) => format!("{year}年"),
        None => date.to_owned(),
    }
}

/// `2025-03-01` → 1 March 2025. What is no date stays as it is.
#[must_use]
pub fn in_english(date: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let name = |month: u32| MONTHS.get(month as usize - 1).copied().unwrap_or_default();
    match parts(date) {
        Some((year, Some(month), Some(day))) => format!("{day} {} {year}", name(month)),
        Some((year, Some(month), None)) => format!("{} {year}", name(month)),
        Some((year, None, _)) => year.to_owned(),
        None => date.to_owned(),
    }
}

/// Year, month and day, as far as they are given.
fn parts(date: &str) -> Option<(&str, Option<u32>, Option<u32>)> {
    let mut parts = date.split('-');
    let year = parts.next().filter(|year| year.len() == 4 && year.parse::<u32>().is_ok())?;
    let [month, day] = [parts.next(), parts.next()];
    let number = |part: Option<&str>, most| match part.map(str::parse::<u32>) {
        None => Some(None),
        Some(Ok(number)) if (1..=most).contains(&number) => Some(Some(number)),
        Some(_) => None,
    };
    let parts = (year, number(month, 12)?, number(day, 31)?);
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_far_as_they_are_known() {
        for (date, chinese, english) in [
            ("2025-03-01", "2025年3月1日", "1 March 2025"),
            ("2025-12", "2025年12月", "December 2025"),
            ("2025", "2025年", "2025"),
            ("2025-13", "2025-13", "2025-13"),
            ("..", "..", ".."),
            ("", "", ""),
        ] {
            assert_eq!((in_words(date).as_str(), in_english(date).as_str()), (chinese, english));
        }
    }
}
