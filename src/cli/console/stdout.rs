//! Standard output: what a command answers.
//!
//! Whoever reads it may stop reading (`attache sources | head`): a closed pipe is no fault. Any other failure to write,
//! as on a full disk, ends the program with a line and code 1.

use std::fmt::Display;
use std::io::{ErrorKind, Result, Write};

use super::exit;

/// Writes words as they are.
pub fn words(words: impl Display) {
    bytes(words.to_string().as_bytes());
}

/// Writes any bytes.
pub fn bytes(bytes: &[u8]) {
    if let Err(fault) = put(&mut std::io::stdout().lock(), bytes) {
        eprintln!("attache: standard output: {fault}");
        std::process::exit(i32::from(exit::INPUT));
    }
}

/// Writes a line.
pub fn line(line: impl Display) {
    words(format_args!("{line}\n"));
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
    fn a_closed_pipe_is_no_fault_and_a_full_disk_is() {
        assert!(put(&mut Fails(ErrorKind::BrokenPipe), b"words").is_ok());
        assert!(put(&mut Fails(ErrorKind::StorageFull), b"words").is_err());
        let mut out = Vec::new();
        put(&mut out, b"words").unwrap();
        assert_eq!(out, b"words");
    }
}
