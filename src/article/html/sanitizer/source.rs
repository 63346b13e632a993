//! Tags, comments and unmarked content in the source of a page, as the tokenizer of the HTML standard reads them.

/// The most attributes of a tag.
pub(super) const ATTRIBUTES: usize = 128;
/// The longest value of an attribute, in bytes.
pub(super) const VALUE: usize = 16 << 10;

/// What begins at a `<`.
pub(super) enum Piece<'a> {
    /// Nothing: it is a character of the text.
    Text,
    /// What stays as it is, up to there.
    Kept(usize),
    /// What nobody reads, up to there: comments, instructions, marked sections, end tags without a name.
    Unread(usize),
    /// A tag.
    Tag(Tag<'a>),
}

/// A tag in the source.
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    pub(super) closing: bool,
    /// Where the name ends.
    pub(super) named: usize,
    /// Where attributes and values go beyond what is kept, in order.
    pub(super) surplus: Vec<(usize, usize)>,
    /// What goes beyond may tell that nobody sees the element.
    pub(super) unread: bool,
    pub(super) end: usize,
    /// It ends with `/>`.
    pub(super) empty: bool,
}

/// The character boundary at or before byte `at`.
pub(super) fn floor(html: &str, at: usize) -> usize {
    let mut at = at.min(html.len());
    while !html.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Reads what begins at the `<` at `start`.
pub(super) fn read_piece(html: &str, start: usize) -> Piece<'_> {
    const DOCTYPE: &str = "<!doctype";
    let rest = html.get(start..).unwrap_or_default();
    let to = |stop: &str| rest.find(stop).map_or(html.len(), |at| start + at + stop.len());
    match rest.as_bytes() {
        [b'<', b'!', b'-', b'-', ..] => Piece::Unread(start + comment(rest)),
        [b'<', b'!', ..] => {
            let end = to(">");
            let plain = rest.get(1..end - start).is_some_and(|inside| !inside.contains('<'));
            let doctype = rest.get(..DOCTYPE.len()).is_some_and(|head| head.eq_ignore_ascii_case(DOCTYPE));
            if doctype && plain { Piece::Kept(end) } else { Piece::Unread(end) }
        }
        [b'<', b'/', first, ..] if first.is_ascii_alphabetic() => Piece::Tag(tag(html, start, true)),
        [b'<', b'?', ..] | [b'<', b'/', _, ..] => Piece::Unread(to(">")),
        [b'<', first, ..] if first.is_ascii_alphabetic() => Piece::Tag(tag(html, start, false)),
        _ => Piece::Text,
    }
}

/// The length of the comment at the start of `rest`: it ends with `-->` or `--!>`, and `<!-->` and `<!--->` are whole.
fn comment(rest: &str) -> usize {
    let ends = |at: usize| {
        let inside = rest.get(..at).unwrap_or_default();
        at >= 4 && inside.ends_with("--")
            || at >= 7 && inside.ends_with("--!")
            || at == 5 && inside == "<!---"
    };
    rest.match_indices('>').find(|(at, _)| ends(*at)).map_or(rest.len(), |(at, _)| at + 1)
}

fn tag(html: &str, start: usize, closing: bool) -> Tag<'_> {
    let name_start = start + 1 + usize::from(closing);
    let rest = html.get(name_start..).unwrap_or_default();
    let length = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(rest.len());
    let named = name_start + length;
    let mut inside = Inside { html, attributes: 0, dropped: None, surplus: Vec::new(), unread: false };
    let end = inside.read(named);
    let empty = html.get(..end).is_some_and(|head| head.ends_with("/>"));
    let name = rest.get(..length).unwrap_or_default();
    Tag { name, closing, named, surplus: inside.surplus, unread: inside.unread, end, empty }
}

/// Where in a tag the reading is (HTML standard, 13.2.5.32 to 13.2.5.40).
#[derive(Clone, Copy)]
enum State {
    BeforeName,
    Name,
    AfterName,
    BeforeValue,
    /// In a value that began there, within these marks or none.
    Value(usize, Option<u8>),
    AfterQuoted,
}

/// What stands between the name of a tag and its end.
struct Inside<'a> {
    html: &'a str,
    attributes: usize,
    /// Where the attributes beyond the cap begin.
    dropped: Option<usize>,
    surplus: Vec<(usize, usize)>,
    unread: bool,
}

