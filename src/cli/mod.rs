//! the subcommands.
