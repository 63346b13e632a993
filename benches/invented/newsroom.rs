//! An invented newsroom: a day of events, each told by outlets in six languages, a quote in every report.
//!
//! Out: for a seed always the same articles. Countries, people and outlets are invented; an event is told in several
//! languages by the same names and numbers.

/// An article as an outlet has it.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// Number of the outlet.
    pub(crate) feed: usize,
    /// Language of the outlet.
    pub(crate) language: &'static str,
    /// Minutes before the end of the day.
    pub(crate) minutes: usize,
    /// Headline.
    pub(crate) title: String,
    /// Paragraphs, parted by blank lines.
    pub(crate) text: String,
}

/// Languages of the outlets, in turn.
const LANGUAGES: [&str; 6] = ["en", "ru", "de", "fr", "es", "pt"];

const COUNTRIES: [[&str; 6]; 8] = [
    ["Lakeland", "Лейкландия", "Lakeland", "Lakeland", "Lakeland", "Lakeland"],
    ["Norvia", "Норвия", "Norvia", "Norvia", "Norvia", "Norvia"],
    ["Veland", "Веландия", "Veland", "Veland", "Veland", "Veland"],
    ["Sunhaven", "Санхейвен", "Sunhaven", "Sunhaven", "Sunhaven", "Sunhaven"],
    ["Tarvia", "Тарвия", "Tarvia", "Tarvia", "Tarvia", "Tarvia"],
    ["Belmark", "Бельмарк", "Belmark", "Belmark", "Belmark", "Belmark"],
    ["Ostrand", "Остранд", "Ostrand", "Ostrand", "Ostrand", "Ostrand"],
    ["Halden", "Хальден", "Halden", "Halden", "Halden", "Halden"],
];

const PEOPLE: [[&str; 2]; 10] = [
    ["Anna Orlo", "Анна Орло"],
    ["Piet Haan", "Пит Хаан"],
    ["Ines Duarte", "Инес Дуарте"],
    ["Karol Brandt", "Кароль Брандт"],
    ["Lena Aster", "Лена Астер"],
    ["Teodor Vance", "Теодор Ванс"],
    ["Edda Storvik", "Эдда Сторвик"],
    ["Ilir Dromo", "Илир Дромо"],
    ["Nadia Feld", "Надя Фельд"],
    ["Oskar Lindt", "Оскар Линдт"],
];

