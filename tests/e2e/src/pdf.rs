//! Text and drawing of a printed PDF.

use std::collections::BTreeSet;

use lopdf::Document;
use lopdf::content::Content;

/// Printed document.
pub struct Pdf(Document);

impl Pdf {
    /// Reads a PDF.
    pub fn new(pdf: &[u8]) -> Self {
        Self(Document::load_mem(pdf).expect("the browser prints a sound PDF"))
    }

    /// Number of pages.
    pub fn pages(&self) -> usize {
        self.0.get_pages().len()
    }

    /// Width and height of a page (from 1), in points of 1/72 inch.
    pub fn size(&self, page: u32) -> (f32, f32) {
        let id = self.0.get_pages().get(&page).copied().expect("there is such a page");
        let page = self.0.get_dictionary(id).expect("a page is a dictionary");
        let media = page.get(b"MediaBox").and_then(|media| media.as_array()).expect("a page has a size");
        let side = |at: usize| media[at].as_float().expect("a side is a number");
        (side(2) - side(0), side(3) - side(1))
    }

    /// Text of a page (from 1) without white space, whose place depends on the browser.
    pub fn text(&self, page: u32) -> String {
        without_spaces(&self.0.extract_text(&[page]).expect("the page has text that can be read"))
    }

    /// Font sizes on a page (from 1).
    pub fn sizes(&self, page: u32) -> BTreeSet<String> {
        let content = Content::decode(&self.drawing(page)).expect("the page is sound");
        let sizes = content.operations.iter().filter(|operation| operation.operator == "Tf");
        sizes.map(|operation| format!("{:?}", operation.operands.last())).collect()
    }

    /// Drawing operations of a page (from 1).
    pub fn drawing(&self, page: u32) -> Vec<u8> {
        let id = self.0.get_pages().get(&page).copied().expect("there is such a page");
        self.0.get_page_content(id)
    }
}

/// Text without white space, with ligatures as separate letters.
pub fn without_spaces(text: &str) -> String {
    let mut bare: String = text.split_whitespace().collect();
    for (joined, apart) in [("\u{fb00}", "ff"), ("\u{fb01}", "fi"), ("\u{fb02}", "fl"), ("\u{fb03}", "ffi")] {
        bare = bare.replace(joined, apart);
    }
    bare
}
