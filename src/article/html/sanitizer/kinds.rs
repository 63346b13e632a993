//! What the sanitizer knows of elements, by their names.

/// Cannot nest in itself without a counted one between, or holds nothing.
pub(super) const UNCOUNTED: u8 = 1;
/// The parser opens it again in every later block until it is closed; of links only the last.
pub(super) const FORMATTING: u8 = 1 << 1;
/// Its content is no markup.
pub(super) const RAW: u8 = 1 << 2;
/// A block element, which an end tag closes through anything but a scope's wall.
pub(super) const BLOCK: u8 = 1 << 3;
/// An end tag of a plain block does not reach through it.
pub(super) const SCOPE: u8 = 1 << 4;
/// Any other end tag does not reach through it.
pub(super) const SPECIAL: u8 = 1 << 5;
/// The page itself: a second tag only gives the first its attributes.
pub(super) const WHOLE: u8 = 1 << 6;

/// The longest name that is known.
const LONGEST: usize = 12;

/// What is known of the element of this name, in any case.
pub(super) fn kinds(name: &str) -> u8 {
    let mut lower = [0; LONGEST];
    let Some(lower) = lower.get_mut(..name.len()) else { return 0 };
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    match &*lower {
        b"html" | b"body" => UNCOUNTED | WHOLE,
        b"p" | b"li" | b"dt" | b"dd" | b"tr" | b"td" | b"th" | b"tbody" | b"thead" | b"tfoot"
        | b"caption" | b"colgroup" | b"head" | b"area" | b"base" | b"br" | b"col" | b"embed" | b"hr"
        | b"img" | b"input" | b"link" | b"meta" | b"param" | b"source" | b"track" | b"wbr" | b"frame"
        | b"keygen" | b"option" | b"optgroup" => UNCOUNTED,
        b"b" | b"big" | b"code" | b"em" | b"font" | b"i" | b"nobr" | b"s" | b"small" | b"strike"
        | b"strong" | b"tt" | b"u" => FORMATTING,
        b"script" | b"style" | b"textarea" | b"title" | b"xmp" | b"iframe" | b"noembed" | b"noframes" => RAW,
        b"table" => BLOCK | SCOPE | SPECIAL,
        b"address" | b"article" | b"aside" | b"blockquote" | b"button" | b"center" | b"details" | b"dir"
        | b"div" | b"dl" | b"fieldset" | b"figcaption" | b"figure" | b"footer" | b"form" | b"header"
        | b"hgroup" | b"main" | b"menu" | b"nav" | b"ol" | b"pre" | b"search" | b"section" | b"summary"
        | b"ul" | b"select" | b"listing" => BLOCK | SPECIAL,
        b"dialog" => BLOCK,
        b"applet" | b"marquee" | b"object" | b"template" | b"svg" | b"math" => SCOPE | SPECIAL,
        b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"noscript" | b"frameset" => SPECIAL,
        _ => 0,
    }
}

/// Whether what a tag says after its name may hide its element. Very deep ones stand on no ordinary page, so that there
/// any attribute counts.
pub(super) fn may_hide(inside: &str, deep: bool) -> bool {
    const NAMES: [&str; 5] = ["style", "hidden", "class", "id=", "popover"];
    let inside = inside.to_ascii_lowercase();
    deep && inside.trim_matches(['/', '>']).contains(|c: char| !c.is_whitespace())
        || NAMES.iter().any(|name| inside.contains(name))
}