/// What an event is about: by language, in the order of the outlets', a headline, a lead, a quote and a close; `{a}`, `{b}`: countries, `{p}`: a person,
/// `{n}`: a number.
const EVENTS: [[[&str; 4]; 6]; 4] = [
    [
        [
            "{a} and {b} agree on {n} crossings",
            "{a} and {b} agreed on Friday to open {n} border crossings to lorries and ambulances, ending a dispute of many years.",
            "“We will open {n} crossings before the winter,” said {p}, the foreign minister of {a}. “Nobody will have to wait at a gate again.”",
            "A commission of engineers from both countries will report on the bridges and roads every month, the ministry said.",
        ],
        [
            "{a} и {b} договорились о переходах: их будет {n}",
            "{a} и {b} в пятницу договорились открыть для грузовиков и скорой помощи {n} пограничных переходов и закончить многолетний спор.",
            "«Мы откроем {n} переходов до зимы», — сказал журналистам {p}, министр иностранных дел страны {a}.",
            "Комиссия инженеров двух стран будет каждый месяц докладывать о мостах и дорогах, сообщили в министерстве.",
        ],
        [
            "{a} und {b} einigen sich auf {n} Grenzübergänge",
            "{a} und {b} haben sich am Freitag darauf geeinigt, {n} Grenzübergänge für Lastwagen und Krankenwagen zu öffnen.",
            "„Wir werden {n} Übergänge vor dem Winter öffnen“, sagte {p}, Außenminister von {a}, vor der Presse.",
            "Eine Kommission von Ingenieuren beider Länder soll jeden Monat über Brücken und Straßen berichten, teilte das Ministerium mit.",
        ],
        [
            "{a} et {b} s'accordent sur {n} passages",
            "{a} et {b} se sont mis d'accord vendredi pour ouvrir {n} postes-frontières aux camions et aux ambulances.",
            "« Nous ouvrirons {n} passages avant l'hiver », a déclaré {p}, ministre des Affaires étrangères de {a}.",
            "Une commission d'ingénieurs des deux pays rendra compte chaque mois de l'état des ponts et des routes, selon le ministère.",
        ],
        [
            "{a} y {b} acuerdan abrir {n} pasos",
            "{a} y {b} acordaron el viernes abrir {n} pasos fronterizos a camiones y ambulancias tras una disputa de muchos años.",
            "«Abriremos {n} pasos antes del invierno», dijo {p}, ministro de Asuntos Exteriores de {a}.",
            "Una comisión de ingenieros de ambos países informará cada mes sobre los puentes y las carreteras, según el ministerio.",
        ],
        [
            "{a} e {b} acordam abrir {n} passagens",
            "{a} e {b} acordaram na sexta-feira abrir {n} passagens de fronteira a camiões e ambulâncias, depois de uma disputa de muitos anos.",
            "«Abriremos {n} passagens antes do inverno», disse {p}, ministro dos Negócios Estrangeiros de {a}.",
            "Uma comissão de engenheiros dos dois países vai informar todos os meses sobre as pontes e as estradas, segundo o ministério.",
        ],
    ],
    [
        [
            "{b} recalls its ambassador from {a} over {n} seized trawlers",
            "{b} recalled its ambassador from {a} on Friday after the coast guard had seized {n} trawlers near the shoals.",
            "“Our {n} trawlers must be released, and their crews too,” said {p}, the foreign minister of {b}.",
            "The captains are held in the harbour, and no date has been set for a hearing, a lawyer told the court.",
        ],
        [
            "{b} отзывает посла: {a} задержала суда, их {n}",
            "{b} в пятницу отозвала посла из страны {a}: береговая охрана задержала у отмелей {n} траулеров.",
            "«Наши {n} траулеров должны быть освобождены вместе с экипажами», — заявил {p}, министр иностранных дел.",
            "Капитанов держат в порту, день слушаний не назначен, сказал суду адвокат.",
        ],
        [
            "{b} ruft Botschafter aus {a} zurück: {n} Kutter beschlagnahmt",
            "{b} hat am Freitag seinen Botschafter aus {a} zurückgerufen, nachdem die Küstenwache {n} Kutter beschlagnahmt hatte.",
            "„Unsere {n} Kutter müssen freigelassen werden und ihre Besatzungen auch“, sagte {p}, Außenministerin von {b}.",
            "Die Kapitäne werden im Hafen festgehalten, ein Termin für die Anhörung steht nicht fest.",
        ],
        [
            "{b} rappelle son ambassadeur à {a} après la saisie de {n} chalutiers",
            "{b} a rappelé vendredi son ambassadeur à {a} après que les garde-côtes ont saisi {n} chalutiers.",
            "« Nos {n} chalutiers doivent être libérés, et leurs équipages aussi », a affirmé {p}, ministre des Affaires étrangères.",
            "Les capitaines sont retenus dans le port et aucune date d'audience n'a été fixée.",
        ],
        [
            "{b} llama a su embajador en {a} por {n} pesqueros retenidos",
            "{b} llamó el viernes a consultas a su embajador en {a} después de que los guardacostas retuvieran {n} pesqueros.",
            "«Nuestros {n} pesqueros deben ser liberados, y sus tripulaciones también», afirmó {p}, ministra de Exteriores.",
            "Los capitanes siguen retenidos en el puerto y no hay fecha para la audiencia.",
        ],
        [
            "{b} chama o embaixador em {a} por causa de {n} arrastões apreendidos",
            "{b} chamou na sexta-feira o seu embaixador em {a}, depois de a guarda costeira ter apreendido {n} arrastões.",
            "«Os nossos {n} arrastões devem ser libertados, e as tripulações também», afirmou {p}, ministra dos Negócios Estrangeiros.",
            "Os capitães continuam retidos no porto e não há data para a audiência.",
        ],
    ],
    [
        [
            "{a} offers {b} a loan of {n} million crowns for grain",
            "{a} has offered {b} a loan of {n} million crowns to buy grain after a poor harvest, the finance ministry said on Friday.",
            "“A loan of {n} million crowns is bread for a winter,” {p} told parliament in the capital of {a}.",
            "The opposition asked where the money would come from and who would inspect the storehouses.",
        ],
        [
            "{a} предлагает стране {b} заём на зерно: {n} млн крон",
            "{a} предложила стране {b} заём в {n} миллионов крон на покупку зерна после неурожая, сообщило министерство финансов.",
            "«Заём в {n} миллионов крон — это хлеб на зиму», — сказал в парламенте {p}.",
            "Оппозиция спросила, откуда возьмутся деньги и кто проверит склады.",
        ],
        [
            "{a} bietet {b} einen Kredit von {n} Millionen Kronen für Getreide",
            "{a} hat {b} nach einer schlechten Ernte einen Kredit von {n} Millionen Kronen für Getreide angeboten.",
            "„Ein Kredit von {n} Millionen Kronen ist Brot für einen Winter“, sagte {p} im Parlament.",
            "Die Opposition fragte, woher das Geld kommen und wer die Speicher prüfen solle.",
        ],
        [
            "{a} offre à {b} un prêt de {n} millions de couronnes pour du blé",
            "{a} a offert à {b} un prêt de {n} millions de couronnes pour acheter des céréales après une mauvaise récolte.",
            "« Un prêt de {n} millions de couronnes, c'est du pain pour un hiver », a dit {p} devant le Parlement.",
            "L'opposition a demandé d'où viendrait l'argent et qui contrôlerait les entrepôts.",
        ],
        [
            "{a} ofrece a {b} un préstamo de {n} millones de coronas para grano",
            "{a} ofreció a {b} un préstamo de {n} millones de coronas para comprar grano tras una mala cosecha.",
            "«Un préstamo de {n} millones de coronas es pan para un invierno», dijo {p} ante el Parlamento.",
            "La oposición preguntó de dónde saldría el dinero y quién revisaría los almacenes.",
        ],
        [
            "{a} oferece a {b} um empréstimo de {n} milhões de coroas para cereais",
            "{a} ofereceu a {b} um empréstimo de {n} milhões de coroas para comprar cereais depois de uma má colheita.",
            "«Um empréstimo de {n} milhões de coroas é pão para um inverno», disse {p} no parlamento.",
            "A oposição perguntou de onde viria o dinheiro e quem iria inspecionar os armazéns.",
        ],
    ],
    [
        [
            "{a} will not send observers to the vote in {b}",
            "{a} will not send observers to the election in {b}, where {n} parties were struck off the list last week.",
            "“We do not lend our name to a vote without {n} parties,” said {p}, who leads the delegation of {a}.",
            "The election commission answered that the list had been closed according to the law and would stay so.",
        ],
        [
            "{a} не пошлёт наблюдателей на выборы в стране {b}",
            "{a} не пошлёт наблюдателей на выборы в стране {b}, где на прошлой неделе вычеркнули {n} партий.",
            "«Мы не дадим своё имя голосованию без {n} партий», — сказал {p}, глава делегации.",
            "Избирательная комиссия ответила, что список закрыт по закону и таким останется.",
        ],
        [
            "{a} schickt keine Beobachter zur Wahl in {b}",
            "{a} wird keine Beobachter zur Wahl in {b} schicken, wo vergangene Woche {n} Parteien gestrichen wurden.",
            "„Wir leihen unseren Namen keiner Wahl ohne {n} Parteien“, sagte {p}, der die Delegation leitet.",
            "Die Wahlkommission erwiderte, die Liste sei nach dem Gesetz geschlossen worden und bleibe es.",
        ],
        [
            "{a} n'enverra pas d'observateurs au scrutin en {b}",
            "{a} n'enverra pas d'observateurs à l'élection en {b}, où {n} partis ont été rayés de la liste la semaine dernière.",
            "« Nous ne prêtons pas notre nom à un scrutin sans {n} partis », a dit {p}, qui dirige la délégation.",
            "La commission électorale a répondu que la liste avait été close selon la loi et le resterait.",
        ],
        [
            "{a} no enviará observadores a la votación en {b}",
            "{a} no enviará observadores a las elecciones en {b}, donde la semana pasada fueron borrados {n} partidos.",
            "«No prestamos nuestro nombre a una votación sin {n} partidos», dijo {p}, que dirige la delegación.",
            "La comisión electoral respondió que la lista se cerró según la ley y así seguirá.",
        ],
        [
            "{a} não enviará observadores à votação em {b}",
            "{a} não enviará observadores à eleição em {b}, onde {n} partidos foram riscados da lista na semana passada.",
            "«Não emprestamos o nosso nome a uma votação sem {n} partidos», disse {p}, que chefia a delegação.",
            "A comissão eleitoral respondeu que a lista foi fechada segundo a lei e assim ficará.",
        ],
    ],
];

