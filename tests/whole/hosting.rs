//! What whoever hosts the program finds out and mends by its own commands.

use std::fs::Permissions;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _};

use crate::world::World;

/// Runs a command with more variables; its exit code and all it said.
async fn run(world: &World, arguments: &[&str], more: &[(&str, &str)]) -> (Option<i32>, String) {
    let done = world.command(arguments).envs(more.iter().copied()).output().await.unwrap();
    let said = [done.stdout, done.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    (done.status.code(), said)
}

#[tokio::test]
async fn the_doctor_finds_what_a_host_must_mend() {
    let world = World::prepare(&[]).await;
    let (code, said) = run(&world, &["doctor"], &[]).await;
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("MB are left"), "{said}");

    std::fs::write(world.database(), "").unwrap();
    let (code, said) = run(&world, &["doctor"], &[]).await;
    assert!(code == Some(2) && said.contains("is empty (0 bytes)"), "{said}");

    let options = SqliteConnectOptions::new().filename(world.database()).create_if_missing(true);
    let mut db = options.connect().await.unwrap();
    for sql in ["create table other (a)", "drop table other"] {
        sqlx::query(sql).execute(&mut db).await.unwrap();
    }
    db.close().await.unwrap();
    let (code, said) = run(&world, &["doctor"], &[]).await;
    assert!(code == Some(2) && said.contains("schema 0") && said.contains("attache restore"), "{said}");
    std::fs::remove_file(world.database()).unwrap();

    // Telegram's answers carry the time
    let late = (chrono::Utc::now() + chrono::TimeDelta::hours(2)).to_rfc3339();
    let (code, said) = run(&world, &["doctor"], &[("ATTACHE_CLOCK_START", &late)]).await;
    assert!(code == Some(2) && said.contains("ahead of Telegram's"), "{said}");

    let (code, said) = run(&world, &["doctor"], &[("ATTACHE_TELEGRAM_TOKEN", "\"123456:AAF\"")]).await;
    assert!(code == Some(2) && said.contains("is no bot token"), "{said}");

    let missing = world.folder.path().join("nowhere/attache.db").display().to_string();
    let (code, said) = run(&world, &["doctor"], &[("ATTACHE_DATABASE_PATH", &missing)]).await;
    assert!(code == Some(2) && said.contains("is not there; make it"), "{said}");

    let (code, said) = run(&world, &["doctor"], &[("ATTACHE_CLOCK_START", "2036-01-01T00:00:00Z")]).await;
    assert!(code == Some(2) && said.contains("outlets are over"), "{said}");
}

/// Runs a command as somebody who may do what the modes of files say and no more, as root may.
async fn run_by_modes(world: &World, arguments: &[&str]) -> (Option<i32>, String) {
    let is_root = std::fs::metadata(world.folder.path()).unwrap().uid() == 0;
    let without = "-dac_override,-dac_read_search";
    let drops = [format!("--bounding-set={without}"), format!("--inh-caps={without}")];
    let mut command = if is_root {
        world.behind("setpriv", &drops.each_ref().map(String::as_str), arguments)
    } else {
        world.command(arguments)
    };
    let done = command.output().await.unwrap();
    let said = [done.stdout, done.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    (done.status.code(), said)
}

#[tokio::test]
async fn a_database_that_can_only_be_read_is_named_and_nothing_of_the_refusal_stays() {
    let world = World::prepare(&[]).await;
    world.write(chrono::Utc::now(), async |_| ()).await;
    let mode = |path: &Path, mode| std::fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    let (path, index) = (world.database(), world.database().with_file_name("attache.db-shm"));
    mode(&path, 0o444);
    for command in ["run", "doctor"] {
        let (code, said) = run_by_modes(&world, &[command]).await;
        assert!(code == Some(2) && said.contains("attache.db can only be read by this user"), "{said}");
        assert!(!index.exists(), "{command} left the index of a log");
    }
    mode(&path, 0o600);
    std::fs::write(&index, "").unwrap();
    mode(&index, 0o444);
    for command in ["run", "doctor"] {
        let (code, said) = run_by_modes(&world, &[command]).await;
        assert!(code == Some(2) && said.contains("attache.db-shm beside"), "{said}");
    }
    mode(&index, 0o600);
    let (code, said) = run_by_modes(&world, &["doctor"]).await;
    assert!(code == Some(0), "{said}");
}

#[tokio::test]
async fn an_import_into_an_empty_database_says_that_telegram_sees_nothing_of_it() {
    let world = World::prepare(&[]).await;
    let list = world.folder.path().join("list.opml").display().to_string();
    let outline = format!("<outline xmlUrl=\"{}\"/>", world.web.url("/feed.xml"));
    std::fs::write(&list, format!("<opml version=\"2.0\"><body>{outline}</body></opml>")).unwrap();
    let (code, said) = run(&world, &["import", &list], &[]).await;
    assert!(code == Some(0) && said.contains("chat 1, the one of `attache chat`: added 1"), "{said}");
    assert!(said.contains("--chat ID"), "{said}");
    let (_, said) = run(&world, &["import", "--chat", "1", &list], &[]).await;
    assert!(said.contains("chat 1: added 0") && !said.contains("--chat ID"), "{said}");
}

#[tokio::test]
async fn a_malformed_token_ends_it_at_once_and_its_end_is_logged() {
    let world = World::prepare(&[]).await;
    let (code, said) = run(&world, &["run"], &[("ATTACHE_TELEGRAM_TOKEN", "from BotFather")]).await;
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("ERROR") && said.contains("copy it anew from @BotFather"), "{said}");
    assert!(!world.database().exists(), "nothing was begun");
}

