//! `attache brief --batch`: JSON lines in, JSON lines out.
//!
//! Invariants: one line of output for each line of input, in the same order, and a bad line never stops the rest.

use std::io::{BufRead, BufWriter, Write};
use std::num::NonZeroUsize;
use std::process::ExitCode;

use serde_json::{Value, json};

use super::output::{self, Input};
use crate::cli::{stderr, stdout};

/// Lines worked on at a time, for each thread.
const LINES_PER_THREAD: usize = 32;

/// Reads standard input to its end; exit code 1 when it cannot be read or the output cannot be written.
#[must_use]
pub fn run(threads: Option<NonZeroUsize>) -> ExitCode {
    let threads = threads.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    match copy(std::io::stdin().lock(), BufWriter::new(stdout::quiet()), threads) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            stderr::line(format_args!("brief --batch: {fault}"));
            ExitCode::FAILURE
        }
    }
}

fn copy(mut given: impl BufRead, mut out: impl Write, threads: usize) -> std::io::Result<()> {
    loop {
        let lines = next_lines(&mut given, threads * LINES_PER_THREAD)?;
        if lines.is_empty() {
            return out.flush();
        }
        for answer in answers(&lines, threads) {
            writeln!(out, "{answer}")?;
        }
    }
}

fn next_lines(given: &mut impl BufRead, most: usize) -> std::io::Result<Vec<Vec<u8>>> {
    let mut lines = Vec::new();
    while lines.len() < most {
        let mut line = Vec::new();
        if given.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if !line.trim_ascii().is_empty() {
            lines.push(line);
        }
    }
    Ok(lines)
}

fn answers(lines: &[Vec<u8>], threads: usize) -> Vec<String> {
    if threads < 2 || lines.len() < 2 {
        return lines.iter().map(|line| answer(line)).collect();
    }
    std::thread::scope(|scope| {
        let workers: Vec<_> = lines
            .chunks(lines.len().div_ceil(threads))
            .map(|part| (part, scope.spawn(move || part.iter().map(|line| answer(line)).collect::<Vec<_>>())))
            .collect();
        workers
            .into_iter()
            .flat_map(|(part, worker)| {
                worker.join().unwrap_or_else(|_| {
                    part.iter().map(|line| failed(line, "failed to read this article")).collect()
                })
            })
            .collect()
    })
}

fn answer(line: &[u8]) -> String {
    match serde_json::from_slice::<Input>(line) {
        Ok(input) if input.text.is_none() && input.html.is_none() => failed(line, "neither text nor html"),
        Ok(input) => output::answer(&input),
        Err(fault) => failed(line, &format!("not an input line: {fault}")),
    }
}

fn failed(line: &[u8], fault: &str) -> String {
    let id = serde_json::from_slice::<Value>(line).ok().and_then(|value| value.get("id").cloned());
    json!({ "id": id, "error": fault }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copied(given: &str, threads: usize) -> Vec<Value> {
        let mut out = Vec::new();
        copy(given.as_bytes(), &mut out, threads).unwrap();
        out.split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
            .map(|line| serde_json::from_slice(line).unwrap())
            .collect()
    }

    #[test]
    fn every_line_is_answered_in_its_place() {
        let given =
            "{\"id\":\"a\",\"text\":\"One.\"}\nnot json\n{\"id\":\"c\"}\n{\"id\":\"d\",\"text\":\"Four.\"}\n";
        for threads in [1, 3] {
            let got = copied(given, threads);
            let ids: Vec<_> = got.iter().map(|answer| answer["id"].as_str()).collect();
            assert_eq!(ids, [Some("a"), None, Some("c"), Some("d")]);
            assert_eq!(got[0]["text"], "One.");
            assert!(got[1]["error"].is_string() && got[2]["error"].is_string());
            assert_eq!(got[3]["text"], "Four.");
        }
    }
}
