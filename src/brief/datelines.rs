//! Datelines in scripts without capitals: the forms a language's tables tell.

use regex::Regex;

use crate::languages::{ByLanguage, caseless};
use crate::text::Language;

/// Bytes of a paragraph looked at.
const HEAD: usize = 240;

static FORMS: ByLanguage<Vec<Regex>> = ByLanguage::new(|language| {
    let forms = language.lines(caseless::DATELINE).map(|form| format!("^(?:{form})"));
    forms.filter_map(|form| Regex::new(&form).ok()).collect()
});

/// Marks that open words.
const OPENING: [char; 5] = ['"', '«', '“', '”', '„'];

/// Length in bytes of the dateline at the head of `paragraph`, 0 for none.
pub(super) fn len(paragraph: &str, language: Language) -> usize {
    let head = paragraph.get(..paragraph.floor_char_boundary(HEAD)).unwrap_or(paragraph);
    let ends = FORMS.of(language).iter().filter_map(|form| Some(form.find(head)?.end()));
    // a colon before words in marks belongs to who says them
    let ends = ends.filter(|end| {
        let (dateline, rest) = paragraph.split_at(*end);
        !(dateline.trim_end().ends_with(':') && rest.trim_start().starts_with(OPENING))
    });
    ends.max().filter(|end| *end < paragraph.len()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_day_and_agency_are_cut() {
        for (language, paragraph, rest) in [
            ("zh", "海湾社洛兰港5月8日电（记者苏明哲）外交部宣布。", "外交部宣布。"),
            ("zh", "（海湾社洛兰港8日电）外交部宣布。", "外交部宣布。"),
            ("zh", "外交部8日宣布，谈判恢复。", "外交部8日宣布，谈判恢复。"),
            ("ja", "【ロラン港8日＝湾岸通信】外務省は発表した。", "外務省は発表した。"),
            ("ar", "مرفأ لوران - وكالة الخليج: أعلنت الوزارة القرار.", "أعلنت الوزارة القرار."),
            ("ar", "مرفأ لوران - قال سليم الحداد: «لا تفاوض».", "قال سليم الحداد: «لا تفاوض»."),
            ("ar", "أعلنت الوزارة القرار: لا تفاوض.", "أعلنت الوزارة القرار: لا تفاوض."),
            ("fa", "به گزارش خبرگزاری خلیج، وزارت خارجه خبر داد.", "وزارت خارجه خبر داد."),
        ] {
            let cut = len(paragraph, Language::coded(language));
            assert_eq!(paragraph.get(cut..), Some(rest), "{paragraph}");
        }
    }
}
