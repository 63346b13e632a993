//! Standard output: what a command answers.
//!
//! Whoever reads it may stop reading (`attache sources | head`): a closed pipe is no fault. Any other failure to write,
//! as on a full disk, ends the program with a line and code 1. Words of a page or a feed may hold what controls a terminal:
//! nothing goes out here with a control character in it but [`styled`] text and files that are piped.

use std::fmt::Display;
use std::io::{ErrorKind, IsTerminal as _, Result, Write};

use super::{exit, stderr};
use crate::text::{controls_screen, told_controls};

/// Writes words, control characters by their numbers.
pub fn words(words: impl Display) {
    all(told_controls(&words.to_string()).as_bytes());
}

/// Writes a line, control characters by their numbers.
pub fn line(line: impl Display) {
    words(format_args!("{line}\n"));
}

/// Writes a line that was drawn for the terminal ([`Rich::to_terminal`](crate::view::Rich::to_terminal)), its styles as
/// they are.
pub fn styled(drawn: impl Display) {
    all(format!("{drawn}\n").as_bytes());
}

/// Writes a file, byte for byte; to a terminal as words.
pub fn bytes(bytes: &[u8]) {
    if std::io::stdout().is_terminal() { words(String::from_utf8_lossy(bytes)) } else { all(bytes) }
}

/// Standard output for many lines; control characters go out by their numbers.
#[must_use]
pub fn quiet() -> Quiet<std::io::StdoutLock<'static>> {
    Quiet { out: std::io::stdout().lock(), held: false }
}

/// Writes UTF-8 with control characters told by their numbers, as JSON writes them.
#[derive(Debug)]
pub struct Quiet<W> {
    out: W,
    /// The first byte of a character that may be a control character.
    held: bool,
}

impl<W: Write> Write for Quiet<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        const LEAD: u8 = 0xc2;
        let mut told = Vec::with_capacity(bytes.len());
        for &byte in bytes {
            let held = std::mem::take(&mut self.held);
            // behind that first byte the second is the character's number
            let is_control = held != byte.is_ascii() && controls_screen(char::from(byte));
            told.extend((held && !is_control).then_some(LEAD));
            match byte {
                _ if is_control => told.extend(format!("\\u{byte:04x}").bytes()),
                LEAD => self.held = true,
                _ => told.push(byte),
            }
        }
        self.out.write_all(&told)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        self.out.flush()
    }
}

fn all(bytes: &[u8]) {
    if let Err(fault) = put(&mut std::io::stdout().lock(), bytes) {
        stderr::line(format_args!("attache: standard output: {fault}"));
        std::process::exit(i32::from(exit::INPUT));
    }
}

fn put(out: &mut impl Write, bytes: &[u8]) -> Result<()> {
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(fault) if fault.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fails(ErrorKind);

    impl Write for Fails {
        fn write(&mut self, _: &[u8]) -> Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> Result<()> {
            Ok(())
        }
    }

    #[test]
    fn many_lines_go_out_without_control_characters_however_they_are_cut() {
        let words = "{\"a\":\"é\u{9b}2J\u{7f}\u{1b}[1m\u{a0}ж\"}\n\tb";
        for size in [1, 2, 3, 64] {
            let mut out = Quiet { out: Vec::new(), held: false };
            words.as_bytes().chunks(size).for_each(|part| out.write_all(part).unwrap());
            assert_eq!(String::from_utf8(out.out).unwrap(), told_controls(words));
        }
    }

    #[test]
    fn a_closed_pipe_is_no_fault_and_a_full_disk_is() {
        assert!(put(&mut Fails(ErrorKind::BrokenPipe), b"words").is_ok());
        assert!(put(&mut Fails(ErrorKind::StorageFull), b"words").is_err());
        let mut out = Vec::new();
        put(&mut out, b"words").unwrap();
        assert_eq!(out, b"words");
    }
}
