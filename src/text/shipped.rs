//! Tables the program ships, and what its host puts beside them.

use std::sync::OnceLock;

/// A table of lines, and the lines of the host's own, which are given once, before the table is first read.
#[derive(Debug)]
pub struct Shipped {
    shipped: &'static str,
    own: OnceLock<&'static str>,
}

impl Shipped {
    /// A table as it is shipped.
    #[must_use]
    pub const fn new(shipped: &'static str) -> Self {
        Self { shipped, own: OnceLock::new() }
    }

    /// Puts the host's own lines beside the shipped ones; returns false when that was done before.
    pub fn amend(&self, own: &'static str) -> bool {
        self.own.set(own).is_ok()
    }

    /// The lines that are shipped, without blank ones and remarks (`#`).
    pub fn lines(&self) -> impl Iterator<Item = &'static str> + use<> {
        rows(self.shipped).map(|(_, line)| line)
    }

    /// The host's own lines, likewise.
    pub fn own(&self) -> impl Iterator<Item = &'static str> + use<> {
        rows(self.own.get().copied().unwrap_or_default()).map(|(_, line)| line)
    }
}

/// The lines of a table with their numbers from 1, without blank ones and remarks (`#`).
pub fn rows(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim_end_matches('\r')));
    lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_lines_stand_beside_the_shipped_ones() {
        static TABLE: Shipped = Shipped::new("# a remark\none\tx\n\ntwo\ty\n");
        assert_eq!(TABLE.own().count(), 0);
        assert!(TABLE.amend("# mine\r\nthree\tz\r\n"));
        assert!(!TABLE.amend("four"), "once");
        assert_eq!(TABLE.lines().collect::<Vec<_>>(), ["one\tx", "two\ty"]);
        assert_eq!(TABLE.own().collect::<Vec<_>>(), ["three\tz"]);
        assert_eq!(rows("a\n\n#\nb").collect::<Vec<_>>(), [(1, "a"), (4, "b")]);
    }
}
