//! Phrases for offices in five languages.

use proptest::prelude::*;

use super::*;
use Office::{
    CommissionPresident, CouncilPresident, DefenceMinister, DirectorGeneral, ForeignMinister,
    ForeignMinistrySpokesperson, HeadOfGovernment, HeadOfState, PresidentSpokesperson, SecretaryGeneral,
    Spokesperson,
};

fn check(rows: &[(&str, &str, Office)]) {
    for (phrase, country, office) in rows {
        let read = read_role(phrase).map(|(country, office)| (country.code(), office));
        assert_eq!(read, Some((*country, *office)), "{phrase}");
    }
}

#[test]
fn english_phrases() {
    check(&[
        ("the Russian foreign minister", "RU", ForeignMinister),
        ("Russian Foreign Minister", "RU", ForeignMinister),
        ("Russia's foreign minister", "RU", ForeignMinister),
        ("Moscow’s top diplomat", "RU", ForeignMinister),
        ("the Russian top diplomat", "RU", ForeignMinister),
        ("the foreign minister of Russia", "RU", ForeignMinister),
        ("the minister of foreign affairs of the Russian Federation", "RU", ForeignMinister),
        ("the head of the Russian state", "RU", HeadOfState),
        ("the Russian head of state", "RU", HeadOfState),
        ("the Russian president", "RU", HeadOfState),
        ("the Russian leader", "RU", HeadOfState),
        ("the Kremlin leader", "RU", HeadOfState),
        ("the Kremlin spokesman", "RU", PresidentSpokesperson),
        ("the Russian presidential spokesman", "RU", PresidentSpokesperson),
        ("the spokesman for the Kremlin", "RU", PresidentSpokesperson),
        ("the Russian Foreign Ministry spokeswoman", "RU", ForeignMinistrySpokesperson),
        ("the spokeswoman for the Russian Foreign Ministry", "RU", ForeignMinistrySpokesperson),
        ("the US president", "US", HeadOfState),
        ("the U.S. president", "US", HeadOfState),
        ("the American leader", "US", HeadOfState),
        ("the US secretary of state", "US", ForeignMinister),
        ("the United States' secretary of state", "US", ForeignMinister),
        ("the Pentagon chief", "US", DefenceMinister),
        ("the U.S. defense secretary", "US", DefenceMinister),
        ("the White House press secretary", "US", PresidentSpokesperson),
        ("the British prime minister", "GB", HeadOfGovernment),
        ("the UK foreign secretary", "GB", ForeignMinister),
        ("the British leader", "GB", HeadOfGovernment),
        ("the German chancellor", "DE", HeadOfGovernment),
        ("the German president", "DE", HeadOfState),
        ("the Iranian president", "IR", HeadOfGovernment),
        ("Iran's supreme leader", "IR", HeadOfState),
        ("the Jordanian king", "JO", HeadOfState),
        ("the North Korean leader", "KP", HeadOfState),
        ("the president of South Korea", "KR", HeadOfState),
        ("India's external affairs minister", "IN", ForeignMinister),
        ("the EU foreign policy chief", "EU", ForeignMinister),
        ("the EU's top diplomat", "EU", ForeignMinister),
        ("the European Commission president", "EU", CommissionPresident),
        ("the president of the European Council", "EU", CouncilPresident),
        ("the NATO chief", "NATO", SecretaryGeneral),
        ("the secretary-general of NATO", "NATO", SecretaryGeneral),
        ("the UN secretary general", "UN", SecretaryGeneral),
        ("the UN spokesman", "UN", Spokesperson),
        ("the head of the IAEA", "IAEA", DirectorGeneral),
        ("the UN nuclear watchdog chief", "IAEA", DirectorGeneral),
    ]);
}

