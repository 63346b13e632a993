//! Kinds of true sentences that tell what the article does in another way, each beside a false one that looks alike.

use crate::article::{Given, from_text};
use crate::brief;

use super::super::single::Against;

/// An article, a sentence that it tells, and one that it does not.
const KINDS: [[&str; 3]; 37] = [
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
    [
        "ARN, Vell (Agency) — Rocks fell on the railway line near Arn on Monday.",
        "Rocks fell on the railway line near Arn.",
        "Vell fell on the railway line near Arn.",
    ],
    [
        "The talks between Orsk and Vell over a dam ended without a result on Friday, and each side blamed the other for the failure.",
        "The talks between Orsk and Vell over a dam ended on Friday without a result.",
        "The talks between Orsk and Vell over a dam ended on Friday without a failure.",
    ],
    [
        "The treaty was signed in May but held up for a year by a lawsuit.",
        "The treaty was held up by a lawsuit for a year.",
        "A lawsuit was held up for a year by the treaty.",
    ],
    [
        "The harbour was opened in 2018 and has lost money in every year.",
        "Opened in 2018, the harbour has lost money in every year.",
        "Lost in 2018, the harbour has opened in every year.",
    ],
    [
        "Brask said it had shut two plants because of the flood but hoped to restart them.",
        "Brask shut two plants because of the flood, it said.",
        "Brask hoped to shut two plants because of the flood.",
    ],
    [
        "Shares of Brenn Bau fell by 7 percent after the ruling, their biggest drop in three years.",
        "Shares of Brenn Bau fell 7 percent after the ruling.",
        "Shares of Brenn Bau fell by 7 percent in three years.",
    ],
    [
        "Odermann's successor, Julia Kern, welcomed the verdict.",
        "Julia Kern, Odermann's successor, welcomed the verdict.",
        "Julia Kern's successor, Odermann, welcomed the verdict.",
    ],
    [
        "The head of the agency, Rolf Brenner, left for Orsk. The agency closed.",
        "Rolf Brenner, who heads the agency, left for Orsk.",
        "Rolf Brenner, who heads Orsk, left for the agency.",
    ],
    [
        "The council promised to rebuild the wall within two years.",
        "The wall will be rebuilt within two years, the council has promised.",
        "The wall will be rebuilt within two years.",
    ],
    [
        "Farmers have been told to leave, and hundreds of them blocked a road on Monday.",
        "Hundreds of farmers blocked a road on Monday.",
        "Farmers have been told to leave hundreds of roads.",
    ],
    [
        "The International Ferry Fund praised the bank for acting quickly.",
        "The IFF praised the bank for acting quickly.",
        "The FIF praised the bank for acting quickly.",
    ],
    [
        "The bank raised its main rate by half a point on Thursday as a drought drove up prices.",
        "The main rate was raised by half a point on Thursday by the bank as a drought drove up prices.",
        "A drought raised the main rate by half a point on Thursday.",
    ],
    [
        "The head of the ferry line's works council, Lotte Arman, left for Orsk.",
        "Lotte Arman, who heads the ferry line's works council, left for Orsk.",
        "Lotte Arman, who heads the ferry line, left for Orsk.",
    ],
    [
        "The head of the Cyber Centre, Rolf Brenner, left for Orsk.",
        "Rolf Brenner, the head of the Cyber Centre, left for Orsk.",
        "Rolf Brenner, the former head of the Cyber Centre, left for Orsk.",
    ],
    [
        "Karl Odermann, the former head of the Cyber Centre, left for Orsk.",
        "The former head of the Cyber Centre, Karl Odermann, left for Orsk.",
        "The head of the Cyber Centre, Karl Odermann, left for Orsk.",
    ],
    [
        "The International Ferry Fund met in May. The Inland Farming Fund met in June, and the Northern Harbour Fund met in July.",
        "The NHF met in July.",
        "The IFF met in June.",
    ],
    [
        "A strike in which dockers closed the port and blocked two roads ended on Monday.",
        "A strike in which dockers blocked two roads ended on Monday.",
        "A strike in which dockers ended two roads blocked on Monday.",
    ],
    [
        "Mayor Julia Kern called the ruling a disgrace.",
        "Mayor Julia Kern described the ruling as a disgrace.",
        "Mayor Julia Kern described the disgrace as a ruling.",
    ],
    [
        "The club's lawyer said that the claims were without foundation.",
        "The claims were without foundation, the club's lawyer said.",
        "The lawyer said that the club was without claims.",
    ],
    [
        "The owner of the brewery, Rolf Brenner, went on holiday on Monday.",
        "Rolf Brenner, the owner of the brewery, went on holiday.",
        "The brewery went on holiday on Monday.",
    ],
    [
        "A fire at the same mine killed seven people.",
        "Seven people were killed by a fire at the same mine.",
        "A fire was killed by seven people at the same mine.",
    ],
    [
        "The council dismissed the director in May.",
        "The director was fired by the council in May.",
        "The council rejected the director in May.",
    ],
    [
        "The council dismissed the claims in May.",
        "The claims were rejected by the council in May.",
        "The council fired the claims in May.",
    ],
    [
        "The price of bread fell by 4 percent in May.",
        "The price of bread dropped 4 percent in May.",
        "The price of bread dropped to 4 percent in May.",
    ],
    [
        "The army released nine shepherds on Monday.",
        "Nine shepherds were freed by the army on Monday.",
        "The army published nine shepherds on Monday.",
    ],
    [
        "The bank declined to publish the figures.",
        "The bank refused to publish the figures.",
        "The bank dropped to publish the figures.",
    ],
];

