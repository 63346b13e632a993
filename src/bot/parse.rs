//! Commands as people type them.

use strsim::levenshtein;

use super::command::{ALIASES, COMMANDS, Command, Who};
use crate::view::Setting;

/// What a text that begins with `/` asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// A command with what follows it.
    Command(Command, String),
    /// None we know: as typed, and the nearest we know if one is near.
    Unknown(String, Option<Command>),
    /// A command to another bot.
    Others,
}

/// Reads a text as a command (`/cmd@bot args`); `None` when it does not begin with `/` and a letter.
///
/// `bot` is our user name; a command with another bot's name is for that one.
#[must_use]
pub fn command(text: &str, bot: Option<&str>) -> Option<Asked> {
    let rest = text.trim_start().strip_prefix('/')?;
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '@')).unwrap_or(rest.len());
    let (word, args) = rest.split_at_checked(end)?;
    let (name, at) = word.split_once('@').map_or((word, None), |(name, at)| (name, Some(at)));
    if !name.starts_with(char::is_alphabetic) {
        return None;
    }
    if let (Some(at), Some(bot)) = (at, bot)
        && !at.eq_ignore_ascii_case(bot)
    {
        return Some(Asked::Others);
    }
    let name = name.to_lowercase();
    let args = args.trim().to_owned();
    if let Some((command, ..)) = COMMANDS.iter().find(|(_, known, _)| *known == name) {
        return Some(Asked::Command(*command, args));
    }
    if let Some((_, command, before)) = ALIASES.iter().find(|(known, ..)| *known == name) {
        return Some(Asked::Command(*command, format!("{before}{args}").trim().to_owned()));
    }
    Some(Asked::Unknown(format!("/{}", name.chars().take(32).collect::<String>()), nearest(&name)))
}

/// The command a single word is the name of, as people type it who leave the slash out.
#[must_use]
pub(super) fn bare(text: &str) -> Option<Command> {
    let word = text.trim().to_lowercase();
    let named = COMMANDS.iter().filter(|(.., who)| *who != Who::Operators);
    let named = named.map(|(command, name, _)| (*name, *command));
    let named = named.chain(ALIASES.iter().map(|(name, command, _)| (*name, *command)));
    // to be paused takes more than a word of talk
    named
        .filter(|(_, command)| *command != Command::Stop)
        .find(|(name, _)| *name == word)
        .map(|(_, command)| command)
}

/// The known command nearest to a name: at most a third of its letters are wrong.
fn nearest(name: &str) -> Option<Command> {
    let known = COMMANDS
        .iter()
        .filter(|(.., who)| *who != Who::Operators)
        .map(|(command, name, _)| (*command, *name));
    let known = known.chain(ALIASES.iter().map(|(name, command, _)| (*command, *name)));
    let (wrong, command, length) = known
        .map(|(command, known)| (levenshtein(name, known), command, known.chars().count()))
        .min_by_key(|(wrong, ..)| *wrong)?;
    (wrong <= 1.max(length / 3)).then_some(command)
}

/// A setting's name as typed, in English or Russian.
pub(super) fn setting(word: &str) -> Option<Setting> {
    const OTHERS: [(&str, Setting); 15] = [
        ("reads", Setting::Read),
        ("читаю", Setting::Read),
        ("timezone", Setting::Zone),
        ("tz", Setting::Zone),
        ("lang", Setting::Language),
        ("time", Setting::Digest),
        ("дайджест", Setting::Digest),
        ("обзор", Setting::Review),
        ("время", Setting::Digest),
        ("пояс", Setting::Zone),
        ("зона", Setting::Zone),
        ("режим", Setting::Mode),
        ("цитаты", Setting::Quotes),
        ("тишина", Setting::Quiet),
        ("язык", Setting::Language),
    ];
    let word = word.to_lowercase();
    let other = OTHERS.iter().find(|(typed, _)| *typed == word).map(|(_, name)| *name);
    Setting::read(&word).or(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Command::{Digest, Help, Quotes, Settings, Start, Stop, Sub, Summary};

    #[test]
    fn commands_are_read_as_people_type_them() {
        let asked = |command, args: &str| Some(Asked::Command(command, args.into()));
        let unknown = |typed: &str, near| Some(Asked::Unknown(typed.into(), near));
        for (text, want) in [
            ("/start", asked(Start, "")),
            ("/SUB tass.com ", asked(Sub, "tass.com")),
            ("/sub@attache_bot  https://a.example/feed", asked(Sub, "https://a.example/feed")),
            ("/sub@Attache_Bot x", asked(Sub, "x")),
            ("/sub@other_bot x", Some(Asked::Others)),
            ("/summary\nhttps://a.example", asked(Summary, "https://a.example")),
            ("/quotes Лавров безопасность", asked(Quotes, "Лавров безопасность")),
            ("/timezone Moscow", asked(Settings, "zone Moscow")),
            ("/tz +3", asked(Settings, "zone +3")),
            ("/язык en", asked(Settings, "language en")),
            ("/pause", asked(Stop, "")),
            ("/schedule", asked(Settings, "digest")),
            ("/дайджест", asked(Digest, "")),
            ("/who said it", asked(Quotes, "said it")),
            ("/sumary x", unknown("/sumary", Some(Summary))),
            ("/фиды", unknown("/фиды", None)),
            ("/qoutes", unknown("/qoutes", Some(Quotes))),
            ("/xyzzy", unknown("/xyzzy", None)),
            ("/statu", unknown("/statu", None)),
            ("hello", None),
            ("/", None),
            ("/ sub", None),
            ("/2026", None),
        ] {
            assert_eq!(command(text, Some("attache_bot")), want, "{text}");
        }
    }

    #[test]
    fn a_bare_word_is_a_command_when_it_is_all_that_is_said() {
        for (text, want) in [
            ("help", Some(Help)),
            (" Digest ", Some(Digest)),
            ("дайджест", Some(Digest)),
            ("stop", None),
            ("status", None),
            ("help me", None),
            ("river", None),
        ] {
            assert_eq!(bare(text), want, "{text}");
        }
    }

    #[test]
    fn every_command_and_alias_has_one_meaning() {
        let mut names: Vec<&str> = COMMANDS.iter().map(|(_, name, _)| *name).collect();
        names.extend(ALIASES.iter().map(|(name, ..)| *name));
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