const PAGE: &str = "<html lang='en'><head><title>Talks on the strait</title>
<meta property='article:published_time' content='2026-09-14T10:00:00Z'></head><body><article>
<h1>Talks on the strait</h1><p>KUALA LUMPUR — Talks on the strait went on for a second day on Monday, and both sides
said that they would meet again in the spring to look at the rules for ships.</p>
<p>“We shall keep every word of what was agreed here,” the Malaysian foreign minister said on Monday.</p>
</article></body></html>";

#[tokio::test]
async fn a_table_of_the_hosts_own_is_taken_checked_and_read() {
    let world = World::prepare(&[]).await;
    let place = |name: &str| world.folder.path().join(name);
    let write = |name: &str, text: &str| {
        std::fs::write(place(name), text).unwrap();
        place(name).display().to_string()
    };
    let page = write("page.html", PAGE);
    let brief = ["brief", "--format", "json", page.as_str()];
    let (_, before) = run(&world, &brief, &[]).await;
    assert!(!before.contains("Anna Orlo"), "{before}");

    let row = "MY\tforeign_minister\tForeign Minister of Malaysia\tAnna Orlo\t2015-01-01\t\t2025-06-01\t\tits own page";
    let wrong = write("wrong.tsv", &format!("{row}\n{}\n", row.replace("its own page", "")));
    let (code, said) = run(&world, &["data", "update", &wrong], &[]).await;
    assert!(
        code == Some(1) && said.contains("line 2 of holders") && said.contains("nothing was changed"),
        "{said}"
    );
    assert!(!Path::new(&format!("{}.data", world.database().display())).exists());

    let good = write("good.tsv", &format!("# from its own page\n{row}\n"));
    let (code, said) = run(&world, &["data", "update", &good], &[]).await;
    assert!(code == Some(0) && said.contains("1 row of holders"), "{said}");
    let (_, after) = run(&world, &brief, &[]).await;
    assert!(after.contains("Anna Orlo") && after.contains("Foreign Minister of Malaysia in 2025"), "{after}");

    // by address, too
    let outlet = "lakeside.example\tLakeside Wire\tFR\tprivate\tLakeside\tits own page\t2026-01\n";
    world.web.put("/outlets.tsv", "text/tab-separated-values", outlet);
    let (code, said) = run(&world, &["data", "update", &world.web.url("/outlets.tsv")], &[]).await;
    assert!(code == Some(0) && said.contains("1 row of outlets"), "{said}");
    let (code, said) = run(&world, &["sources", "lakeside.example"], &[]).await;
    assert!(code == Some(0) && said.contains("Lakeside Wire"), "{said}");
    let (code, said) = run(&world, &["sources", "nobody.example", "lakeside.example"], &[]).await;
    assert!(
        code == Some(1) && said.contains("Lakeside Wire") && said.contains("nobody.example is not"),
        "{said}"
    );

    // a file that was spoilt by hand is told, not passed over
    let folder = format!("{}.data", world.database().display());
    std::fs::write(Path::new(&folder).join("outlets.tsv"), "lakeside.example\tLakeside Wire\n").unwrap();
    let (code, said) = run(&world, &["sources"], &[]).await;
    assert!(code == Some(2) && said.contains("outlets.tsv, line 1"), "{said}");
}