/// A day: `count` articles of `feeds` outlets.
pub(crate) fn day(count: usize, feeds: usize) -> Vec<Item> {
    let mut random = Random(0x5eed);
    let mut items = Vec::with_capacity(count);
    let mut event = 0;
    while items.len() < count {
        // a few events are told by many, most by few
        let outlets = if event % 7 == 0 { 6 + random.below(9) } else { 1 + random.below(3) };
        let (kind, a, p) = (random.below(EVENTS.len()), random.below(8), random.below(10));
        let (b, n, at) = ((a + 1 + random.below(7)) % 8, 3 + random.below(90), random.below(1_300));
        let first = random.below(feeds);
        for step in 0..outlets.min(count - items.len()) {
            let feed = (first + step * 7) % feeds;
            items.push(item(kind, (a, b, p), (n, at + random.below(120)), feed));
        }
        event += 1;
    }
    items
}

fn item(kind: usize, (a, b, p): (usize, usize, usize), (n, minutes): (usize, usize), feed: usize) -> Item {
    let language = LANGUAGES[feed % LANGUAGES.len()];
    let column = LANGUAGES.iter().position(|known| *known == language).unwrap_or(0);
    let fill = |words: &str| {
        words
            .replace("{a}", COUNTRIES[a][column])
            .replace("{b}", COUNTRIES[b][column])
            .replace("{p}", PEOPLE[p][usize::from(language == "ru")])
            .replace("{n}", &n.to_string())
    };
    let [title, lead, quote, close] = EVENTS[kind][column].map(fill);
    Item { feed, language, minutes, title, text: [lead, quote, close].join("\n\n") }
}

/// A small generator of numbers (Marsaglia's xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most as u64) as usize
    }
}
