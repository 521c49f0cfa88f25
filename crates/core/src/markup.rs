//! HTML as data: serialised for a snippet, or created as elements for its preview. Both come from the same tree.

/// Elements without an end tag.
const VOID: [&str; 2] = ["br", "img"];

/// Attributes by name, in their order.
pub type Attributes = Vec<(&'static str, String)>;

/// Element of HTML, or text in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Markup {
    /// Name, attributes and content.
    Element(&'static str, Attributes, Vec<Markup>),
    /// Text, not yet escaped.
    Text(String),
}

impl Markup {
    /// Serialises on one line: WordPress makes paragraphs and breaks of line ends (`wpautop`), also inside the element.
    pub fn serialise(&self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(&self, html: &mut String) {
        let (name, attributes, content) = match self {
            Self::Text(text) => return html.push_str(&escape(text)),
            Self::Element(name, attributes, content) => (name, attributes, content),
        };
        html.push('<');
        html.push_str(name);
        for (name, value) in attributes {
            html.push(' ');
            html.push_str(name);
            if !value.is_empty() {
                html.push_str(&["=\"", &escape(value).replace('"', "&quot;"), "\""].concat());
            }
        }
        html.push('>');
        if !VOID.contains(name) {
            content.iter().for_each(|inner| inner.write(html));
            html.push_str(&["</", name, ">"].concat());
        }
    }
}

/// Text with the three characters escaped that HTML reads.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
