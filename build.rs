//! Applies `migrations/` to a scratch database so that every `query!` is checked against the real schema.

use std::error::Error;
use std::path::{Path, PathBuf};

use sqlx::ConnectOptions as _;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=build.rs");
    #[expect(clippy::disallowed_methods, reason = "cargo tells a build script its folder this way only")]
    let folder = std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    let scratch = PathBuf::from(folder).join("schema.db");
    if scratch.exists() {
        std::fs::remove_file(&scratch)?;
    }
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(apply(&scratch))?;
    println!("cargo:rustc-env=DATABASE_URL=sqlite://{}?mode=ro", scratch.display());
    Ok(())
}

async fn apply(scratch: &Path) -> Result<(), Box<dyn Error>> {
    // Readers of a WAL file write beside it; several compilers read this one at a time.
    let options = SqliteConnectOptions::new()
        .filename(scratch)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Delete);
    let mut connection = options.connect().await?;
    Migrator::new(Path::new("migrations")).await?.run(&mut connection).await?;
    sqlx::Connection::close(connection).await?;
    Ok(())
}
