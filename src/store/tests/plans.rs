//! How SQLite goes about every statement of the program: none walks a whole table unless a comment says why it may.

use std::path::{Path, PathBuf};

use regex::Regex;

use super::*;

/// A statement as it stands in the source.
pub(super) struct Statement {
    pub(super) place: String,
    pub(super) sql: String,
    /// Whether a comment `// scan: …` stands above it.
    may_scan: bool,
    /// Whether a comment `// door: …` does, or stands at the end of that.
    pub(super) has_door: bool,
}

#[tokio::test]
async fn no_statement_walks_a_whole_table_unless_a_comment_says_why() {
    let scratch = scratch().await;
    let mut db = scratch.store.read().await.unwrap();
    let statements = statements();
    assert!(statements.len() > 200, "only {} statements were found", statements.len());
    let (mut walks, mut idle) = (Vec::new(), Vec::new());
    for one in &statements {
        let found = walks_of(&mut db, &one.sql).await;
        if !found.is_empty() && !one.may_scan {
            walks.push(format!("{}: {}", one.place, found.join(", ")));
        }
        if found.is_empty() && one.may_scan && !one.sql.contains("_found") {
            idle.push(one.place.clone());
        }
    }
    assert!(
        walks.is_empty(),
        "these walk a table, and no comment `// scan: …` says why:\n{}",
        walks.join("\n")
    );
    assert!(idle.is_empty(), "these walk none, and their comment says they do:\n{}", idle.join("\n"));
}

#[tokio::test]
async fn the_reader_of_plans_sees_a_walk() {
    let scratch = scratch().await;
    let mut db = scratch.store.read().await.unwrap();
    for (sql, wanted) in [
        ("select id from articles where title = ?", 1),
        ("select id from articles where id = ?", 0),
        ("select count(*) from quotes", 1),
        ("select rowid from articles_found where articles_found match ?", 0),
        ("select value from json_each(?)", 0),
    ] {
        assert_eq!(walks_of(&mut db, sql).await.len(), wanted, "{sql}");
    }
}

/// The tables and indexes a statement walks from end to end.
async fn walks_of(db: &mut Db, sql: &str) -> Vec<String> {
    let explained = sqlx::AssertSqlSafe(format!("explain query plan {sql}"));
    let plan: Vec<(i64, i64, i64, String)> =
        sqlx::query_as(explained).fetch_all(&mut *db).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
    // what a statement has put together itself
    let own = Regex::new(r"(?:with|recursive|,)\s+(\w+)(?: \([^)]*\))? as (?:materialized )?\(").unwrap();
    let own: Vec<&str> = own.captures_iter(sql).map(|found| found.get(1).unwrap().as_str()).collect();
    plan.into_iter()
        .map(|(.., step)| step)
        .filter(|step| step.starts_with("SCAN ") && !step.starts_with("SCAN ("))
        .filter(|step| !step.contains("VIRTUAL TABLE") && !step.contains("CONSTANT ROW"))
        .filter(|step| !step.split(' ').nth(1).is_some_and(|name| own.contains(&name)))
        .collect()
}

/// Every statement written in `src`, tests left out.
pub(super) fn statements() -> Vec<Statement> {
    let literal = r##"(?s:r#"(?<raw>.*?)"#|"(?<plain>(?:[^"\\]|\\.)*)")"##;
    let query = format!(r"sqlx::query(?:_as|_scalar)?(?:!|::<[^(]*?>)?\(\s*(?:[A-Z]\w*,\s*)?{literal}");
    let query = Regex::new(&query).unwrap();
    let definition = Regex::new(r##"(?s)macro_rules! (\w+) \{.*?r#"(.*?)"# \+ \$which"##).unwrap();
    let mut all = Vec::new();
    for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = std::fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let mut add = |at: usize, sql: String| {
            let sql = sql.replace("\\\"", "\"").replace("\\\n", "\n");
            let words = ["select", "with", "insert", "update", "delete"];
            if words.iter().any(|word| sql.trim_start().starts_with(word)) {
                let line = code.get(..at).unwrap().lines().count().max(1);
                let above = comment_above(code.get(..at).unwrap());
                let (may_scan, has_door) = (above.contains("// scan: "), above.contains("door: "));
                all.push(Statement { place: format!("{}:{line}", path.display()), sql, may_scan, has_door });
            }
        };
        for found in query.captures_iter(code) {
            let whole = found.get(0).unwrap();
            if !code.get(whole.end()..).unwrap().trim_start().starts_with("+ $which") {
                let literal = found.name("raw").or(found.name("plain")).unwrap();
                add(whole.start(), literal.as_str().to_owned());
            }
        }
        for found in definition.captures_iter(code) {
            let (name, head) = (&found[1], &found[2]);
            let call = Regex::new(&format!(r#"\b{name}!\(\s*"((?:[^"\\]|\\.)*)""#)).unwrap();
            for call in call.captures_iter(code) {
                add(call.get(0).unwrap().start(), format!("{head}{}", &call[1]));
            }
        }
    }
    all
}

/// The comment right above the statement that begins at the end of `before`.
fn comment_above(before: &str) -> String {
    let lines = before.lines().rev().map(str::trim).skip(usize::from(!before.ends_with('\n')));
    let comment = lines.skip_while(|line| line.ends_with('=')).take_while(|line| line.starts_with("//"));
    comment.collect::<Vec<_>>().join("\n")
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if !path.ends_with("tests") {
                found.extend(sources(&path));
            }
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
    found
}
