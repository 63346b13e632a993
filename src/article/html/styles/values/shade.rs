//! A colour, and whether words of it are lost on another.

/// A colour with how much of what is below it can be seen (0) or not (1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in super::super) struct Color {
    pub(in super::super) red: f32,
    pub(in super::super) green: f32,
    pub(in super::super) blue: f32,
    pub(in super::super) cover: f32,
}

impl Color {
    pub(in super::super) const BLACK: Self = Self { red: 0.0, green: 0.0, blue: 0.0, cover: 1.0 };
    pub(in super::super) const NONE: Self = Self { cover: 0.0, ..Self::BLACK };
    pub(in super::super) const WHITE: Self = Self { red: 255.0, green: 255.0, blue: 255.0, cover: 1.0 };
    /// Lost on few others.
    pub(in super::super) const MIDDLE: Self = Self { red: 200.0, green: 60.0, blue: 60.0, cover: 1.0 };
    /// Of links where nothing else is said.
    pub(in super::super) const LINK: Self = Self { red: 0.0, green: 0.0, blue: 238.0, cover: 1.0 };

    /// Whether words of this colour cannot be made out on `ground`: a contrast below 1.2 as WCAG 2 counts it.
    pub(in super::super) fn is_lost_on(self, ground: Self) -> bool {
        let mixed = |own: f32, below: f32| own * self.cover + below * (1.0 - self.cover);
        let seen = Self {
            red: mixed(self.red, ground.red),
            green: mixed(self.green, ground.green),
            blue: mixed(self.blue, ground.blue),
            cover: 1.0,
        };
        let (one, other) = (seen.luminance() + 0.05, ground.luminance() + 0.05);
        let near = [(seen.red, ground.red), (seen.green, ground.green), (seen.blue, ground.blue)];
        one.max(other) / one.min(other) < 1.2 && near.iter().all(|(a, b)| (a - b).abs() < 40.0)
    }

    /// Whether black stands out more on it than white.
    pub(in super::super) fn is_light(self) -> bool {
        self.luminance() > 0.18
    }

    fn luminance(self) -> f32 {
        let linear = |part: f32| {
            let part = part / 255.0;
            if part <= 0.04 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}
