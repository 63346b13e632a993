//! Every kind of button, pressed by whoever may not, and pressed where no message carries it.

use super::*;
use crate::bot::buttons::rights::{Right, right};
use crate::picture::Shape;
use crate::view::{CitationForm, FeedDo, Mode, Press, Setting};

/// The kind of button after another: a kind left out does not compile.
fn after(press: &Press) -> Option<Press> {
    Some(match press {
        Press::Article(_) => Press::ArticleQuotes(1, 0),
        Press::ArticleQuotes(_, 0) => Press::ArticleQuotes(1, 1),
        Press::ArticleQuotes(..) => Press::SpeakerQuotes(1, 0),
        Press::SpeakerQuotes(_, 0) => Press::SpeakerQuotes(1, 1),
        Press::SpeakerQuotes(..) => Press::Story(1),
        Press::Story(_) => Press::Cite(1),
        Press::Cite(_) => Press::CiteAs(CitationForm::BibTex, 1),
        Press::CiteAs(CitationForm::BibTex, _) => Press::CiteAs(CitationForm::Ris, 1),
        Press::CiteAs(..) => Press::Mute(1),
        Press::Mute(_) => Press::DigestPage(1, 1),
        Press::DigestPage(..) => Press::Review(1),
        Press::Review(_) => Press::Summarise,
        Press::Summarise => Press::SummariseLink(1),
        Press::SummariseLink(_) => Press::SummariseAll,
        Press::SummariseAll => Press::FollowSite,
        Press::FollowSite => Press::Candidate(1, 0),
        Press::Candidate(..) => Press::StarterSets,
        Press::StarterSets => Press::StarterSet("wires".into()),
        Press::StarterSet(_) => Press::HowToAdd,
        Press::HowToAdd => Press::Help("quotes".into()),
        Press::Help(_) => Press::Feed(1),
        Press::Feed(_) => Press::Feeds(0),
        Press::Feeds(_) => Press::FeedDo(FeedDo::Pause, 1),
        Press::FeedDo(what, _) => match after_in(&FeedDo::ALL, what) {
            Some(next) => Press::FeedDo(next, 1),
            None => Press::FeedMode(Mode::Digest, 1),
        },
        Press::FeedMode(mode, _) => match after_in(&Mode::ALL, mode) {
            Some(next) => Press::FeedMode(next, 1),
            None => Press::Setting(Setting::Digest),
        },
        Press::Setting(name) => match after_in(&Setting::ALL, name) {
            Some(next) => Press::Setting(next),
            None => Press::Set(Setting::Digest, "off".into()),
        },
        Press::Set(name, _) => match after_in(&Setting::ALL, name) {
            Some(next) => Press::Set(next, "off".into()),
            None => Press::Settings,
        },
        Press::Settings => Press::ExportAll,
        Press::ExportAll => Press::DeleteAll,
        Press::DeleteAll => Press::Unfollow(1),
        Press::Unfollow(_) => Press::FollowSpeaker(1),
        Press::FollowSpeaker(_) => Press::Search(1, 0),
        Press::Search(..) => Press::DigestOf("token".into(), 1),
        Press::DigestOf(..) => Press::Channel(7),
        Press::Channel(_) => Press::AnotherChannel,
        Press::AnotherChannel => Press::QuotesOf(1, 0),
        Press::QuotesOf(..) => Press::Months(1),
        Press::Months(_) => Press::QuotesOfMonth(1, 202_602),
        Press::QuotesOfMonth(..) => Press::TakeApart(1),
        Press::TakeApart(_) => Press::JoinPeople(1, 2),
        Press::JoinPeople(..) => Press::Pasted(1, 0),
        Press::Pasted(..) => Press::Mutes,
        Press::Mutes => Press::Unmute(1),
        Press::Unmute(_) => Press::Save(1),
        Press::Save(_) => Press::SavedAs("html".into()),
        Press::SavedAs(_) => Press::Wrong(1),
        Press::Wrong(_) => Press::WrongQuote(1, 0),
        Press::WrongQuote(..) => Press::WrongWhat(1, 0),
        Press::WrongWhat(..) => Press::Report(1),
        Press::Report(_) => Press::Fix(1, 0),
        Press::Fix(..) => Press::Pictures(1),
        Press::Pictures(_) => Press::PicturesOf(1, 0),
        Press::PicturesOf(..) => Press::QuotePicture(1, Shape::Wide),
        Press::QuotePicture(_, Shape::Wide) => Press::QuotePicture(1, Shape::Tall),
        Press::QuotePicture(..) => Press::Nothing,
        Press::Nothing => return None,
    })
}

