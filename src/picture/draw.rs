//! SVG in, PNG out; and how wide words are.

use super::look::{Family, Look};

/// The size words are measured at, in pixels.
pub(super) const MEASURED_AT: f32 = 100.0;

#[cfg(not(feature = "pictures"))]
mod inside {
    /// Draws nothing: this program was built without pictures.
    pub(in super::super) fn png(_svg: &str) -> Option<Vec<u8>> {
        None
    }

    /// Measures nothing.
    pub(super) fn widths_of(_svg: &str, _count: usize) -> Option<Vec<f32>> {
        None
    }
}

#[cfg(feature = "pictures")]
mod inside {
    use std::sync::{Arc, LazyLock};

    use resvg::tiny_skia::{Pixmap, Transform};
    use resvg::usvg::fontdb::{Database, Source};
    use resvg::usvg::{Node, Options, Tree};

    /// The shipped fonts, in the order in which they are tried (`fonts/README.md`).
    static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut fonts = Database::new();
        let files: [&'static [u8]; 6] = [
            include_bytes!("fonts/NotoSans-Regular.ttf"),
            include_bytes!("fonts/NotoSans-Bold.ttf"),
            include_bytes!("fonts/NotoSansArabic-Regular.ttf"),
            include_bytes!("fonts/NotoSansHebrew-Regular.ttf"),
            include_bytes!("fonts/NotoSansSC-Regular.otf"),
            include_bytes!("fonts/NotoSansJP-Regular.otf"),
        ];
        for file in files {
            fonts.load_font_source(Source::Binary(Arc::new(file)));
        }
        Arc::new(fonts)
    });

    fn tree(svg: &str) -> Option<Tree> {
        let options =
            Options { font_family: "Noto Sans".into(), fontdb: Arc::clone(&FONTS), ..Options::default() };
        Tree::from_str(svg, &options).ok()
    }

    /// Draws an SVG; `None` for one that cannot be read or is too large.
    pub(in super::super) fn png(svg: &str) -> Option<Vec<u8>> {
        let tree = tree(svg)?;
        let size = tree.size().to_int_size();
        let mut pixels = Pixmap::new(size.width(), size.height())?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().ok()
    }

    /// How wide the texts of an SVG are, by their ids from 0 on.
    pub(super) fn widths_of(svg: &str, count: usize) -> Option<Vec<f32>> {
        let mut widths = vec![0.0; count];
        for node in tree(svg)?.root().children() {
            if let Node::Text(text) = node
                && let Some(width) =
                    text.id().strip_prefix('w').and_then(|at| widths.get_mut(at.parse::<usize>().ok()?))
            {
                *width = text.bounding_box().width();
            }
        }
        Some(widths)
    }
}

pub(super) use inside::png;

/// How wide each of these words is at [`MEASURED_AT`]; `None` in a program without pictures.
pub(super) fn widths(words: &[(&str, Look, Family)]) -> Option<Vec<f32>> {
    let texts: String = words
        .iter()
        .enumerate()
        .map(|(at, (words, look, family))| {
            let weight = if look.is_bold { "bold" } else { "normal" };
            let family = family.name();
            let words = super::svg::directed(&crate::text::markup::escaped(words), false);
            format!(
                "<text id=\"w{at}\" font-family=\"{family}\" font-size=\"{MEASURED_AT}\" font-weight=\"{weight}\" \
                 xml:space=\"preserve\">{words}</text>"
            )
        })
        .collect();
    let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">{texts}</svg>");
    inside::widths_of(&svg, words.len())
}
