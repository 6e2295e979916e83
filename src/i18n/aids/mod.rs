//! Texts of the aids to reading: what the outline tells, the choice of script, captions, reading aloud.

mod en;
mod zh_hans;
mod zh_hant;

pub use en::EN;
pub use zh_hans::ZH_HANS;
pub use zh_hant::ZH_HANT;

use crate::document::SectionRole;

/// Texts of the aids to reading.
#[derive(Clone, Copy, Debug)]
pub struct ReadingAidMessages {
    /// What a section is for, in the outline; nothing for the most common.
    pub role: fn(role: SectionRole) -> &'static str,
    /// How many figures a section has, behind the number itself.
    pub figures: &'static str,
    /// Label of the choice of script.
    pub script: &'static str,
    /// Scripts: as printed, simplified, traditional.
    pub scripts: [&'static str; 3],
    /// The text could not be had in another script, and the next step.
    pub not_rewritten: &'static str,
    /// The bar of the elder version.
    pub bar: &'static str,
    /// Button: captions in very large type.
    pub captions: &'static str,
    /// What the captions show while nothing is pointed at.
    pub captions_hint: &'static str,
    /// Button: begin to read aloud.
    pub read_aloud: &'static str,
    /// Button: hold the voice.
    pub pause: &'static str,
    /// Button: let the voice go on.
    pub resume: &'static str,
    /// Button: end the voice.
    pub stop: &'static str,
    /// Label of the choice of speed.
    pub rate: &'static str,
    /// Speeds: slow, middling, fast.
    pub rates: [&'static str; 3],
    /// The browser has no Chinese voice, and the next step.
    pub no_voice: &'static str,
    /// The browser cannot speak at all, and the next step.
    pub no_speech: &'static str,
    /// The voice broke off, and the next step.
    pub broken: &'static str,
}

impl ReadingAidMessages {
    /// The words that `web/aids.js` is given, in its order.
    #[must_use]
    pub fn of_script(&self) -> [&'static str; 14] {
        [
            self.bar,
            self.captions,
            self.captions_hint,
            self.read_aloud,
            self.pause,
            self.resume,
            self.stop,
            self.rate,
            self.rates[0],
            self.rates[1],
            self.rates[2],
            self.no_voice,
            self.no_speech,
            self.broken,
        ]
    }
}
