//! The row that turns pages.

use super::message::Button;
use super::press::Press;
use crate::view::Locale;

/// `‹ Back` `Page 2 of 5` `Next ›`
pub(crate) fn turner(
    page: usize,
    pages: usize,
    locale: Locale,
    press: impl Fn(usize) -> Press,
) -> Vec<Button> {
    let mut row = Vec::new();
    if page > 1 {
        row.push(Button::press(locale.word("button-page-before"), &press(page - 1)));
    }
    let label = locale.say("button-page", &[("page", page.into()), ("pages", pages.into())]);
    row.push(Button::press(label, &Press::Nothing));
    if page < pages {
        row.push(Button::press(locale.word("button-page-after"), &press(page + 1)));
    }
    row
}
