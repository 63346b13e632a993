//! A Word document: Office Open XML (ECMA-376), the few parts of it a report needs.

use std::fmt::Write as _;

use super::parts::{Block, Document, Inline, Run, begins_right_to_left, clean};
use super::zip;
use crate::text::markup::escaped;

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const TYPES: &str = include_str!("docx/types.xml");
const RELATIONS: &str = include_str!("docx/relations.xml");
const STYLES: &str = include_str!("docx/styles.xml");
const NUMBERING: &str = include_str!("docx/numbering.xml");
const FOOTER: &str = include_str!("docx/footer.xml");
/// A4 in twentieths of a point, with margins of 20 and 18 mm.
const SECTION: &str = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
    <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
    </w:sectPr>";

/// Writes the document as a Word document.
pub(super) fn write(document: &Document) -> Vec<u8> {
    let mut body = Body::default();
    body.paragraph("Title", None, &Inline::from(document.title.as_str()));
    document.blocks.iter().for_each(|block| body.block(block));
    let text = format!("{HEAD}<w:document {NAMESPACES}><w:body>{}{SECTION}</w:body></w:document>", body.xml);
    let core = format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
        escaped(&clean(&document.title)),
        document.language
    );
    zip::pack(&[
        ("[Content_Types].xml", TYPES.to_owned()),
        ("_rels/.rels", RELATIONS.to_owned()),
        ("docProps/core.xml", core),
        ("word/document.xml", text),
        ("word/styles.xml", STYLES.replace("{language}", document.language)),
        ("word/numbering.xml", NUMBERING.to_owned()),
        ("word/footer1.xml", FOOTER.to_owned()),
        ("word/_rels/document.xml.rels", body.relations()),
    ])
}

#[derive(Default)]
struct Body {
    xml: String,
    links: Vec<String>,
    marks: usize,
}

impl Body {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, story, text } => {
                let style = if *level == 2 { "Heading1" } else { "Heading2" };
                self.paragraph(style, story.map(|number| format!("t{number}")).as_deref(), text);
            }
            Block::Paragraph(text) => self.paragraph("Normal", None, text),
            Block::Small(text) => self.paragraph("Small", None, text),
            Block::Quote { words, by } => {
                words.iter().for_each(|words| self.paragraph("Quote", None, words));
                self.paragraph("By", None, by);
            }
            Block::List(items) => items.iter().for_each(|item| self.paragraph("Point", None, item)),
            Block::Sources(items) => {
                for (number, item) in (1..).zip(items) {
                    self.paragraph("Source", Some(&format!("s{number}")), item);
                }
            }
        }
    }

    fn paragraph(&mut self, style: &str, mark: Option<&str>, text: &Inline) {
        let turned = if text.is_right_to_left() { "<w:bidi/>" } else { "" };
        self.push(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{turned}</w:pPr>"));
        let number = self.marks;
        if let Some(name) = mark {
            self.marks += 1;
            self.push(&format!("<w:bookmarkStart w:id=\"{number}\" w:name=\"{name}\"/>"));
        }
        text.0.iter().for_each(|run| self.run(run));
        if mark.is_some() {
            self.push(&format!("<w:bookmarkEnd w:id=\"{number}\"/>"));
        }
        self.push("</w:p>");
    }

    fn run(&mut self, run: &Run) {
        match run {
            Run::Plain(words) => self.words("", words),
            Run::Strong(words) => self.words("<w:b/><w:bCs/>", words),
            Run::Emphasis(words) => self.words("<w:i/><w:iCs/>", words),
            Run::Marked(words) => {
                self.words("<w:b/><w:bCs/><w:highlight w:val=\"yellow\"/><w:u w:val=\"single\"/>", words);
            }
            Run::Link { text, url } => {
                let number = self.link(url);
                self.push(&format!("<w:hyperlink r:id=\"rId{number}\">"));
                self.words("<w:rStyle w:val=\"Hyperlink\"/>", text);
                self.push("</w:hyperlink>");
            }
            Run::Break => self.push("<w:r><w:br/></w:r>"),
            Run::Source(number) => self.leading("s", *number),
            Run::Story(number) => self.leading("t", *number),
        }
    }

    /// A number that leads to a bookmark.
    fn leading(&mut self, to: &str, number: usize) {
        self.push(&format!("<w:hyperlink w:anchor=\"{to}{number}\">"));
        self.words("<w:rStyle w:val=\"Hyperlink\"/>", &number.to_string());
        self.push("</w:hyperlink>");
    }

    fn words(&mut self, look: &str, words: &str) {
        let turned = if begins_right_to_left(std::iter::once(words)) { "<w:rtl/>" } else { "" };
        let look = format!("{look}{turned}");
        let look = if look.is_empty() { look } else { format!("<w:rPr>{look}</w:rPr>") };
        self.push(&format!("<w:r>{look}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(words)));
    }

    /// The number of the relation to an address; the first three are the document's own parts.
    fn link(&mut self, url: &str) -> usize {
        let known = self.links.iter().position(|link| link == url);
        known.unwrap_or_else(|| {
            self.links.push(url.to_owned());
            self.links.len() - 1
        }) + 4
    }

    fn push(&mut self, xml: &str) {
        self.xml.push_str(xml);
    }

    fn relations(&self) -> String {
        const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let mut xml = format!(
            "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        );
        for (number, kind, file) in
            [(1, "styles", "styles.xml"), (2, "numbering", "numbering.xml"), (3, "footer", "footer1.xml")]
        {
            // writing to a string does not fail
            let _written =
                write!(xml, "<Relationship Id=\"rId{number}\" Type=\"{KIND}/{kind}\" Target=\"{file}\"/>");
        }
        for (number, url) in (4..).zip(&self.links) {
            let url = escaped(url);
            let _written = write!(
                xml,
                "<Relationship Id=\"rId{number}\" Type=\"{KIND}/hyperlink\" Target=\"{url}\" TargetMode=\"External\"/>"
            );
        }
        xml + "</Relationships>"
    }
}
