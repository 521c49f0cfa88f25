//! The pages to compare. They are a host's: without the policy of a release, and written as plainly as can be.

use std::collections::BTreeMap;

use boussole_core::answers::Level;
use boussole_core::questionnaire::Item;
use boussole_e2e::known::Known;
use boussole_e2e::site::{Folder, Site};
use xtask::release;
use xtask::server::Amendment;

use crate::peer;

pub const ARTICLE: &str = "bench/article.html";
pub const ARTICLE_OURS: &str = "bench/article-ours.html";
pub const ARTICLE_PEER: &str = "bench/article-peer.html";
/// The questions as text, without a script.
pub const PLAIN: &str = "bench/plain.html";
pub const PEER: &str = "bench/peer.html";
/// A page with our loader, and nothing of us in it yet.
pub const EMPTY: &str = "bench/empty.html";

const LOADER: &str = "<script type=\"module\" src=\"/boussole.js\"></script>";
const SNIPPET: &str = "<script type=\"module\" src=\"/boussole.js\"></script>\n\
                       <boussole-assessment lang=\"fr\"></boussole-assessment>";

/// How many sections of the article stand before what is embedded: far more than a phone shows at once.
const BEFORE: usize = 9;

/// Adds all of them to a site, compressed as a release is.
pub fn write(site: &Site, known: &Known) {
    site.amend("bench/", Amendment::Without("Content-Security-Policy"));
    let pages = [
        (ARTICLE, page("", &article(known, ""))),
        (ARTICLE_OURS, page("", &article(known, SNIPPET))),
        (ARTICLE_PEER, page(peer::HEAD, &article(known, peer::PLACE))),
        (PLAIN, page("", &plain(known))),
        (PEER, page(peer::HEAD, peer::PLACE)),
        (EMPTY, page(LOADER, "")),
    ];
    let pages = pages.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes()));
    let scripts = peer::files(known).into_iter().map(|(name, bytes)| (format!("bench/{name}"), bytes));
    let files: BTreeMap<_, _> = pages.chain(scripts).collect();
    let folder = Folder::new("compressed");
    let compressed = release::compressed(&files, &folder.0).expect("the pages can be compressed");
    for (name, bytes) in files.iter().chain(&compressed) {
        site.write_bytes(name, bytes);
    }
}

fn page(head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n<title>Article</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <link rel=\"icon\" href=\"data:,\">\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
}

/// An article of our own words, with something embedded far below its beginning, and more text after it.
fn article(known: &Known, embedded: &str) -> String {
    let mut sections: Vec<_> = known.questionnaire().items().map(section).collect();
    sections.insert(BEFORE.min(sections.len()), embedded.to_owned());
    let questionnaire = known.questionnaire();
    let (title, summary) = (escaped(&questionnaire.title), escaped(&questionnaire.summary));
    format!("<article>\n<h1>{title}</h1>\n<p>{summary}</p>\n{}</article>", sections.join("\n"))
}

fn section(item: &Item) -> String {
    let steps: String = item.steps.iter().map(|step| format!("<p>{}</p>\n", escaped(&step.text))).collect();
    let [short, help, evidence] = [&item.short, &item.help, &item.evidence].map(|text| escaped(text));
    format!("<h2>{short}</h2>\n<p>{help}</p>\n<p>{evidence}</p>\n{steps}")
}

/// The text of all questions.
fn plain(known: &Known) -> String {
    let question = |item: &Item| {
        let levels = Level::all().map(|level| format!("<li>{}</li>\n", escaped(&item.levels[level.index()])));
        let levels: String = levels.into_iter().collect();
        format!("<h2>{}</h2>\n<p>{}</p>\n<ol>\n{levels}</ol>\n", escaped(&item.prompt), escaped(&item.help))
    };
    let questions: String = known.questionnaire().items().map(question).collect();
    format!("<main id=\"plain\">\n<h1>{}</h1>\n{questions}</main>", escaped(&known.questionnaire().title))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
