//! What a person wrote instead of a time, a zone or quiet hours.

/// Why an input could not be read; displayed as one line for the person who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misread {
    /// Not a time of day.
    #[error("“{0}” is not a time of day; write 08:00, 8, 8am or 18.30")]
    Time(String),
    /// More digests a day than allowed.
    #[error("{0} times are too many; a chat gets at most {most} digests a day", most = super::MOST_SLOTS)]
    TooMany(usize),
    /// No time at all.
    #[error("no time given; write 08:00, or 08:00 18:30, or off")]
    NoTime,
    /// Not a zone, city or offset.
    #[error("I know no time zone “{0}”; write a city (Moscow), a zone (Europe/Moscow) or an offset (+3)")]
    Zone(String),
    /// An offset no zone keeps all year.
    #[error("no time zone keeps {0} all year; write a city instead")]
    Offset(String),
    /// Not a pair of times.
    #[error("“{0}” are not quiet hours; write 23:00-07:00, or off")]
    Quiet(String),
}
