//! How one element looks: what its declarations leave of its text.

use dom_query::NodeRef;

use super::hiding::Way;
use super::property::{Declaration, Property, Value};
use super::values::{Color, Length, color};

/// A smaller font is read by nobody, in pixels.
const SMALLEST: f32 = 2.0;

/// What an element has from those above it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    font: f32,
    color: Color,
    fill: Option<Color>,
    /// The colour behind it; none behind a picture.
    ground: Option<Color>,
    /// Whether the page says what is behind it.
    grounded: bool,
    unseen: bool,
    /// How much of it can be seen through all that is above; 1 is the whole.
    part: f32,
}

impl Look {
    /// Of a page that says nothing.
    pub(super) const PLAIN: Self = Self {
        font: super::values::EM,
        color: Color::BLACK,
        fill: None,
        ground: Some(Color::WHITE),
        grounded: false,
        unseen: false,
        part: 1.0,
    };

    /// The look of `node` below this one, by its winning declarations.
    pub(super) fn below(self, node: &NodeRef, won: &Won) -> Self {
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
        match won.of(Property::FontSize) {
            Some(Value::Length(size)) => own.font = size.of_font(self.font),
            Some(Value::Shows) => {
                own.font = if self.font <= SMALLEST { super::values::EM } else { self.font }
            }
            _ => {}
        }
        match won.of(Property::Color) {
            Some(Value::Color(Some(named))) => own.color = named,
            Some(Value::Inherit) => own.color = self.color,
            _ => {}
        }
        if let Some(Value::Color(named)) = won.of(Property::Fill) {
            own.fill = named;
        }
        match won.of(Property::Background) {
            Some(Value::Color(Some(named))) if named.cover < 0.5 => {}
            Some(Value::Color(named)) => (own.ground, own.grounded) = (named, true),
            _ => {}
        }
        if let Some(Value::Part(part)) = won.of(Property::Opacity) {
            own.part *= part;
        }
        match won.of(Property::Visibility) {
            Some(Value::Hides) => own.unseen = true,
            Some(Value::Shows) => own.unseen = false,
            _ => {}
        }
        own
    }

    /// How it hides its own words, but not those of an element below that looks otherwise.
    pub(super) fn hides_words(&self) -> Option<Way> {
        let color = self.fill.unwrap_or(self.color);
        let lost = |ground: Color| color.is_lost_on(ground);
        match () {
            () if self.unseen => Some(Way::Unseen),
            () if self.part < 0.1 => Some(Way::Clear),
            () if self.font <= SMALLEST => Some(Way::Small),
            () if color.cover < 0.1 || self.ground.is_some_and(lost) => {
                Some(if self.grounded || color.cover < 0.1 { Way::Colored } else { Way::ColoredPerhaps })
            }
            () => None,
        }
    }
}

fn attribute_color(node: &NodeRef, element: &str, attribute: &str) -> Option<Color> {
    node.attr(attribute).filter(|_| node.has_name(element)).and_then(|value| color(&value))
}

/// The declarations that won for an element.
#[derive(Debug, Default)]
pub(super) struct Won {
    values: Vec<(Property, Value)>,
    /// It cannot be told of a rule that hides whether it is among those that chose the element.
    pub(super) doubtful: bool,
    /// The same, or a rule that hides stands under a condition that is not understood.
    pub(super) unsure: bool,
}

impl Won {
    /// The winners of `all`, in rising order of their weight.
    pub(super) fn new<'a>(all: &(impl Iterator<Item = &'a Declaration> + Clone)) -> Self {
        let mut won = Self::default();
        for important in [false, true] {
            for found in all.clone().filter(|found| found.important == important) {
                won.values.retain(|(property, _)| *property != found.property);
                won.values.push((found.property, found.value));
            }
        }
        won
    }

    pub(super) fn of(&self, property: Property) -> Option<Value> {
        self.values.iter().find(|(other, _)| *other == property).map(|(_, value)| *value)
    }

    pub(super) fn hides(&self, property: Property) -> bool {
        self.of(property) == Some(Value::Hides)
    }

    fn length(&self, property: Property) -> Option<Length> {
        match self.of(property) {
            Some(Value::Length(length)) => Some(length),
            _ => None,
        }
    }

    fn far(&self, property: Property) -> bool {
        self.length(property).is_some_and(Length::is_far)
    }

    /// How it hides an element with all that is in it.
    pub(super) fn hides_all(&self) -> Option<Way> {
        let any = |properties: &[Property]| properties.iter().any(|property| self.hides(*property));
        let afloat = self.of(Property::Position) == Some(Value::Afloat);
        let placed = afloat || self.hides(Property::Position);
        let sides = [Property::Left, Property::Right, Property::Top, Property::Bottom];
        let sizes = [Property::Width, Property::Height, Property::MaxWidth, Property::MaxHeight];
        let empty = |property: &Property| self.length(*property).is_some_and(Length::is_nothing);
        let indent = self.length(Property::Indent);
        let pushed = |share: f32| share >= 1.0 && self.hides(Property::Overflow);
        match () {
            () if any(&[Property::Display, Property::Content]) => Some(Way::NotShown),
            () if any(&[Property::Opacity, Property::Filter, Property::Mask]) => Some(Way::Clear),
            () if any(&[Property::Transform, Property::Translate, Property::Scale, Property::Rotate])
                || any(&[Property::Spacing, Property::Gap, Property::Zoom]) =>
            {
                Some(Way::Transformed)
            }
            () if self.hides(Property::Overflow) && sizes.iter().any(empty) => Some(Way::Sized),
            () if placed && sides.iter().any(|side| self.far(*side)) => Some(Way::Away),
            () if self.far(Property::MarginLeft) || self.far(Property::MarginTop) => Some(Way::Away),
            () if indent.is_some_and(Length::is_far) => Some(Way::Away),
            () if matches!(indent, Some(Length::Share(share)) if pushed(share)) => Some(Way::Away),
            () if afloat && self.hides(Property::Clip) || self.hides(Property::ClipPath) => {
                Some(Way::Clipped)
            }
            () => None,
        }
    }

    /// Whether what is declared shows what was hidden in this way.
    pub(super) fn shows(&self, way: Way) -> bool {
        let shown = |properties: &[Property]| {
            let is_shown = |value| match value {
                Value::Shows | Value::Part(_) => true,
                Value::Length(length) => !length.is_nothing() && !length.is_far(),
                _ => false,
            };
            properties.iter().any(|property| self.of(*property).is_some_and(is_shown))
        };
        match way {
            Way::NotShown => shown(&[Property::Display, Property::Content]),
            Way::Unseen => shown(&[Property::Visibility]),
            Way::Clear => shown(&[Property::Opacity, Property::Filter]),
            Way::Transformed => {
                shown(&[Property::Transform, Property::Translate, Property::Scale, Property::Rotate])
            }
            Way::Sized => shown(&[
                Property::Width,
                Property::Height,
                Property::MaxWidth,
                Property::MaxHeight,
                Property::Overflow,
            ]),
            Way::Away => shown(&[Property::Left, Property::Right, Property::Top, Property::MarginLeft]),
            Way::Clipped => shown(&[Property::Clip, Property::ClipPath]),
            Way::Small | Way::Colored | Way::ColoredPerhaps | Way::Struck => false,
        }
    }
}
