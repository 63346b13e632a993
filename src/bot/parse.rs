//! Commands as people type them.

use strsim::osa_distance;

use super::command::{ALIASES, COMMANDS, Command, Who};
use crate::text::in_other_layouts;
use crate::view::Setting;

/// Most characters of a command that leaves the slash out: longer is talk, or an article.
const BARE: usize = 80;

/// Other names of commands with which people also begin to talk.
const TALK: [&str; 12] =
    ["who", "said", "add", "remove", "list", "today", "set", "time", "times", "mode", "quiet", "save"];

/// What a text that begins with `/` asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// A command with what follows it.
    Command(Command, String),
    /// None we know: as typed, the nearest we know if one is near, and what follows.
    Unknown(String, Option<Command>, String),
    /// A command to another bot.
    Others,
}

/// Reads a text as a command (`/cmd@bot args`); `None` when it does not begin with `/` and a letter.
///
/// `bot` is our user name; a command with another bot's name is for that one.
#[must_use]
pub fn command(text: &str, bot: Option<&str>) -> Option<Asked> {
    // the key of the slash has a full stop in the Russian layout, and in the Latin one a bar where Russian has its slash
    let (rest, typed_so) = match text.trim_start().strip_prefix('/') {
        Some(rest) => (rest, true),
        None => (text.trim_start().strip_prefix(['.', '|'])?, false),
    };
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
    let (name, args) = (name.to_lowercase(), args.trim());
    let of = |name: &str| known(name).map(|(command, before)| (command, format!("{before}{args}")));
    let found = of(&name).filter(|_| typed_so);
    let found = found.or_else(|| in_other_layouts(&name).iter().find_map(|name| of(name)));
    match found {
        Some((command, args)) => Some(Asked::Command(command, args.trim().to_owned())),
        None if typed_so => {
            let typed = format!("/{}", name.chars().take(32).collect::<String>());
            Some(Asked::Unknown(typed, nearest(&name), args.to_owned()))
        }
        None => None,
    }
}

/// The command of this name, and what its name puts before what follows; `ё` may be written `е`.
fn known(name: &str) -> Option<(Command, &'static str)> {
    let plain = name.replace('ё', "е");
    let named = COMMANDS.iter().find(|(_, known, _)| *known == plain).map(|(command, ..)| (*command, ""));
    let alias = || ALIASES.iter().find(|(known, ..)| known.replace('ё', "е") == plain);
    named.or_else(|| alias().map(|(_, command, before)| (*command, *before)))
}

/// A command as people type it who leave the slash out: its name alone, or with what it works on.
#[must_use]
pub(super) fn bare(text: &str) -> Option<(Command, String)> {
    let text = text.trim();
    if text.chars().count() > BARE || text.contains('\n') {
        return None;
    }
    let (word, args) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let (name, args) = (word.to_lowercase(), args.trim());
    let (command, before) = known(&name)?;
    let is_meant = command.who() != Who::Operators;
    let with_words = works_on_words(command) && !TALK.contains(&&*name) && before.is_empty();
    (is_meant && (args.is_empty() || with_words))
        .then(|| (command, format!("{before}{args}").trim().to_owned()))
}

/// Whether a command is about words or addresses that stand behind it.
fn works_on_words(command: Command) -> bool {
    use Command::{
        Export, Follow, Mute, Quotes, Record, Review, Search, Settings, Sub, Summary, Trend, Unfollow, Unsub,
    };
    matches!(
        command,
        Export
            | Follow
            | Mute
            | Quotes
            | Record
            | Review
            | Search
            | Settings
            | Sub
            | Summary
            | Trend
            | Unfollow
            | Unsub
    )
}

/// The known command nearest to a name: at most a third of its letters are wrong, two that are swapped as one.
fn nearest(name: &str) -> Option<Command> {
    // the longest a command can be
    if name.chars().nth(32).is_some() {
        return None;
    }
    let known = COMMANDS
        .iter()
        .filter(|(.., who)| *who != Who::Operators)
        .map(|(command, name, _)| (*command, *name));
    let known = known.chain(ALIASES.iter().map(|(name, command, _)| (*command, *name)));
    let (wrong, command, length) = known
        .map(|(command, known)| (osa_distance(name, known), command, known.chars().count()))
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
        let unknown = |typed: &str, near, args: &str| Some(Asked::Unknown(typed.into(), near, args.into()));
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
            ("/sumary x", unknown("/sumary", Some(Summary), "x")),
            ("/фиды", unknown("/фиды", None, "")),
            ("/qoutes", unknown("/qoutes", Some(Quotes), "")),
            ("/hlep", unknown("/hlep", Some(Help), "")),
            ("/xyzzy", unknown("/xyzzy", None, "")),
            ("/statu", unknown("/statu", None, "")),
            ("/йгщеуы Лавров", asked(Quotes, "Лавров")),
            (".йгщеуы Дфмкщм", asked(Quotes, "Дфмкщм")),
            ("|wbnfns Лавров", asked(Quotes, "Лавров")),
            ("/сохраненное", asked(Command::Saved, "")),
            ("/unmute grain", asked(Command::Mute, "off grain")),
            (".quotes", None),
            ("... he said", None),
            ("hello", None),
            ("/", None),
            ("/ sub", None),
            ("/2026", None),
        ] {
            assert_eq!(command(text, Some("attache_bot")), want, "{text}");
        }
    }

    #[test]
    fn the_slash_may_be_left_out() {
        let asked = |command, args: &str| Some((command, args.to_owned()));
        for (text, want) in [
            ("help", asked(Help, "")),
            (" Digest ", asked(Digest, "")),
            ("дайджест", asked(Digest, "")),
            ("цитаты Лаврова", asked(Quotes, "Лаврова")),
            ("follow grain corridor", asked(Command::Follow, "grain corridor")),
            ("Подписаться https://a.example/", asked(Sub, "https://a.example/")),
            ("язык", asked(Settings, "language")),
            ("stop", asked(Stop, "")),
            ("stop it", None),
            ("status", None),
            ("status quo", None),
            ("help me", None),
            ("today we saw", None),
            ("who is Orlo?", None),
            ("время идти", None),
            ("search\nparty", None),
            ("river", None),
        ] {
            assert_eq!(bare(text), want, "{text}");
        }
        assert_eq!(bare(&format!("search {}", "word ".repeat(20))), None);
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
