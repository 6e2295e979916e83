//! English.

use super::ReadingAidMessages;
use crate::document::SectionRole;

/// English.
pub const EN: ReadingAidMessages = ReadingAidMessages {
    role: |role| match role {
        SectionRole::Results => "",
        SectionRole::Shortcomings => "shortcomings",
        SectionRole::FirstResponsiblePerson => "first responsible person",
        SectionRole::Plan => "plan",
        SectionRole::Other => "other",
    },
    figures: "figures",
    script: "Chinese characters",
    scripts: ["As printed", "Simplified", "Traditional"],
    not_rewritten: "The characters were not changed: the program for it was not loaded. Check the network and choose again.",
    bar: "Reading aids",
    captions: "Captions",
    captions_hint: "What you point at, or reach with the Tab key, is shown here in large type.",
    read_aloud: "Read aloud",
    pause: "Pause",
    resume: "Go on",
    stop: "Stop",
    rate: "Speed",
    rates: ["Slow", "Medium", "Fast"],
    no_voice: "This device has no Chinese voice. Add Chinese under “Speech” in the system settings, then press “Read aloud”.",
    no_speech: "This browser cannot read aloud. Open the page in Edge, Chrome or Safari.",
    broken: "The voice broke off. Press “Read aloud” again to go on from what is in view.",
};
