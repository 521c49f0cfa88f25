//! Compared pages: plain HTML of a host, without a policy.

use std::collections::BTreeMap;

use boussole_core::answers::Level;
use boussole_core::questionnaire::Item;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::site::TestSite;
use boussole_e2e::temp_folder::TempFolder;
use xtask::release;
use xtask::server::Amendment;

use crate::peer;

pub const ARTICLE: &str = "bench/article.html";
pub const ARTICLE_OURS: &str = "bench/article-ours.html";
pub const ARTICLE_PEER: &str = "bench/article-peer.html";
/// Questions as text, without a script.
pub const PLAIN: &str = "bench/plain.html";
pub const PEER: &str = "bench/peer.html";
/// Page with the loader and without an element.
pub const EMPTY: &str = "bench/empty.html";

const LOADER: &str = "<script type=\"module\" src=\"/boussole.js\"></script>";
const SNIPPET: &str = "<script type=\"module\" src=\"/boussole.js\"></script>\n\
                       <boussole-assessment lang=\"fr\"></boussole-assessment>";

/// Sections of the article before the element, many more than a phone shows at once.
const BEFORE: usize = 9;

/// Writes all pages to a site, compressed like a release.
pub fn write(site: &TestSite, oracle: &Oracle) {
    site.amend("bench/", Amendment::Without("Content-Security-Policy"));
    let pages = [
        (ARTICLE, page("", &article(oracle, ""))),
        (ARTICLE_OURS, page("", &article(oracle, SNIPPET))),
        (ARTICLE_PEER, page(peer::HEAD, &article(oracle, peer::PLACE))),
        (PLAIN, page("", &plain(oracle))),
        (PEER, page(peer::HEAD, peer::PLACE)),
        (EMPTY, page(LOADER, "")),
    ];
    let pages = pages.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes()));
    let scripts = peer::files(oracle).into_iter().map(|(name, bytes)| (format!("bench/{name}"), bytes));
    let files: BTreeMap<_, _> = pages.chain(scripts).collect();
    let folder = TempFolder::new("compressed");
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

/// Article with an embedded element far below its beginning, and more text after it.
fn article(oracle: &Oracle, embedded: &str) -> String {
    let mut sections: Vec<_> = oracle.questionnaire().items().map(section).collect();
    sections.insert(BEFORE.min(sections.len()), embedded.to_owned());
    let questionnaire = oracle.questionnaire();
    let (title, summary) = (escaped(&questionnaire.title), escaped(&questionnaire.summary));
    format!("<article>\n<h1>{title}</h1>\n<p>{summary}</p>\n{}</article>", sections.join("\n"))
}

fn section(item: &Item) -> String {
    let steps: String = item.steps.iter().map(|step| format!("<p>{}</p>\n", escaped(&step.text))).collect();
    let [short, help, evidence] = [&item.short, &item.help, &item.evidence].map(|text| escaped(text));
    format!("<h2>{short}</h2>\n<p>{help}</p>\n<p>{evidence}</p>\n{steps}")
}

/// Text of all questions.
fn plain(oracle: &Oracle) -> String {
    let question = |item: &Item| {
        let levels = Level::all().map(|level| format!("<li>{}</li>\n", escaped(&item.levels[level.index()])));
        let levels: String = levels.into_iter().collect();
        format!("<h2>{}</h2>\n<p>{}</p>\n<ol>\n{levels}</ol>\n", escaped(&item.prompt), escaped(&item.help))
    };
    let questions: String = oracle.questionnaire().items().map(question).collect();
    format!("<main id=\"plain\">\n<h1>{}</h1>\n{questions}</main>", escaped(&oracle.questionnaire().title))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
