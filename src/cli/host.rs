//! `attache host`: what whoever hosts the bot puts beside it, printed as it can be used.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// A systemd unit
    Unit,
    /// A compose file
    Compose,
    /// A Grafana dashboard of /metrics
    Dashboard,
}

/// What to print.
#[derive(Debug, Args)]
pub struct Options {
    /// What to print; to be written into a file of its own
    #[arg(value_enum)]
    pub what: What,
}

/// Prints it.
#[must_use]
pub fn run(options: &Options) -> ExitCode {
    print!("{}", text(options.what));
    ExitCode::SUCCESS
}

fn text(what: What) -> &'static str {
    match what {
        What::Unit => include_str!("host/attache.service"),
        What::Compose => include_str!("host/compose.yaml"),
        What::Dashboard => include_str!("host/dashboard.json"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dashboard_is_json_of_numbers_that_are_given_out() {
        let dashboard: serde_json::Value = serde_json::from_str(text(What::Dashboard)).unwrap();
        let panels = dashboard["panels"].as_array().unwrap();
        let sources = ["src/app/http.rs", "src/deliver/mod.rs", "src/watch/poll.rs", "src/watch/brief.rs"];
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let code: String =
            sources.iter().map(|path| std::fs::read_to_string(root.join(path)).unwrap()).collect();
        let is_name = |c: char| c.is_ascii_lowercase() || c == '_';
        for target in panels.iter().flat_map(|panel| panel["targets"].as_array().unwrap()) {
            let expression = target["expr"].as_str().unwrap();
            let name = expression.split(|c| !is_name(c)).find(|word| word.starts_with("attache_")).unwrap();
            assert!(code.contains(name), "{name}");
        }
    }

    #[test]
    fn the_unit_names_the_exit_codes_a_new_start_does_not_mend() {
        use crate::cli::exit;
        let codes = [exit::USAGE, exit::DATABASE, exit::SECOND].map(|code| code.to_string()).join(" ");
        assert!(text(What::Unit).contains(&format!("RestartPreventExitStatus={codes}\n")));
    }
}
