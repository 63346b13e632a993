//! The subcommands: reads the command line and runs one of them.
//!
//! In: the process's arguments, environment and `.env`. Out: an exit code ([`exit`]). Results go to standard output,
//! everything for people to standard error.

use std::process::ExitCode;

use clap::{Args as _, CommandFactory, FromArgMatches as _, Parser, Subcommand};

pub use console::{exit, log, stderr, stdout, terminal};
use demo::{chat, picture};

use crate::clock::Clock;
use crate::config::{self, Config};

pub mod brief;
pub mod console;
pub mod data;
pub mod database;
pub mod demo;
pub mod digest;
pub mod doctor;
pub mod eval;
pub mod exchange;
pub mod feed;
pub mod host;
pub mod idf;
pub mod models;
pub mod prompts;
pub mod reports;
pub mod review;
pub mod service;
pub mod sources;
pub mod starters;
pub mod stories;

/// A press attaché in a Telegram chat: foreign-policy news, summarised, with who said what, word for word.
#[derive(Debug, Parser)]
#[command(name = "attache", version)]
struct Line {
    #[command(subcommand)]
    command: Option<Command>,
    /// Prints the settings every command takes: token, database, web, digests, language model
    #[arg(long, global = true)]
    help_settings: bool,
    #[command(flatten)]
    config: Config,
}

/// Where the settings are told, under the help of every command.
const SETTINGS: &str = "Settings such as token and database: `attache --help-settings`.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Runs the bot; what `attache` alone does too.
    Run,
    /// Briefs articles: a short summary, and who said what.
    Brief(brief::Options),
    /// Reads a feed and prints its entries.
    Feed(feed::Options),
    /// The whole bot in the terminal; --demo for a first look without network or token.
    Chat(chat::Options),
    /// Builds one chat's digest now and queues it; --dry-run only prints it.
    Digest(digest::Options),
    /// Makes the press review of a period, as HTML, Word or Markdown; works beside a running bot.
    Review(review::press::Options),
    /// Checks configuration, database, token, clock and model, and says how to mend what is wrong.
    Doctor,
    /// Checks the whole database; works beside a running bot.
    Check,
    /// Writes a consistent copy of the database; works beside a running bot.
    Backup(database::BackupOptions),
    /// Puts a copy in the place of the database, whose files are set aside; the bot must be stopped.
    Restore(database::RestoreOptions),
    /// Prints the feeds as OPML, or all quotes as CSV or JSON; works beside a running bot.
    Export(exchange::ExportOptions),
    /// Makes a chat follow the feeds of an OPML file.
    Import(exchange::ImportOptions),
    /// Takes newer tables of office holders, outlets and starter sets.
    Data(data::Options),
    /// Places, lists, takes away and tries the models that translate quotes without a network.
    Models(models::Options),
    /// Draws a card, a digest and the first page of a review of invented news, as PNG.
    Picture(picture::Options),
    /// Prints a systemd unit, a compose file or a dashboard for whoever hosts the bot.
    Host(host::Options),
    /// Prints the effective configuration, secrets masked.
    Config,
    /// Prints who owns which outlet, and who says so.
    Sources(sources::Options),
    /// Checks the prompts a language model is given.
    Prompts(prompts::Options),
    /// Groups articles into stories: which of them report one event.
    Stories(stories::Options),
    /// Finds the quotes of a file that are one statement told in several languages.
    Statements(review::said::FileOptions),
    /// Sorts the quotes of a file by person and matter: said again, changed.
    Record(review::said::Options),
    /// What operators put right of quotes; --export prints each as a test case.
    Reports(reports::Options),
    /// Scores quotes and their speakers on passages with gold.
    Eval(eval::Options),
    /// Counts how common words are, for the summaries.
    Idf(idf::Options),
}

/// Runs the program as the command line says and tells how it went.
#[must_use]
pub fn main() -> ExitCode {
    if let Err(fault) = config::load_dotenv() {
        return exit::usage(&fault);
    }
    let known: Vec<String> = Line::command()
        .get_arguments()
        .filter_map(|argument| argument.get_env().and_then(|name| name.to_str()).map(str::to_owned))
        .collect();
    if let Some(fault) = config::unknown_variable(&known) {
        return exit::usage(&fault);
    }
    if std::env::args_os()
        .take_while(|argument| argument != "--")
        .any(|argument| argument == "--help-settings")
    {
        return match settings().print_help() {
            Err(fault) if fault.kind() != std::io::ErrorKind::BrokenPipe => exit::input(fault),
            _ => ExitCode::SUCCESS,
        };
    }
    let line = match Line::from_arg_matches(&command().get_matches()) {
        Ok(line) => line,
        Err(fault) => fault.exit(),
    };
    match line.config.checked() {
        Ok(config) => run(line.command, &config),
        Err(fault) => exit::usage(&fault),
    }
}

