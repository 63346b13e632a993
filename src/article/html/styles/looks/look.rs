//! How one element looks: what its declarations leave of its text.

use dom_query::NodeRef;

use super::view::View;
use crate::article::html::styles::hiding::Way;
use crate::article::html::styles::property::{Property, Value};
use crate::article::html::styles::values::{Color, color};

/// A smaller font is read by nobody, in pixels.
const SMALLEST: f32 = 2.0;

/// What an element has from those above it.
#[derive(Debug, Clone, Copy)]
pub(in crate::article::html::styles) struct Look {
    font: f32,
    color: Color,
    fill: Option<Color>,
    /// The colour behind it; none behind a picture.
    ground: Option<Color>,
    /// Whether the page says what is behind it.
    grounded: bool,
    unseen: bool,
    /// Marks stand in place of its letters.
    masked: bool,
    /// Something else than its colour draws its letters.
    drawn: bool,
    /// Its lines lie over one another.
    low: bool,
    /// How much of it can be seen through all that is above; 1 is the whole.
    part: f32,
}

impl Look {
    /// Of a page that says nothing.
    pub(in crate::article::html::styles) const PLAIN: Self = Self {
        font: crate::article::html::styles::values::EM,
        color: Color::BLACK,
        fill: None,
        ground: Some(Color::WHITE),
        grounded: false,
        unseen: false,
        masked: false,
        drawn: false,
        low: false,
        part: 1.0,
    };

    /// The look of `node` below this one, by its winning declarations.
    pub(in crate::article::html::styles) fn below(self, node: &NodeRef, view: &View) -> Self {
        let mut own = self;
        if node.has_name("a") && node.has_attr("href") {
            own.color = Color::LINK;
        }
        if let Some(named) =
            attribute_color(node, "font", "color").or_else(|| attribute_color(node, "body", "text"))
        {
            own.color = named;
        }
        if let Some(named) = node.attr("bgcolor").and_then(|value| color(&value)) {
            (own.ground, own.grounded) = (Some(named), true);
        }
        own.take_size(self, view);
        own.take_colors(self, view);
        if let Some(Value::Part(part)) = view.of(Property::Opacity) {
            own.part *= part;
        }
        let turned = |property: Property, before: bool| match view.of(property) {
            Some(Value::Hides) => true,
            Some(Value::Shows | Value::Initial) => false,
            _ => before,
        };
        own.unseen = turned(Property::Visibility, own.unseen);
        own.masked = turned(Property::Security, own.masked);
        own.drawn = view.may(Property::Drawn) || own.drawn;
        // an element in a line of others makes their lines no lower
        own.low = turned(Property::LineHeight, own.low) && (own.low || view.is_block(node));
        own
    }

    fn take_size(&mut self, above: Self, view: &View) {
        match view.of(Property::FontSize) {
            Some(Value::Length(size)) => self.font = size.of_font(above.font),
            Some(Value::Initial) => self.font = crate::article::html::styles::values::EM,
            Some(Value::Hides) => self.font = 0.0,
            Some(Value::Shows) if above.font <= SMALLEST => {
                self.font = crate::article::html::styles::values::EM;
            }
            _ => {}
        }
    }

    fn take_colors(&mut self, above: Self, view: &View) {
        let grounds: Vec<(Option<Color>, bool)> = match view.options(Property::Background) {
            found if found.is_empty() => vec![(self.ground, self.grounded)],
            found => found.into_iter().map(|value| self.ground_of(value, view.dark)).collect(),
        };
        let colors: Vec<Color> = match view.options(Property::Color) {
            found if found.is_empty() => vec![self.color],
            found => found.into_iter().map(|value| self.color_of(value, above.color, view.dark)).collect(),
        };
        let fills: Vec<Option<Color>> = match view.options(Property::Fill) {
            found if found.is_empty() => vec![self.fill],
            found => found.into_iter().map(|value| self.fill_of(value, view.dark)).collect(),
        };
        // of what may be, the one that hides or one that does not
        for &(ground, grounded) in &grounds {
            for &color in &colors {
                for &fill in &fills {
                    (self.ground, self.grounded, self.color, self.fill) = (ground, grounded, color, fill);
                    if self.is_lost() == view.dark {
                        return;
                    }
                }
            }
        }
    }

    fn ground_of(&self, value: Value, dark: bool) -> (Option<Color>, bool) {
        match value {
            Value::Color(Some(named)) if named.cover < 0.5 => (self.ground, self.grounded),
            Value::Color(named) => (named, true),
            Value::Unknown if !dark => (None, true),
            _ => (self.ground, self.grounded),
        }
    }

    fn color_of(&self, value: Value, above: Color, dark: bool) -> Color {
        match value {
            Value::Color(Some(named)) => named,
            Value::Inherit => above,
            Value::Initial => Color::BLACK,
            Value::Unknown if dark => Color::NONE,
            Value::Unknown => Color::MIDDLE,
            _ => self.color,
        }
    }

    fn fill_of(&self, value: Value, dark: bool) -> Option<Color> {
        match value {
            Value::Color(named) => named,
            Value::Initial => None,
            Value::Unknown if dark => Some(Color::NONE),
            _ => self.fill,
        }
    }

    fn is_lost(&self) -> bool {
        let color = self.fill.unwrap_or(self.color);
        color.cover < 0.1 || self.ground.is_some_and(|ground| color.is_lost_on(ground))
    }

    /// How it hides its own words, but not those of an element below that looks otherwise.
    pub(in crate::article::html::styles) fn hides_words(&self) -> Option<Way> {
        let color = self.fill.unwrap_or(self.color);
        match () {
            () if self.unseen => Some(Way::Unseen),
            () if self.part < 0.1 => Some(Way::Clear),
            () if self.font <= SMALLEST => Some(Way::Small),
            () if self.masked => Some(Way::Masked),
            () if self.low => Some(Way::Low),
            () if self.is_lost() => {
                Some(if self.grounded || color.cover < 0.1 { Way::Colored } else { Way::ColoredPerhaps })
            }
            () => None,
        }
    }

    /// Whether something else than its colour draws its letters, so that they may be seen in any.
    pub(in crate::article::html::styles) fn is_drawn(&self) -> bool {
        self.drawn
    }
}

fn attribute_color(node: &NodeRef, element: &str, attribute: &str) -> Option<Color> {
    node.attr(attribute).filter(|_| node.has_name(element)).and_then(|value| color(&value))
}
