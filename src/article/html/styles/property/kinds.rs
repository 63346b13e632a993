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
}

/// What a declaration gives a property.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in super::super) enum Value {
    /// What hides all there is.
    Hides,
    /// What does not.
    Shows,
    /// The same as above it.
    Inherit,
    /// Out of the flow of the page, so that it can be clipped.
    Afloat,
    Length(Length),
    /// It can be seen in part; 1 is the whole.
    Part(f32),
    /// A colour; none for one that is not known, or a picture.
    Color(Option<Color>),
}
