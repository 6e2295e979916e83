//! Every text on screen, in one place per language.
