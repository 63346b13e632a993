//! What a button carries is read as it was written.

use proptest::prelude::*;

use super::*;

fn any_press() -> impl Strategy<Value = Press> {
    let plain = prop_oneof![
        Just(Press::Summarise),
        any::<u32>().prop_map(Press::SummariseLink),
        Just(Press::SummariseAll),
        Just(Press::FollowSite),
        Just(Press::StarterSets),
        Just(Press::HowToAdd),
        Just(Press::Settings),
        Just(Press::ExportAll),
        Just(Press::DeleteAll),
        Just(Press::AnotherChannel),
        Just(Press::Mutes),
        Just(Press::Nothing),
    ];
    let one = (0..20u8, any::<i64>(), 0..FeedDo::ALL.len()).prop_map(|(which, id, at)| match which {
        0 => Press::Article(id),
        1 => Press::Story(id),
        2 => Press::Cite(id),
        3 => Press::Mute(id),
        4 => Press::Feed(id),
        5 => Press::Unfollow(id),
        6 | 18 => Press::FollowSpeaker(id),
        10 => Press::Channel(id),
        11 => Press::Months(id),
        14 => Press::Unmute(id),
        15 => Press::Save(id),
        16 => Press::Wrong(id),
        17 => Press::Report(id),
        12 => Press::TakeApart(id),
        13 => Press::CiteAs(crate::view::CitationForm::ALL[at % 2], id),
        19 => Press::Review(id),
        7 => Press::Feeds(id.unsigned_abs() as u32),
        8 => Press::FeedMode(Mode::ALL[at % 3], id),
        _ => Press::FeedDo(FeedDo::ALL[at], id),
    });
    let two = (0..12u8, any::<i64>(), any::<u32>()).prop_map(|(which, id, page)| match which {
        0 => Press::ArticleQuotes(id, page),
        1 => Press::SpeakerQuotes(id, page),
        2 => Press::DigestPage(id, page),
        3 => Press::Candidate(id, page),
        4 => Press::QuotesOf(id, page),
        7 => Press::WrongQuote(id, page),
        8 => Press::WrongWhat(id, page),
        9 => Press::Fix(id, page),
        10 => Press::Pasted(id, page),
        5 => Press::QuotesOfMonth(id, page),
        6 => Press::JoinPeople(id, page),
        _ => Press::Search(id, page),
    });
    let two = prop_oneof![
        two,
        any::<i64>().prop_map(Press::Pictures),
        (any::<i64>(), any::<u32>()).prop_map(|(id, page)| Press::PicturesOf(id, page)),
        (any::<i64>(), any::<bool>())
            .prop_map(|(id, tall)| Press::QuotePicture(id, if tall { Shape::Tall } else { Shape::Wide })),
    ];
    let words =
        (0..5u8, "[a-z-]{1,20}", "[a-zA-Z0-9:/ +-]{0,20}").prop_map(|(which, name, value)| match which {
            0 => Press::StarterSet(name),
            1 => Press::Help(name),
            2 => Press::Setting(Setting::ALL[value.len() % Setting::ALL.len()]),
            4 => Press::DigestOf(name, 7),
            _ => Press::Set(Setting::ALL[name.len() % Setting::ALL.len()], value),
        });
    prop_oneof![plain, one, two, words]
}

proptest! {
    #[test]
    fn what_is_written_is_read(press in any_press()) {
        let data = press.data();
        prop_assert!((1..=CALLBACK_BYTES).contains(&data.len()));
        prop_assert_eq!(Press::read(&data), Some(press));
    }

    #[test]
    fn any_data_are_read_without_panic(data in any::<String>()) {
        if let Some(press) = Press::read(&data) {
            prop_assert!(press.data().len() <= CALLBACK_BYTES);
        }
    }
}

#[test]
fn a_setting_nobody_has_is_no_button() {
    for data in ["s:foo", "s=:foo:bar", "s=:digest", "fd:z:1", "fm:often:1"] {
        assert_eq!(Press::read(data), None, "{data}");
    }
}

#[test]
fn data_too_long_for_a_button_do_nothing() {
    let press = Press::Set(Setting::Zone, "x".repeat(64));
    assert_eq!(Press::read(&press.data()), Some(Press::Nothing));
}
