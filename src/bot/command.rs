//! The commands: their names, who may give them, and what else people call them.

/// A command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// What this is.
    Start,
    /// Help.
    Help,
    /// Follow a feed.
    Sub,
    /// Stop following one.
    Unsub,
    /// What is followed.
    Feeds,
    /// A summary of an article or a topic.
    Summary,
    /// The digest.
    Digest,
    /// What a person said.
    Quotes,
    /// What a person said over time.
    Record,
    /// How often something is reported.
    Trend,
    /// A press review.
    Review,
    /// Search in what is stored.
    Search,
    /// Follow a person or topic.
    Follow,
    /// Stop that.
    Unfollow,
    /// Settings.
    Settings,
    /// Channels run from the private chat.
    Channel,
    /// A feed list in.
    Import,
    /// Feeds or quotes out.
    Export,
    /// What is stored.
    Privacy,
    /// Pause everything.
    Stop,
    /// Health, for operators.
    Status,
    /// Chats, for operators.
    Chats,
    /// Who is let in, for operators.
    Allow,
    /// Limits in force, for operators.
    Limits,
    /// A copy of the database, for operators.
    Backup,
    /// A word to all chats, for operators.
    Announce,
    /// Whose spellings names are, for operators.
    People,
    /// What is not to be heard of.
    Mute,
    /// Articles that were saved.
    Saved,
    /// Quotes that readers say are wrong, for operators.
    Reports,
}

/// Who may give a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    All,
    /// Everybody, in a private chat only.
    Private,
    /// In a group its administrators; in a private chat everybody.
    Admins,
    /// Operators.
    Operators,
}

use Command::{
    Allow, Announce, Backup, Channel, Chats, Digest, Export, Feeds, Follow, Help, Import, Limits, Mute,
    People, Privacy, Quotes, Record, Reports, Review, Saved, Search, Settings, Start, Status, Stop, Sub,
    Summary, Trend, Unfollow, Unsub,
};

/// Every command: its name and who may give it.
pub const COMMANDS: [(Command, &str, Who); 30] = [
    (Start, "start", Who::All),
    (Summary, "summary", Who::All),
    (Digest, "digest", Who::All),
    (Quotes, "quotes", Who::All),
    (Record, "record", Who::All),
    (Review, "review", Who::All),
    (Trend, "trend", Who::All),
    (Search, "search", Who::All),
    (Feeds, "feeds", Who::All),
    (Sub, "sub", Who::Admins),
    (Unsub, "unsub", Who::Admins),
    (Follow, "follow", Who::Admins),
    (Unfollow, "unfollow", Who::Admins),
    (Mute, "mute", Who::Admins),
    (Saved, "saved", Who::All),
    (Settings, "settings", Who::Admins),
    (Channel, "channel", Who::Private),
    (Import, "import", Who::Admins),
    (Export, "export", Who::Admins),
    (Stop, "stop", Who::Admins),
    (Privacy, "privacy", Who::All),
    (Help, "help", Who::All),
    (Status, "status", Who::Operators),
    (Chats, "chats", Who::Operators),
    (Allow, "allow", Who::Operators),
    (Limits, "limits", Who::Operators),
    (Backup, "backup", Who::Operators),
    (Announce, "announce", Who::Operators),
    (People, "people", Who::Operators),
    (Reports, "reports", Who::Operators),
];

/// Other words for commands; the third is put before what follows, for the right row of the settings.
pub(super) const ALIASES: [(&str, Command, &str); 62] = [
    ("subscribe", Sub, ""),
    ("add", Sub, ""),
    ("unsubscribe", Unsub, ""),
    ("remove", Unsub, ""),
    ("list", Feeds, ""),
    ("rss", Feeds, ""),
    ("today", Digest, ""),
    ("who", Quotes, ""),
    ("said", Quotes, ""),
    ("set", Settings, ""),
    ("config", Settings, ""),
    ("timezone", Settings, "zone "),
    ("schedule", Settings, "digest "),
    ("channels", Channel, ""),
    ("канал", Channel, ""),
    ("старт", Start, ""),
    ("помощь", Help, ""),
    ("справка", Help, ""),
    ("подписаться", Sub, ""),
    ("отписаться", Unsub, ""),
    ("ленты", Feeds, ""),
    ("кратко", Summary, ""),
    ("сводка", Summary, ""),
    ("дайджест", Digest, ""),
    ("цитаты", Quotes, ""),
    ("обзор", Review, ""),
    ("досье", Record, ""),
    ("chart", Trend, ""),
    ("динамика", Trend, ""),
    ("график", Trend, ""),
    ("поиск", Search, ""),
    ("следить", Follow, ""),
    ("настройки", Settings, ""),
    ("данные", Privacy, ""),
    ("стоп", Stop, ""),
    ("pause", Stop, ""),
    ("resume", Start, ""),
    ("language", Settings, "language "),
    ("lang", Settings, "language "),
    ("tz", Settings, "zone "),
    ("zone", Settings, "zone "),
    ("time", Settings, "digest "),
    ("times", Settings, "digest "),
    ("quiet", Settings, "quiet "),
    ("mode", Settings, "mode "),
    ("find", Search, ""),
    ("follows", Unfollow, ""),
    ("following", Unfollow, ""),
    ("пауза", Stop, ""),
    ("продолжить", Start, ""),
    ("язык", Settings, "language "),
    ("пояс", Settings, "zone "),
    ("время", Settings, "digest "),
    ("расписание", Settings, "digest "),
    ("тишина", Settings, "quiet "),
    ("режим", Settings, "mode "),
    ("найти", Search, ""),
    ("экспорт", Export, ""),
    ("unmute", Mute, "off "),
    ("заглушить", Mute, ""),
    ("save", Saved, ""),
    ("сохранённое", Saved, ""),
];

impl Command {
    /// Its name, without the slash.
    #[must_use]
    pub fn name(self) -> &'static str {
        COMMANDS.iter().find(|(command, ..)| *command == self).map_or("", |(_, name, _)| name)
    }

    /// Who may give it.
    #[must_use]
    pub fn who(self) -> Who {
        COMMANDS.iter().find(|(command, ..)| *command == self).map_or(Who::Operators, |(.., who)| *who)
    }
}