impl Inside<'_> {
    /// Reads on from `from`; returns the end of the tag.
    fn read(&mut self, from: usize) -> usize {
        let mut state = State::BeforeName;
        for (at, &byte) in self.html.as_bytes().iter().enumerate().skip(from) {
            let quoted = matches!(state, State::Value(_, Some(_)));
            if byte == b'>' && !quoted {
                self.end_value(state, at);
                self.surplus.extend(self.dropped.map(|dropped| (dropped, at)));
                return at + 1;
            }
            state = self.step(state, at, byte);
        }
        // the parser drops a tag that never ends, but not before it has read it
        self.end_value(state, self.html.len());
        self.surplus.extend(self.dropped.map(|dropped| (dropped, self.html.len())));
        self.html.len()
    }

    fn step(&mut self, state: State, at: usize, byte: u8) -> State {
        let space = byte.is_ascii_whitespace();
        match state {
            State::Value(_, Some(mark)) if byte == mark => {
                self.end_value(state, at);
                State::AfterQuoted
            }
            State::Value(_, None) if space => {
                self.end_value(state, at);
                State::BeforeName
            }
            State::Value(..) => state,
            State::BeforeValue if space => state,
            State::BeforeValue if matches!(byte, b'"' | b'\'') => State::Value(at + 1, Some(byte)),
            State::BeforeValue => State::Value(at, None),
            State::Name | State::AfterName if byte == b'=' => State::BeforeValue,
            State::Name if space => State::AfterName,
            State::AfterName if space => state,
            _ if space || byte == b'/' => State::BeforeName,
            State::Name => state,
            State::BeforeName | State::AfterName | State::AfterQuoted => {
                self.begin_attribute(at);
                State::Name
            }
        }
    }

    fn begin_attribute(&mut self, at: usize) {
        self.attributes += 1;
        if self.attributes > ATTRIBUTES && self.dropped.is_none() {
            // nothing of an attribute stands between two bytes of a character
            self.dropped = Some(floor(self.html, at));
            self.unread = true;
        }
    }

    fn end_value(&mut self, state: State, end: usize) {
        if let State::Value(start, _) = state
            && end - start > VALUE
            && self.dropped.is_none()
        {
            self.surplus.push((floor(self.html, start + VALUE), end));
            self.unread |= self.tells_looks(start);
        }
    }

    /// Whether the value that begins at `start` is of an attribute by which styles hide.
    fn tells_looks(&self, start: usize) -> bool {
        let before = self.html.get(..start).unwrap_or_default().trim_end_matches(['"', '\'']).trim_end();
        let name = before.strip_suffix('=').unwrap_or_default().trim_end();
        ["style", "class", "id"].iter().any(|known| {
            let at = name.len().saturating_sub(known.len());
            name.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(known))
        })
    }
}

/// Where the content of an element that holds no markup ends.
pub(super) fn end_of_raw(html: &str, tag: &Tag<'_>) -> usize {
    let script = tag.name.eq_ignore_ascii_case("script");
    let bytes = html.as_bytes();
    // a script may hold a comment with a script in it, whose end tag is not its own
    let (mut commented, mut inner) = (false, false);
    let mut at = tag.end;
    while let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(|b| matches!(b, b'<' | b'-')))
    {
        at += next;
        let rest = bytes.get(at..).unwrap_or_default();
        if script && rest.starts_with(b"-->") {
            (commented, inner) = (false, false);
        } else if script && rest.starts_with(b"<!--") {
            // `<!-->` ends where it begins
            commented = true;
            at += 1;
        } else if names(rest, b"</", tag.name) {
            if !inner {
                return at;
            }
            inner = false;
        } else if commented && names(rest, b"<", "script") {
            inner = true;
        }
        at += 1;
    }
    html.len()
}

/// Whether `rest` begins with the opening marks of a tag of this name.
fn names(rest: &[u8], marks: &[u8], name: &str) -> bool {
    let Some(rest) = rest.strip_prefix(marks) else { return false };
    let own = rest.get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name.as_bytes()));
    own && rest
        .get(name.len())
        .is_some_and(|after| after.is_ascii_whitespace() || matches!(after, b'/' | b'>'))
}
