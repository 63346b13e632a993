//! How words look, and which font has their letters.

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Bold.
    pub is_bold: bool,
    /// Slanted.
    pub is_slanted: bool,
    /// Colour, as SVG writes it.
    pub color: &'static str,
}

/// Words of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub words: String,
    /// How they look.
    pub look: Look,
}

/// A font. Those of Arabic and Hebrew have Latin letters, too, so that a line with both is one text, which the drawer puts
/// in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Latin,
    Arabic,
    Hebrew,
    Chinese,
    Japanese,
}

impl Family {
    /// The font of a text, by most of its letters; Chinese and Japanese write the same letters differently.
    pub(super) fn of(words: &str) -> Self {
        let count = |range: fn(char) -> bool| words.chars().filter(|c| range(*c)).count();
        let (wide, arabic, hebrew) = (count(is_wide), count(is_arabic), count(is_hebrew));
        let others =
            words.chars().filter(|c| c.is_alphabetic()).count().saturating_sub(wide + arabic + hebrew);
        match () {
            () if wide > 0 && wide >= others.max(arabic).max(hebrew) => Self::wide(words),
            () if arabic > others.max(hebrew) => Self::Arabic,
            () if hebrew > others => Self::Hebrew,
            () => Self::Latin,
        }
    }

    fn wide(words: &str) -> Self {
        if words.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}')) {
            Self::Japanese
        } else {
            Self::Chinese
        }
    }

    /// The font of a word in a text of this font, whose letters are all in one font; `all` is the text.
    pub(super) fn of_word(self, word: &str, all: &str) -> Self {
        let any = |range: fn(char) -> bool| word.chars().any(range);
        let is_basic =
            || word.chars().all(|c| c < '\u{180}' || matches!(c, '\u{2010}'..='\u{203a}' | '€' | '№'));
        match self {
            _ if any(is_arabic) => Self::Arabic,
            _ if any(is_hebrew) => Self::Hebrew,
            _ if any(is_wide) => Self::wide(all),
            Self::Arabic | Self::Hebrew if is_basic() => self,
            Self::Chinese | Self::Japanese if !any(char::is_alphanumeric) => self,
            _ => Self::Latin,
        }
    }

    /// Its name in the font.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Latin => "Noto Sans",
            Self::Arabic => "Noto Sans Arabic",
            Self::Hebrew => "Noto Sans Hebrew",
            Self::Chinese => "Noto Sans CJK SC",
            Self::Japanese => "Noto Sans CJK JP",
        }
    }
}

/// Whether most letters run from the right.
pub(super) fn is_rtl(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic());
    let (right, all) =
        letters.fold((0, 0), |(right, all), c| (right + usize::from(is_arabic(c) || is_hebrew(c)), all + 1));
    right * 2 > all
}

fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

fn is_hebrew(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}')
}

/// Whether a letter is Chinese or Japanese: a line may end before and after it.
pub(super) fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}
