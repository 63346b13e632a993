//! all SQL.
