//! `attache host`: what whoever hosts the bot puts beside it, printed as it can be used.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::stdout;

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
    stdout::words(text(options.what));
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
    fn the_dashboard_shows_metrics_that_are_given_out() {
        let dashboard: serde_json::Value = serde_json::from_str(text(What::Dashboard)).unwrap();
        let panels = dashboard["panels"].as_array().unwrap();
        let is_name = |c: char| c.is_ascii_lowercase() || c == '_';
        let mut shown = std::collections::BTreeSet::new();
        for target in panels.iter().flat_map(|panel| panel["targets"].as_array().unwrap()) {
            let expression = target["expr"].as_str().unwrap();
            let names = expression.split(|c| !is_name(c)).filter(|word| word.starts_with("attache_"));
            for name in names {
                let known = crate::counters::METRICS.iter().find(|(known, kind, _)| match *kind {
                    "summary" => {
                        [format!("{known}_sum"), format!("{known}_count")].contains(&name.to_owned())
                    }
                    _ => *known == name,
                });
                shown.insert(known.unwrap_or_else(|| panic!("{name} is no metric")).0);
            }
        }
        assert!(shown.len() >= 15, "{shown:?}");
    }

    #[test]
    fn both_files_start_it_again_however_often_it_ended_by_what_may_pass() {
        let compose: Vec<&str> = text(What::Compose).lines().map(str::trim).collect();
        assert!(compose.contains(&"restart: unless-stopped"), "{compose:?}");
        assert!(compose.contains(&"env_file: .env"), "the settings README tells of are in .env: {compose:?}");
        assert!(text(What::Unit).contains("StartLimitIntervalSec=0\n"));
        assert!(!text(What::Unit).contains("RestartPreventExitStatus=1"));
    }

    #[test]
    fn the_unit_names_the_exit_codes_a_new_start_does_not_mend() {
        use crate::cli::exit;
        let codes = [exit::USAGE, exit::DATABASE, exit::SECOND].map(|code| code.to_string()).join(" ");
        assert!(text(What::Unit).contains(&format!("RestartPreventExitStatus={codes}\n")));
    }
}