#[test]
fn phrases_of_other_languages() {
    check(&[
        ("глава МИД России", "RU", ForeignMinister),
        ("министр иностранных дел РФ", "RU", ForeignMinister),
        ("глава российского МИД", "RU", ForeignMinister),
        ("глава российской дипломатии", "RU", ForeignMinister),
        ("российский лидер", "RU", HeadOfState),
        ("президент Украины", "UA", HeadOfState),
        ("пресс-секретарь президента России", "RU", PresidentSpokesperson),
        ("пресс-секретарь Кремля", "RU", PresidentSpokesperson),
        ("официальный представитель МИД РФ", "RU", ForeignMinistrySpokesperson),
        ("госсекретарь США", "US", ForeignMinister),
        ("американский президент", "US", HeadOfState),
        ("глава Пентагона", "US", DefenceMinister),
        ("канцлер ФРГ", "DE", HeadOfGovernment),
        ("премьер-министр Великобритании", "GB", HeadOfGovernment),
        ("генсек НАТО", "NATO", SecretaryGeneral),
        ("генеральный секретарь ООН", "UN", SecretaryGeneral),
        ("глава МАГАТЭ", "IAEA", DirectorGeneral),
        ("der russische Außenminister", "RU", ForeignMinister),
        ("Russlands Außenminister", "RU", ForeignMinister),
        ("der Kremlsprecher", "RU", PresidentSpokesperson),
        ("der US-Präsident", "US", HeadOfState),
        ("die Bundeskanzlerin", "DE", HeadOfGovernment),
        ("der ukrainische Präsident", "UA", HeadOfState),
        ("der NATO-Generalsekretär", "NATO", SecretaryGeneral),
        ("die EU-Kommissionspräsidentin", "EU", CommissionPresident),
        ("le ministre russe des Affaires étrangères", "RU", ForeignMinister),
        ("le chef de la diplomatie russe", "RU", ForeignMinister),
        ("le président français", "FR", HeadOfState),
        ("le secrétaire général de l'ONU", "UN", SecretaryGeneral),
        ("le porte-parole du Kremlin", "RU", PresidentSpokesperson),
        ("el presidente ruso", "RU", HeadOfState),
        ("el ministro de Exteriores de Rusia", "RU", ForeignMinister),
        ("el presidente de Estados Unidos", "US", HeadOfState),
        ("el secretario general de la OTAN", "NATO", SecretaryGeneral),
    ]);
}

#[test]
fn what_names_nobody_for_certain_is_not_read() {
    let phrases = [
        "",
        "the foreign minister",
        "the president",
        "a Russian official",
        "a Russian foreign minister",
        "the former Russian foreign minister",
        "the Russian deputy foreign minister",
        "the Russian president-elect",
        "the US vice president",
        "the Spanish president",
        "the US prime minister",
        "the French king",
        "the Iranian leader",
        "the Indian foreign secretary",
        // a man: not the spokeswoman
        "the Russian Foreign Ministry spokesman",
        // several people are called so
        "the US State Department spokesman",
        "the Russian president's wife",
        "the US ambassador to Russia",
        "the US and Russian presidents",
        "Russia",
        "бывший президент Украины",
        "der ehemalige russische Präsident",
        "one the two the three the four the five the six the seven the eight nine ten eleven twelve thirteen fourteen fifteen",
    ];
    for phrase in phrases {
        assert_eq!(read_role(phrase), None, "{phrase}");
    }
}

#[test]
fn every_line_of_the_role_tables_is_read() {
    for line in languages::lines(section::OFFICE_PHRASE) {
        let (codes, _) = line.split_once(": ").expect(line);
        let (kind, country) = codes.split_once(' ').map_or((codes, None), |(kind, code)| (kind, Some(code)));
        assert!(
            ["president", "monarch", "premier", "leader"].contains(&kind)
                || Office::from_code(kind).is_some(),
            "{line}"
        );
        assert!(country.is_none_or(|code| Country::from_code(code).is_some()), "{line}");
    }
    for line in languages::lines(section::HOUSE_PHRASE) {
        let (codes, phrases) = line.split_once(": ").expect(line);
        for phrase in phrases.split("; ") {
            let (country, office) = read_role(phrase).expect(phrase);
            assert_eq!(Some((country, office)), country_and_office(codes), "{phrase}");
        }
    }
    for line in shared::OFFICES.lines("only own phrases") {
        assert!(country_and_office(line).is_some(), "{line}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(text in ".{0,80}", words in "([a-zа-я]{1,6}[ '’-]){0,12}") {
        prop_assert!(read_role(&text).is_none());
        let former = read_role(&format!("former {words}"));
        prop_assert!(former.is_none());
    }
}
