//! An address as a QR code.

use qrcodegen::{QrCode, QrCodeEcc};

/// The longest address that is still read well from a small square, in bytes.
const LONGEST: usize = 180;

/// The dark squares of an address as an SVG path in a square of `side`; nothing for an address that is too long.
pub(super) fn code(address: &str, (x, y): (f32, f32), side: f32) -> String {
    let Some(code) =
        (address.len() <= LONGEST).then(|| QrCode::encode_text(address, QrCodeEcc::Low).ok()).flatten()
    else {
        return String::new();
    };
    let unit = side / code.size() as f32;
    let mut path = String::new();
    for row in 0..code.size() {
        for column in (0..code.size()).filter(|column| code.get_module(*column, row)) {
            path.push_str(&format!("M{column} {row}h1v1h-1z"));
        }
    }
    format!(
        "<path transform=\"translate({x:.1} {y:.1}) scale({unit:.4})\" shape-rendering=\"crispEdges\" fill=\"#1f2328\" \
         d=\"{path}\"/>"
    )
}