/// The command line, whose helps leave out the settings.
fn command() -> clap::Command {
    let hidden = |argument: clap::Arg| {
        let is_setting = argument.get_help_heading().is_some();
        if is_setting { argument.hide(true) } else { argument }
    };
    let told = |command: clap::Command| command.after_help(SETTINGS);
    told(Line::command().mut_args(hidden)).mut_subcommands(told)
}

/// The settings alone, for their own help.
fn settings() -> clap::Command {
    let about = "Each setting is a flag of every command, a variable and a line of .env alike.";
    let empty = clap::Command::new("attache").override_usage("attache [COMMAND] [SETTINGS]");
    Config::augment_args(empty.disable_help_flag(true)).about(about)
}

fn run(command: Option<Command>, config: &Config) -> ExitCode {
    let clock = config.service.clock_start.map_or_else(Clock::default, Clock::starting_at);
    let odd = match data::load(config, clock.now().date_naive()) {
        Ok(odd) => odd,
        Err(fault) => return exit::usage(&fault),
    };
    // a conversation in the terminal is not to be written over
    log::start(config, if matches!(command, Some(Command::Chat(_))) { "error" } else { "warn,attache=info" });
    odd.iter().for_each(|what| tracing::warn!("{what}"));
    match command {
        Some(Command::Record(options)) if options.person.is_some() => {
            review::person::run(&options, config, clock)
        }
        None | Some(Command::Run) => service::run(config, clock),
        Some(Command::Brief(options)) => brief::run(&options, config, clock),
        Some(Command::Chat(options)) => chat::run(&options, config, clock),
        Some(Command::Feed(options)) => feed::run(&options, config),
        Some(Command::Backup(options)) => database::backup(&options, config),
        Some(Command::Check) => database::check(config),
        Some(Command::Restore(options)) => database::restore(&options, config, clock),
        Some(Command::Export(options)) => exchange::export(&options, config),
        Some(Command::Import(options)) => exchange::import(&options, config, clock),
        Some(Command::Digest(options)) => digest::run(&options, config, clock),
        Some(Command::Review(options)) => review::press::run(&options, config, clock),
        Some(Command::Doctor) => doctor::run(config, clock),
        Some(Command::Sources(options)) => sources::run(&options),
        Some(Command::Picture(options)) => picture::run(&options, config),
        Some(Command::Prompts(options)) => prompts::run(&options),
        Some(Command::Stories(options)) => stories::run(&options),
        Some(Command::Statements(options)) => review::statements::run(&options),
        Some(Command::Record(options)) => review::record::run(&options),
        Some(Command::Eval(options)) => eval::run(&options),
        Some(Command::Idf(options)) => idf::run(&options),
        Some(Command::Reports(options)) => reports::run(&options, config),
        Some(Command::Data(options)) => data::run(&options, config, clock),
        Some(Command::Models(options)) => models::run(&options, config),
        Some(Command::Host(options)) => host::run(&options),
        Some(Command::Config) => {
            stdout::words(config::shown(config));
            ExitCode::SUCCESS
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        command().debug_assert();
    }

    #[test]
    fn the_help_of_a_command_shows_its_own_options_and_where_the_settings_are() {
        let settings = settings().render_help().to_string();
        let all: Vec<String> = Line::command()
            .get_arguments()
            .filter(|argument| argument.get_help_heading().is_some() && !argument.is_hide_set())
            .filter_map(|argument| Some(format!("--{}", argument.get_long()?)))
            .collect();
        assert!(all.len() > 25, "{}", all.len());
        let mut command = command();
        command.build();
        let mut helps: Vec<String> = vec![command.render_long_help().to_string()];
        helps.extend(command.get_subcommands_mut().map(|one| one.render_long_help().to_string()));
        for flag in &all {
            assert!(settings.contains(flag), "{flag} is not among the settings");
            for help in &helps {
                assert!(!help.contains(&format!("{flag} ")), "{flag} in {help}");
            }
        }
        let own = helps.iter().filter(|help| help.contains("attache --help-settings"));
        assert!(own.count() >= helps.len() - 1);
        assert!(helps.iter().any(|help| help.contains("--check-starters")));
    }
}
