//! What a printed page says, read from the PDF that a browser made.

use std::collections::BTreeSet;

use lopdf::Document;
use lopdf::content::Content;

/// A printed document.
pub struct Paper(Document);

impl Paper {
    /// Reads a PDF.
    pub fn new(pdf: &[u8]) -> Self {
        Self(Document::load_mem(pdf).expect("the browser prints a sound PDF"))
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.0.get_pages().len()
    }

    /// The width and the height of a page, counted from 1, in points of 1/72 of an inch.
    pub fn size(&self, page: u32) -> (f32, f32) {
        let id = self.0.get_pages().get(&page).copied().expect("there is such a page");
        let page = self.0.get_dictionary(id).expect("a page is a dictionary");
        let media = page.get(b"MediaBox").and_then(|media| media.as_array()).expect("a page has a size");
        let side = |at: usize| media[at].as_float().expect("a side is a number");
        (side(2) - side(0), side(3) - side(1))
    }

    /// The text of a page, counted from 1, without any white space: where that stands is the browser's.
    pub fn text(&self, page: u32) -> String {
        bare(&self.0.extract_text(&[page]).expect("the page has text that can be read"))
    }

    /// The sizes of letters on a page, counted from 1.
    pub fn sizes(&self, page: u32) -> BTreeSet<String> {
        let content = Content::decode(&self.drawing(page)).expect("the page is sound");
        let sizes = content.operations.iter().filter(|operation| operation.operator == "Tf");
        sizes.map(|operation| format!("{:?}", operation.operands.last())).collect()
    }

    /// All that is drawn on a page, counted from 1.
    pub fn drawing(&self, page: u32) -> Vec<u8> {
        let id = self.0.get_pages().get(&page).copied().expect("there is such a page");
        self.0.get_page_content(id)
    }
}

/// A text without any white space, and with the letters that a font joins apart.
pub fn bare(text: &str) -> String {
    let mut bare: String = text.split_whitespace().collect();
    for (joined, apart) in [("\u{fb00}", "ff"), ("\u{fb01}", "fi"), ("\u{fb02}", "fl"), ("\u{fb03}", "ffi")] {
        bare = bare.replace(joined, apart);
    }
    bare
}
