//! Keys of what is kept for how long, and of copies.

use clap::Args;

/// What is kept.
#[derive(Debug, Clone, Copy, Args)]
#[command(next_help_heading = "Database")]
pub struct Keep {
    /// Days articles are kept, with their quotes and stories; at least 7; for ever without it (about 9 kB each)
    #[arg(
        long = "keep-articles-days",
        env = "ATTACHE_KEEP_ARTICLES_DAYS",
        global = true,
        value_name = "DAYS"
    )]
    #[arg(value_parser = clap::value_parser!(u32).range(7..))]
    pub articles_days: Option<u32>,
    /// Daily copies kept beside the database, each as large as the database; 0 where something else makes them
    #[arg(
        long = "keep-daily-copies",
        env = "ATTACHE_KEEP_DAILY_COPIES",
        global = true,
        value_name = "COUNT"
    )]
    #[arg(default_value_t = 2)]
    pub daily_copies: u32,
}
