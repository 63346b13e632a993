//! Kinds of true sentences that tell what the article does in another way, each beside a false one that looks alike.

use crate::article::{Given, from_text};
use crate::brief;

use super::super::single::Against;

/// An article, a sentence that it tells, and one that it does not.
const KINDS: [[&str; 3]; 11] = [
    [
        "The harbour of Orsk was closed for a week. It reopened on Monday; the fishermen of Vell are still waiting for pay.",
        "The fishermen of Vell are still waiting for pay.",
        "The harbour of Orsk is still waiting for pay.",
    ],
    [
        "The firm delivered payments for companies in Veldia to the bank on Monday.",
        "The firm delivered payments for Veldian companies to the bank on Monday.",
        "The Veldian firm delivered payments for companies to the bank on Monday.",
    ],
    [
        "A spokesman for the Orla Line said the ferry had lost its anchor near Brask.",
        "The Orla Line said the ferry had lost its anchor near Brask.",
        "The ferry said the Orla Line had lost its anchor near Brask.",
    ],
    [
        "A report by the Cyber Centre was leaked on Monday. The head of the centre, Lotte Arman, \
         nevertheless advised patients to change their passwords.",
        "Lotte Arman, the head of the Cyber Centre, advised patients to change their passwords.",
        "Patients advised Lotte Arman, the head of the Cyber Centre, to change their passwords.",
    ],
    [
        "The mayor met the press. He said there were “serious signs” that the thieves came from Brask, although he stopped \
         short of a charge.",
        "The mayor said there were serious signs that the thieves came from Brask.",
        "There were serious signs that the thieves came from Brask.",
    ],
    [
        "Varnia closed its ports to trawlers from neighbouring Ostrea on Monday, two days after talks on the herring quota \
         broke down without a result.",
        "Varnia closed its ports to Ostrean trawlers on Monday, two days after talks on the herring quota broke down.",
        "Varnia closed its ports to Ostrean trawlers on Monday, three days after talks on the herring quota broke down.",
    ],
    [
        "Ostrea refused, arguing that Varnian boats had exceeded their quota last year.",
        "Ostrea argued that Varnian boats had exceeded their quota last year.",
        "Varnia argued that Ostrean boats had exceeded their quota last year.",
    ],
    [
        "The Guard of the Hill, the group that had claimed the raid, said the men had crossed the river.",
        "The Guard of the Hill said the men had crossed the river.",
        "The raid said the men had crossed the river.",
    ],
    [
        "The treaty, which was negotiated for six years, enters into force once three parliaments have ratified it.",
        "The treaty enters into force once three parliaments have ratified it.",
        "The treaty enters into force before three parliaments have ratified it.",
    ],
    [
        "A flood cut off the valley of Arn on Friday, the Weather Agency said. Nobody was hurt.",
        "A flood cut off the valley of Arn on Friday.",
        "The Weather Agency cut off the valley of Arn on Friday.",
    ],
    [
        "The transport firm Selma Trans had been told in May to replace the pump. The company said that it had ordered a new one.",
        "Selma Trans, told in May to replace the pump, said it had ordered a new one.",
        "Selma Trans, told in June to replace the pump, said it had ordered a new one.",
    ],
];

#[test]
fn what_is_told_in_another_way_is_told() {
    for [text, told, untold] in KINDS {
        let given = Given { title: Some("News of the week".to_owned()), ..Given::default() };
        let article = from_text(text, &given);
        let quotes = brief::quotes::find(&article);
        let against = Against::of(&article, &quotes);
        assert_eq!(against.fault(told), None, "{told}");
        assert!(against.fault(untold).is_some(), "{untold}");
    }
}
