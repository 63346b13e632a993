//! Sentences that are true to an article of their own language (`=`) and that are not (`!`): of those that are not, at most
//! three in a hundred may pass; of those that keep to the words, nine in ten must.

use crate::article::{Given, from_text};
use crate::brief;

use super::super::single::Against;

const FILES: [&str; 5] = [
    include_str!("pairs/en.txt"),
    include_str!("pairs/de.txt"),
    include_str!("pairs/fr.txt"),
    include_str!("pairs/es.txt"),
    include_str!("pairs/ru.txt"),
];

#[test]
fn what_is_not_true_to_an_article_is_not_shown() {
    let (mut shown, mut refused, mut counts) = (Vec::new(), Vec::new(), [0, 0]);
    for file in FILES {
        let (title, rest) = file.strip_prefix("# ").and_then(|file| file.split_once('\n')).unwrap();
        let is_case = |line: &&str| line.starts_with(['=', '!']);
        let text = rest.lines().filter(|line| !is_case(line)).collect::<Vec<_>>().join("\n");
        let article = from_text(&text, &Given { title: Some(title.to_owned()), ..Given::default() });
        let quotes = brief::quotes::find(&article);
        let against = Against::of(&article, &quotes);
        for case in rest.lines().filter(is_case) {
            let fault = against.fault(case.trim_start_matches(['=', '!']).trim());
            let due = case.starts_with('=');
            counts[usize::from(due)] += 1;
            match fault {
                None if !due => shown.push(case.to_owned()),
                Some(fault) if due => refused.push(format!("{case}: {fault}")),
                _ => {}
            }
        }
    }
    let [wrong, right] = counts;
    assert!(wrong >= 60 && right >= 30, "{wrong} {right}");
    assert!(
        shown.len() * 100 <= 3 * wrong && refused.len() * 10 <= right,
        "shown of {wrong}: {shown:#?}\nrefused of {right}: {refused:#?}"
    );
}