fn after_in<T: Copy + PartialEq>(all: &[T], one: &T) -> Option<T> {
    all.iter().skip_while(|known| *known != one).nth(1).copied()
}

fn every_kind() -> Vec<Press> {
    std::iter::successors(Some(Press::Article(1)), after).collect()
}

/// A group with two feeds and something followed, where 7 is an administrator and 8 is not.
async fn group() -> Talk {
    let mut talk = Talk::new(rules()).await;
    talk.store_article().await;
    for line in ["/sub wires", "/follow Orlo", "/settings zone Moscow"] {
        talk.ask(-5, 7, What::Text { text: line.into(), links: vec![] }).await;
    }
    talk.toasts.lock().unwrap().clear();
    talk
}

/// All that is stored of a chat's own.
async fn stored(talk: &Talk) -> String {
    let mut read = talk.context.store.read().await.unwrap();
    let all = crate::store::personal_data::export(&mut read, -5, str::to_owned).await.unwrap();
    let own = ["settings", "feeds", "follows", "digest_times"];
    own.map(|table| format!("{table}: {:?}\n", all.get(table))).concat()
}

#[tokio::test]
async fn no_button_gives_a_member_what_an_administrator_may() {
    let kinds = every_kind();
    assert!(kinds.len() > 45, "{}", kinds.len());
    for one in kinds {
        let mut talk = group().await;
        let before = stored(&talk).await;
        let sent = talk.ask(-5, 8, press(&one.data())).await;
        let toast = talk.toasts.lock().unwrap().last().cloned();
        match right(&one) {
            Right::Admins => {
                assert!(
                    toast.clone().flatten().is_some_and(|word| word.contains("administrators")),
                    "{one:?}: {toast:?}"
                );
                assert!(sent.is_empty(), "{one:?}: {sent:?}");
            }
            Right::Private => {
                assert!(toast.flatten().is_some_and(|word| word.contains("private chat")), "{one:?}");
                assert!(sent.is_empty(), "{one:?}: {sent:?}");
            }
            Right::Operators => {
                assert!(toast.flatten().is_some_and(|word| word.contains("operator")), "{one:?}");
                assert!(sent.is_empty(), "{one:?}: {sent:?}");
            }
            Right::Anyone => assert!(toast.is_some(), "{one:?}: the press is not answered"),
        }
        assert_eq!(stored(&talk).await, before, "{one:?}");
    }
}

#[tokio::test]
async fn a_forged_press_changes_no_message_and_sends_none() {
    for one in every_kind() {
        let mut talk = group().await;
        let What::Press { data, query, .. } = press(&one.data()) else { panic!("no press") };
        let forged = |message_id| What::Press {
            data: data.clone(),
            query: query.clone(),
            message_id,
            links: vec![],
            shows: String::new(),
            carried: false,
        };
        talk.said.clear();
        for message in [Some(1), None] {
            let sent = talk.ask(-5, 8, forged(message)).await;
            assert!(sent.is_empty() && talk.said.is_empty(), "{one:?}: {}", talk.said);
        }
        // who manages the chat may
        talk.ask(-5, 7, forged(Some(1))).await;
    }
}

#[tokio::test]
async fn a_button_the_message_carries_turns_its_page_for_members_too() {
    let mut talk = group().await;
    talk.said.clear();
    talk.ask(-5, 8, press("h:quotes")).await;
    assert!(talk.said.contains("(in place)"), "{}", talk.said);
}

#[tokio::test]
async fn what_no_button_carries_is_answered_over_the_chat() {
    let mut talk = group().await;
    for data in ["nonsense", "s:foo", "s=:foo:how", "se:9:0", "dg:9:1"] {
        assert!(talk.ask(-5, 8, press(data)).await.is_empty(), "{data}");
        let toast = talk.toasts.lock().unwrap().pop().flatten();
        assert!(toast.is_some_and(|word| !word.contains("setting-")), "{data}");
    }
}

#[tokio::test]
async fn somebody_who_writes_as_a_channel_is_nobody_to_ask_about() {
    let mut talk = group().await;
    let text = What::Text { text: "/sub wires".into(), links: vec![] };
    let refused = talk.ask(-5, -1_009, text).await;
    assert!(refused[0].text.text().contains("Only administrators"));
}
