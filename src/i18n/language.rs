//! The languages of the page.

use super::{EN, Messages, ZH_HANS, ZH_HANT};

/// 语言: a language that the page speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// 简体中文.
    #[default]
    ZhHans,
    /// 繁體中文.
    ZhHant,
    /// English.
    En,
}

impl Language {
    /// All of them, as they are offered.
    pub const ALL: [Self; 3] = [Self::ZhHans, Self::ZhHant, Self::En];

    /// The code, for `lang`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::ZhHans => "简体中文",
            Self::ZhHant => "繁體中文",
            Self::En => "English",
        }
    }

    /// The language of a code that this project wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

/// The texts in a language.
#[must_use]
pub fn messages(language: Language) -> &'static Messages {
    static ALL: [Messages; 3] = [ZH_HANS, ZH_HANT, EN];
    match language {
        Language::ZhHans => &ALL[0],
        Language::ZhHant => &ALL[1],
        Language::En => &ALL[2],
    }
}