/// An article and a sentence that it does not tell, though its words or others of one of their senses tell it.
const UNTOLD: [[&str; 2]; 36] = [
    [
        "The owner of the brewery's biggest rival, Rolf Brenner, was arrested.",
        "Rolf Brenner, who owns the brewery, was arrested.",
    ],
    [
        "The owner of the brewery's biggest rival, Rolf Brenner, was arrested.",
        "Rolf Brenner, who owns the biggest rival, was arrested.",
    ],
    [
        "The founder of the club's choir, Julia Kern, resigned on Monday.",
        "Julia Kern, who founded the club, resigned on Monday.",
    ],
    [
        "Julia Kern, a leader of the weavers' protest committee, spoke in Orsk.",
        "Julia Kern, who leads the weavers, spoke in Orsk.",
    ],
    [
        "Julia Kern, a leader of the weavers' protest committee, spoke in Orsk.",
        "Julia Kern, who leads the protest, spoke in Orsk.",
    ],
    [
        "The director of the theatre's workshop, Karl Odermann, was praised.",
        "Karl Odermann, who directs the theatre, was praised.",
    ],
    [
        "The regional director of the ferry line, Karl Odermann, was praised.",
        "Karl Odermann, who directs the ferry line, was praised.",
    ],
    [
        "Lotte Arman, head of research at the weather agency, resigned.",
        "Lotte Arman, the head of the weather agency, resigned.",
    ],
    [
        "The former director of the weather agency, Rolf Brenner, was praised.",
        "Rolf Brenner, the director of the weather agency, was praised.",
    ],
    [
        "The International Ferry Fund met in May. The Inland Farming Fund met in June and raised fees.",
        "The IFF raised fees.",
    ],
    ["The International Ferry Fund met in May. The Inland Farming Fund met in June.", "The IFF met in May."],
    ["The court cleared the mayor of Orsk on Monday.", "The court approved the mayor of Orsk on Monday."],
    ["The mayor of Orsk won a second term in May.", "The mayor of Orsk won a second sentence in May."],
    ["The guards fired two shots at the boat.", "The guards fired two doses at the boat."],
    ["The army took over the harbour of Vell.", "The army succeeded the harbour of Vell."],
    ["The harbour was searched on Monday.", "The harbour was raided on Monday."],
    ["The navy leaves the harbour.", "The navy abandons the harbour."],
    ["The plant grew in the garden of the mayor.", "The factory grew in the garden of the mayor."],
    ["A barrage of stones hurt two guards.", "A dam of stones hurt two guards."],
    ["The sales of the brewery rose in May.", "The revenue of the brewery rose in May."],
    ["The trial of the mayor began in May.", "The test of the mayor began in May."],
    ["The inspectors found drugs in the cellar.", "The inspectors found medicines in the cellar."],
    ["The nurse missed two courses.", "The nurse skipped two courses."],
    [
        "The bank lowered its key interest rate on Monday.",
        "The bank lowered its key involvement rate on Monday.",
    ],
    ["The council dismissed the director in May.", "The director was fired at by the council in May."],
    ["The guards fired at the boat.", "The guards sacked the boat."],
    ["The guild lifted sanctions on Vell in May.", "The guild raised sanctions on Vell in May."],
    ["Two of the miners died in Orsk.", "Two of the miners were killed in Orsk."],
    ["The town of Orsk was flooded.", "The city of Orsk was flooded."],
    ["The army was pulled out of Vell.", "The navy was pulled out of Vell."],
    ["The mayor escaped arrest in May.", "The mayor fled arrest in May."],
    ["The council passed the harbour on Monday.", "The council approved the harbour on Monday."],
    ["Critics said the plan was weak.", "Critics condemned the plan as weak."],
    ["Exports of wool fell in May.", "Exports fell in May."],
    [
        "Vell mined 80 tonnes of tin last year, a fifth of it at Arn.",
        "Vell mined 80 tonnes of tin at Arn last year.",
    ],
    ["The mayor welcomed the visitors in Orsk.", "The mayor praised the visitors in Orsk."],
];

#[test]
fn what_only_sounds_alike_is_not_told() {
    for [text, untold] in UNTOLD {
        let article =
            from_text(text, &Given { title: Some("News of the week".to_owned()), ..Given::default() });
        let quotes = brief::quotes::find(&article);
        assert!(Against::of(&article, &quotes).fault(untold).is_some(), "{untold}");
    }
}

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
