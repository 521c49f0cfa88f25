//! Properties of the page of the poster.

use std::rc::Rc;

use yew::prelude::*;

use crate::NumberFormat;
use boussole_core::publishing::Offers;
use boussole_core::publishing::poster::AddressParts;

/// Properties of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct PosterProps {
    /// Options of the release.
    pub offers: Rc<Offers>,
    /// Language of the page.
    pub page: AttrValue,
    /// Address of the release, with a slash at its end.
    pub base: AttrValue,
    /// Emblem of the page.
    pub emblem: Html,
    /// Functions of the browser.
    pub ports: PosterPorts,
}

/// Functions of the browser for the page of the poster.
#[derive(Clone, PartialEq)]
pub struct PosterPorts {
    /// Writes a number.
    pub number: NumberFormat,
    /// Parts of an address; none for a text that is no address.
    pub parse: Callback<String, Option<AddressParts>>,
    /// Sets the size of the printed page, in CSS.
    pub page_size: Callback<&'static str>,
    /// Prints the page.
    pub print: Callback<()>,
}

impl PosterProps {
    /// Text of the page.
    pub fn text(&self, key: &str) -> String {
        self.offers.text(&self.page, key).to_owned()
    }
}
