//! Sentences that are true to an article of their own language, in its words (`=`) or in others (`~`), and that are not (`!`):
//! of those that are not, at most one in a hundred may pass; of those that keep to the words, twenty-three in twenty-four must, of
//! the others one in five.

use crate::article::{Given, from_text};
use crate::brief;

use super::super::single::Against;

const FILES: [&str; 45] = [
    include_str!("pairs/en.txt"),
    include_str!("pairs/en_border.txt"),
    include_str!("pairs/en_court.txt"),
    include_str!("pairs/en_embassies.txt"),
    include_str!("pairs/fr_ferries.txt"),
    include_str!("pairs/en_rate.txt"),
    include_str!("pairs/en_aid.txt"),
    include_str!("pairs/en_army.txt"),
    include_str!("pairs/en_drone.txt"),
    include_str!("pairs/en_hostage.txt"),
    include_str!("pairs/en_sugar.txt"),
    include_str!("pairs/en_buses.txt"),
    include_str!("pairs/en_port.txt"),
    include_str!("pairs/fr_theatre.txt"),
    include_str!("pairs/en_arms.txt"),
    include_str!("pairs/en_coup.txt"),
    include_str!("pairs/en_jets.txt"),
    include_str!("pairs/en_trawler.txt"),
    include_str!("pairs/en_islands.txt"),
    include_str!("pairs/en_crossing.txt"),
    include_str!("pairs/en_plant.txt"),
    include_str!("pairs/en_spies.txt"),
    include_str!("pairs/en_truce.txt"),
    include_str!("pairs/en_grain.txt"),
    include_str!("pairs/en_locks.txt"),
    include_str!("pairs/en_rail.txt"),
    include_str!("pairs/en_cyber_attack.txt"),
    include_str!("pairs/en_famine_appeal.txt"),
    include_str!("pairs/en_fishing_quota.txt"),
    include_str!("pairs/en_cabinet_resignation.txt"),
    include_str!("pairs/en_storm.txt"),
    include_str!("pairs/en_bribes.txt"),
    include_str!("pairs/en_drought.txt"),
    include_str!("pairs/es_quays.txt"),
    include_str!("pairs/de.txt"),
    include_str!("pairs/de_yard.txt"),
    include_str!("pairs/de_flights.txt"),
    include_str!("pairs/fr.txt"),
    include_str!("pairs/fr_dam.txt"),
    include_str!("pairs/es.txt"),
    include_str!("pairs/es_fishing.txt"),
    include_str!("pairs/ru.txt"),
    include_str!("pairs/ru_pipeline.txt"),
    include_str!("pairs/ru_troops.txt"),
    include_str!("pairs/it.txt"),
];

#[test]
fn what_is_not_true_to_an_article_is_not_shown() {
    let (mut shown, mut refused, mut counts, mut free) = (Vec::new(), Vec::new(), [0, 0], [0, 0]);
    for file in FILES {
        let (title, rest) = file.strip_prefix("# ").and_then(|file| file.split_once('\n')).unwrap();
        let is_case = |line: &&str| line.starts_with(['=', '~', '!']);
        let text = rest.lines().filter(|line| !is_case(line)).collect::<Vec<_>>().join("\n");
        let article = from_text(&text, &Given { title: Some(title.to_owned()), ..Given::default() });
        let quotes = brief::quotes::find(&article);
        let against = Against::of(&article, &quotes);
        for case in rest.lines().filter(is_case) {
            let fault = against.fault(case.trim_start_matches(['=', '~', '!']).trim());
            if case.starts_with('~') {
                free[usize::from(fault.is_none())] += 1;
                continue;
            }
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
    let [free_refused, free_shown] = free;
    assert!(wrong >= 800 && right >= 365, "{wrong} {right}");
    assert!(free_shown * 5 >= free_shown + free_refused, "{free_shown} shown, {free_refused} not");
    assert!(
        shown.len() * 100 <= wrong && refused.len() * 24 <= right,
        "shown of {wrong}: {shown:#?}\nrefused of {right}: {refused:#?}"
    );
}
