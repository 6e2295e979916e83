//! Which charts a report gets: statistics → charts. The only module that knows both.
