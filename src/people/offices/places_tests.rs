//! Countries by name, capital and demonym.

use super::*;

#[test]
fn a_country_is_named_in_many_words() {
    let rows = [
        ("Russia", "RU"),
        ("Moscow's", "RU"),
        ("российского", "RU"),
        ("России", "RU"),
        ("russischer", "RU"),
        ("United States", "US"),
        ("the U.S.", "US"),
        ("US-amerikanischer", "US"),
        ("американской", "US"),
        ("South Korean", "KR"),
        ("южнокорейского", "KR"),
        ("françaises", "FR"),
        ("Côte", ""),
        ("Reino Unido", "GB"),
        ("Estados Unidos", "US"),
        ("ООН", "UN"),
        ("NATO", "NATO"),
        ("rus", ""),
        ("", ""),
    ];
    for (name, code) in rows {
        assert_eq!(place(&normal(name)).map_or("", Country::code), code, "{name}");
    }
}

#[test]
fn countries_of_a_text_are_counted() {
    let rows: [(&str, &[(&str, usize)]); 4] = [
        (
            "Russia and Ukraine traded blame; Kyiv said Moscow broke the deal with Ukraine.",
            &[("UA", 3), ("RU", 2)],
        ),
        ("The United States and South Korea will polish a plan.", &[("US", 1), ("KR", 1)]),
        ("Глава МИД России посетил Пекин, где встретился с китайским коллегой.", &[("CN", 2), ("RU", 1)]),
        ("", &[]),
    ];
    for (text, expected) in rows {
        let found: Vec<(&str, usize)> =
            countries_in(text).iter().map(|(country, count)| (country.code(), *count)).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn no_name_belongs_to_two_countries() {
    let mut seen: FastMap<String, &str> = FastMap::default();
    for line in languages::lines(section::COUNTRY) {
        let (code, names) = line.split_once(": ").expect(line);
        assert!(Country::from_code(code).is_some(), "{line}");
        for name in names.split("; ") {
            let known = *seen.entry(normal(name)).or_insert(code);
            assert_eq!(known, code, "{name}");
            let inflected = name.replace('*', "e");
            assert_eq!(place(&normal(&inflected)).map(Country::code), Some(code), "{inflected}");
        }
    }
}

#[test]
fn every_country_is_led_lies_and_is_called() {
    for line in shared::COUNTRIES.lines("countries") {
        let fields: Vec<&str> = line.splitn(3, ' ').collect();
        let country = Country::from_code(fields[0]).expect(line);
        assert!(["state", "government", "none"].contains(&fields[1]), "{line}");
        assert_eq!(country.region(), fields[2]);
        let named = languages::lines(section::COUNTRY)
            .any(|line| line.starts_with(&format!("{country}: ", country = country.code())));
        assert!(named, "{line}");
    }
}
