//! a URL or text → article → brief.
