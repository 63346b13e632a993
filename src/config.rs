//! every setting.
