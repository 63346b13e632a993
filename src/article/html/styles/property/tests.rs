use super::*;
use crate::article::html::styles::values::Length;

#[test]
fn values_that_leave_nothing_hide() {
    for (name, value) in [
        ("display", "none"),
        ("opacity", "0"),
        ("opacity", ".01"),
        ("opacity", "1%"),
        ("transform", "translateX(10px) scale(0)"),
        ("transform", "translate(-9999px, 0)"),
        ("transform", "rotateY(90deg)"),
        ("transform", "matrix(0,0,0,0,0,0)"),
        ("scale", "0"),
        ("clip", "rect(0 0 0 0)"),
        ("clip", "rect(1px, 1px, 1px, 1px)"),
        ("clip-path", "inset(50%)"),
        ("clip-path", "inset(0 0 100% 0)"),
        ("clip-path", "circle(0)"),
        ("clip-path", "polygon(0 0, 0 0, 0 0, 0 0)"),
        ("filter", "opacity(0)"),
        ("filter", "blur(30px)"),
        ("opacity", "calc(1 - 1)"),
        ("display", "no\\6e e/**/"),
        ("mask-image", "linear-gradient(transparent, transparent)"),
        ("letter-spacing", "-1em"),
        ("zoom", ".01"),
        ("text-decoration", "line-through red"),
    ] {
        let found = declared(name, value, false);
        assert!(matches!(found[..], [Declaration { value: Value::Hides, .. }]), "{name}: {value}");
    }
    for (name, value) in [
        ("display", "table-cell"),
        ("opacity", "1"),
        ("transform", "scale(.5) rotate(90deg)"),
        ("clip", "rect(0, 200px, 100px, 0)"),
        ("clip", "auto"),
        ("clip-path", "inset(10%)"),
        ("clip-path", "polygon(0 0, 100% 0, 100% 90%, 0 100%)"),
        ("text-decoration", "underline"),
    ] {
        let found = declared(name, value, false);
        assert!(matches!(found[..], [Declaration { value: Value::Shows, .. }]), "{name}: {value}");
    }
}

#[test]
fn what_browsers_do_not_know_says_nothing() {
    for (name, value) in [("display", "bogus"), ("visibility", "none"), ("opacity", "no"), ("zoom", "no")] {
        assert_eq!(declared(name, value, false), [], "{name}: {value}");
    }
}

#[test]
fn shorthands_are_parted() {
    let of = |name, value| -> Vec<_> {
        declared(name, value, true).into_iter().map(|found| (found.property, found.value)).collect()
    };
    assert_eq!(of("font", "0/0 a")[0], (Property::FontSize, Value::Length(Length::Pixels(0.0))));
    assert_eq!(of("font", "10px"), []);
    assert_eq!(
        of("font", "italic 700 12px/2 serif")[0],
        (Property::FontSize, Value::Length(Length::Pixels(12.0)))
    );
    assert_eq!(
        of("margin", "0 auto 0 -9999px")[1],
        (Property::MarginLeft, Value::Length(Length::Pixels(-9999.0)))
    );
    assert_eq!(of("inset", "auto")[0], (Property::Top, Value::Shows));
}
