//! Properties of the embed page.

use std::rc::Rc;

use web_sys::HtmlIFrameElement;
use yew::prelude::*;

use crate::NumberFormat;
use boussole_core::publishing::Offers;

/// Properties of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct EmbedProps {
    /// Options of the release.
    pub offers: Rc<Offers>,
    /// Language of the page.
    pub page: AttrValue,
    /// Address of the release, with a slash at its end.
    pub base: AttrValue,
    /// Functions of the browser.
    pub ports: EmbedPorts,
}

/// Functions of the browser for the embed page.
#[derive(Clone, PartialEq)]
pub struct EmbedPorts {
    /// Writes a number.
    pub number: NumberFormat,
    /// Copies a text, then says whether that was allowed.
    pub copy: Callback<(String, Callback<bool>)>,
    /// Shows the article with a choice, as the query of its address, in the frame.
    pub preview: Callback<(HtmlIFrameElement, String)>,
}

impl EmbedProps {
    /// Text of the page.
    pub fn text(&self, key: &str) -> &str {
        self.offers.text(&self.page, key)
    }
}
