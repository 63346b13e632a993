//! the one door to the web.
