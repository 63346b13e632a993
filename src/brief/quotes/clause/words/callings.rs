//! Callings and offices: which of them shut each other out.

use super::grammar::Grammar;

/// Marks a class that somebody has but that the words do not ask for.
pub(super) const ALSO: u16 = 1 << 15;

/// Numbers the classes of callings and offices.
pub(super) fn read(grammar: &mut Grammar, number: &mut impl FnMut(&'static str) -> u16) {
    grammar.any_calling = Some(number(CALLING));
    grammar.guest = Some(number(GUEST));
    grammar.politician = Some(number("politician"));
    grammar.free = FREE.into_iter().chain(["anyone", "ordinary"]).map(&mut *number).collect();
    grammar.court = COURT.into_iter().map(&mut *number).collect();
    grammar.coach = Some(number("coach"));
    grammar.sport = Some(number("sport"));
    grammar.domains = DOMAINS.into_iter().map(&mut *number).collect();
    grammar.apart =
        [BESIDE.as_slice(), SWORN.as_slice()].map(|names| names.iter().map(|name| number(name)).collect());
    grammar.offices = OFFICES.into_iter().map(&mut *number).collect();
}

/// Classes of offices of which somebody who has one is not meant by another: the mayor is not the governor, although both
/// are heads.
const OFFICES: [&str; 19] = [
    "president",
    "pm",
    "monarch",
    "fm",
    "minister",
    "governor",
    "mayor",
    "mp",
    "speaker",
    "ambassador",
    "judge",
    "prosecutor",
    "lawyer",
    "spokesman",
    "deputy",
    "secretary",
    "general_secretary",
    "adviser",
    "mediator",
];

/// Classes of people that no body or team has just one of, besides those any word may mean: the article that says “the
/// writer” has brought in a writer, but “the police chief” is known by the town.
const FREE: [&str; 12] = [
    "scholar",
    "expert",
    "doctor",
    "art",
    "writer",
    "sport",
    "press",
    "activist",
    "politician",
    "head",
    "chief",
    CALLING,
];

/// Classes of people at court who have no case of their own there.
const COURT: [&str; 4] = ["prosecutor", "judge", "lawyer", "police"];

/// The class of callings that are told by no class of their own.
const CALLING: &str = "calling";

/// The class of people who are told by whom they meet: guest, host.
const GUEST: &str = "guest";

/// Classes of callings: somebody of one is not meant by the words for another.
const DOMAINS: [&str; 18] = [
    "scholar",
    "expert",
    "doctor",
    "art",
    "writer",
    "sport",
    "coach",
    "faith",
    "law",
    "judge",
    "press",
    "soldier",
    "officer",
    "police",
    "activist",
    "diplomat",
    "politician",
    CALLING,
];

/// Classes of callings that whoever holds an office of one holder may have besides, for all the text tells: a minister of
/// defence is a general, an ambassador a diplomat.
const BESIDE: [&str; 8] =
    ["politician", "diplomat", "soldier", "officer", "law", "judge", "expert", "scholar"];

/// Classes of callings that nobody takes up by the way: the singer is not the doctor.
const SWORN: [&str; 2] = ["doctor", "lawyer"];

impl Grammar {
    /// True when `words` are a trade or a calling, `had` the roles of somebody who holds an office that one holds at a time
    /// and who is told to have no such calling: the minister is not the fisherman, nor the interpreter.
    #[must_use]
    pub(crate) fn is_of_no_office(&self, words: &[u16], had: &[u16]) -> bool {
        let told = |class: u16| !self.tells_office(class) || !had.contains(&class);
        let [beside, _] = &self.apart;
        let own: Vec<u16> = words.iter().map(|class| class & !ALSO).collect();
        let calling = |class: &u16| self.domains.contains(class) || self.ordinary == Some(*class);
        let office = |class: &u16| self.has_one_holder(*class);
        had.iter().any(office)
            && !self.is_anyone(&own)
            && !self.is_kin(&own)
            && own.iter().all(|class| calling(class) && told(*class) && !beside.contains(class))
            && !own.is_empty()
    }

    /// True when `words` are a calling and `had` the roles of somebody who is told to have others only: a doctor or a lawyer
    /// beside any other.
    #[must_use]
    pub(crate) fn is_apart(&self, words: &[u16], had: &[u16]) -> bool {
        let [beside, sworn] = &self.apart;
        let own: Vec<u16> = words.iter().map(|class| class & !ALSO).collect();
        let calling = |class: &u16| self.domains.contains(class) || self.ordinary == Some(*class);
        let called = |class: &u16| calling(class) && !beside.contains(class);
        let catch_all = |class: &u16| self.any_calling == Some(*class) || !self.tells_office(*class);
        let shared = own.iter().any(|class| !catch_all(class) && had.contains(class));
        let sworn = own.iter().any(|class| sworn.contains(class));
        !self.is_kin(&own) && !shared && sworn && had.iter().any(called)
    }

    /// True when `asked` is an office and whoever has the roles `had` has others only.
    #[must_use]
    pub(crate) fn is_other_office(&self, asked: &[u16], had: &[u16]) -> bool {
        let mut own = asked.iter().filter(|class| self.offices.contains(class)).peekable();
        let mut others = had.iter().filter(|class| self.offices.contains(class)).peekable();
        own.peek().is_some() && others.peek().is_some() && !own.any(|class| had.contains(class))
    }

    /// True for words that any person may be meant by, or only for callings that no body has just one of.
    #[must_use]
    pub(crate) fn is_free(&self, roles: &[u16]) -> bool {
        let mut asked = roles.iter().filter(|class| **class & ALSO == 0);
        !roles.is_empty() && asked.all(|class| self.free.contains(class))
    }

    /// True for whoever speaks for the law: none of them is the accused or the witness.
    #[must_use]
    pub(crate) fn is_of_court(&self, roles: &[u16]) -> bool {
        roles.iter().any(|class| self.court.contains(class))
    }

    /// True where words for anybody are asked for and whoever is told of speaks for the law, by no calling of those words:
    /// `la letrada` is a lawyer.
    #[must_use]
    pub(crate) fn is_beside_court(&self, asked: &[u16], had: &[u16]) -> bool {
        let shared = |class: &u16| self.tells_office(*class) && had.contains(class);
        self.is_anyone(asked) && self.is_of_court(had) && !asked.iter().any(shared)
    }

    /// True when one of the two is a coach and the other in sport, but no coach.
    #[must_use]
    fn is_coach_beside(&self, asked: &[u16], had: &[u16]) -> bool {
        let coach = |roles: &[u16]| self.coach.is_some_and(|class| roles.contains(&class));
        let sport = |roles: &[u16]| self.sport.is_some_and(|class| roles.contains(&class));
        coach(asked) && !coach(had) && sport(had) || coach(had) && !coach(asked) && sport(asked)
    }

    /// True for words for a guest or a host.
    #[must_use]
    pub(crate) fn is_guest(&self, roles: &[u16]) -> bool {
        self.guest.is_some_and(|class| roles.contains(&class))
    }

    /// True for a word that tells a calling and no office.
    #[must_use]
    pub(crate) fn tells_calling(&self, roles: &[u16]) -> bool {
        let asked = || roles.iter().filter(|class| **class & ALSO == 0);
        roles.iter().any(|class| self.domains.contains(&(class & !ALSO)))
            && asked().all(|class| !self.offices.contains(class))
    }

    /// True when the words with the roles `asked` tell a calling and whoever has the roles `had` has others only.
    #[must_use]
    pub(crate) fn is_other_calling(&self, asked: &[u16], had: &[u16]) -> bool {
        let any = |class: &u16| Some(class & !ALSO) == self.any_calling;
        let calling = |class: &u16| !any(class) && self.domains.contains(class);
        if asked.iter().any(any) {
            return had.iter().any(|class| self.offices.contains(class)) && !had.iter().any(any);
        }
        let asked: Vec<u16> = asked.iter().map(|class| class & !ALSO).collect();
        if self.is_coach_beside(&asked, had) {
            return true;
        }
        !self.is_anyone(&asked)
            && asked.iter().any(calling)
            && had.iter().any(|class| calling(class) && Some(*class) != self.politician)
            && !had.iter().any(|class| asked.contains(class))
    }
}
