//! No statement reads what may be private without asking who reads.

use regex::Regex;

use super::plans::statements;

/// Tables that hold what came by feeds, or names that stand in it. Stories hold only what came openly.
const HELD: &str = "articles|quotes|speakers|article_versions|summaries|translations|corrections|reports\
                    |articles_found|quotes_found|articles_stems_found|quotes_stems_found";

#[test]
fn every_statement_that_reads_articles_asks_who_reads_unless_a_comment_says_why() {
    let statements = statements();
    let read = |sql: &str| reads(sql);
    let all: Vec<_> = statements.iter().filter(|one| read(&one.sql)).collect();
    assert!(all.len() > 30, "only {} statements that read articles were found", all.len());
    let open: Vec<&str> =
        all.iter().filter(|one| !one.has_door && !asks(&one.sql)).map(|one| one.place.as_str()).collect();
    assert!(
        open.is_empty(),
        "these read articles, ask not who reads (`Reader`), and no comment `// door: …` says why:\n{}",
        open.join("\n")
    );
    let idle: Vec<&str> =
        all.iter().filter(|one| one.has_door && asks(&one.sql)).map(|one| one.place.as_str()).collect();
    assert!(
        idle.is_empty(),
        "these ask who reads, and their comment says they need not:\n{}",
        idle.join("\n")
    );
}

#[test]
fn the_reader_of_statements_sees_a_door_that_is_missing() {
    for (sql, reads_articles, asks_who) in [
        ("select title from articles where id = ?", true, false),
        ("select count(*) from stories as s join articles as a on a.story_id = s.id", true, false),
        ("select q.id from quotes as q where q.is_private = 0 or ? is null", true, true),
        ("select id from chats where id = ?", false, false),
        ("update articles set title = ?", false, false),
    ] {
        assert_eq!((reads(sql), asks(sql)), (reads_articles, asks_who), "{sql}");
    }
}

fn reads(sql: &str) -> bool {
    let table = Regex::new(&format!(r"\b(?:from|join)\s+(?:{HELD})\b")).unwrap();
    let begins = |word| sql.trim_start().starts_with(word);
    (begins("select") || begins("with")) && table.is_match(sql)
}

fn asks(sql: &str) -> bool {
    sql.contains("private_articles") || sql.contains("is_private")
}
