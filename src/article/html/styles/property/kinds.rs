//! Properties that matter, and what they are given.

use crate::article::html::styles::values::{Color, Length};

/// A property that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in super::super) enum Property {
    Display,
    Visibility,
    Opacity,
    Content,
    FontSize,
    Color,
    Fill,
    Background,
    Indent,
    Position,
    Left,
    Right,
    Top,
    Bottom,
    MarginLeft,
    MarginTop,
    Transform,
    Translate,
    Scale,
    Rotate,
    Clip,
    ClipPath,
    Filter,
    Mask,
    Spacing,
    /// Between words.
    Gap,
    Zoom,
    Overflow,
    Width,
    Height,
    MaxWidth,
    MaxHeight,
    Decoration,
    Animation,
    Transition,
    /// Of the other axis.
    OverflowDown,
    /// What makes a box bigger than its own size: padding, a least size, a share of the room that is left.
    Room,
    Float,
    /// How it is mixed with what is behind it.
    Blend,
    /// Marks in place of the letters.
    Security,
    /// The letters run against their direction.
    Bidi,
    /// Along a path.
    Offset,
    /// Its content does not count for its size.
    Contain,
    /// Its letters are drawn by something else than their colour: a shadow, a stroke, what is behind them.
    Drawn,
    LineHeight,
    /// The order in which parts are shown, where it is another than that of the page.
    Order,
    /// Behind what stands around it, or before it.
    Layer,
}

impl Property {
    /// All properties that matter.
    pub(in super::super) const ALL: [Self; 47] = [
        Self::Display,
        Self::Visibility,
        Self::Opacity,
        Self::Content,
        Self::FontSize,
        Self::Color,
        Self::Fill,
        Self::Background,
        Self::Indent,
        Self::Position,
        Self::Left,
        Self::Right,
        Self::Top,
        Self::Bottom,
        Self::MarginLeft,
        Self::MarginTop,
        Self::Transform,
        Self::Translate,
        Self::Scale,
        Self::Rotate,
        Self::Clip,
        Self::ClipPath,
        Self::Filter,
        Self::Mask,
        Self::Spacing,
        Self::Gap,
        Self::Zoom,
        Self::Overflow,
        Self::Width,
        Self::Height,
        Self::MaxWidth,
        Self::MaxHeight,
        Self::Decoration,
        Self::Transition,
        Self::OverflowDown,
        Self::Room,
        Self::Float,
        Self::Blend,
        Self::Security,
        Self::Bidi,
        Self::Offset,
        Self::Contain,
        Self::Drawn,
        Self::LineHeight,
        Self::Animation,
        Self::Order,
        Self::Layer,
    ];

    /// Whether an element has it from the one above where nothing is said (CSS Cascading 5, section 7.2).
    pub(in super::super) fn is_inherited(self) -> bool {
        matches!(
            self,
            Self::Visibility
                | Self::FontSize
                | Self::Color
                | Self::Fill
                | Self::Indent
                | Self::Spacing
                | Self::Gap
                | Self::Security
                | Self::Drawn
                | Self::LineHeight
        )
    }
}

/// What a declaration gives a property.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in super::super) enum Value {
    /// What hides all there is.
    Hides,
    /// What does not.
    Shows,
    /// What is not understood: it may hide or not.
    Unknown,
    /// Its value where nothing is said and nothing comes from above.
    Initial,
    /// The same as above it.
    Inherit,
    /// The one or the other of these two.
    Unset,
    /// As if the page said nothing.
    Revert,
    /// As if this layer said nothing.
    RevertLayer,
    /// A box in a line of text.
    Inline,
    /// A box of its own.
    Block,
    /// A box of its own whose children are such boxes, whatever they are.
    Items,
    /// Out of the flow of the page, so that it can be clipped.
    Afloat,
    /// The same, and it stays where it is when the page moves.
    Fixed,
    Length(Length),
    /// It can be seen in part; 1 is the whole.
    Part(f32),
    /// A colour; none for one that is not known, or a picture.
    Color(Option<Color>),
}
