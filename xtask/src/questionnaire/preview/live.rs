//! Additions of a preview to the served pages: a script that asks for news, and the answers. The files stay untouched.

use axum::body::to_bytes;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use boussole_authoring::Fault;
use serde::Serialize;
use tokio::sync::watch;

use crate::answer::file;
use crate::questionnaire::faults;

const SCRIPT: &str = include_str!("page.js");
const WAITING: &str = include_str!("waiting.html");

/// Most faults above a page; the terminal has all of them.
const SHOWN: usize = 12;

/// News of a preview, with the requests that wait for them.
pub struct Live(watch::Sender<News>);

/// News for a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct News {
    /// Number of the news, so that none is sent twice.
    number: u64,
    /// Number of the build: a page of an older one is loaded again.
    built: u64,
    /// Title above the page; empty without a fault.
    title: String,
    faults: Vec<PageFault>,
}

/// A fault on the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct PageFault {
    place: String,
    what: String,
    mend: String,
}

/// Before the first build.
impl Default for Live {
    fn default() -> Self {
        let news = News { number: 0, built: 0, title: "Building…".to_owned(), faults: Vec::new() };
        Self(watch::Sender::new(news))
    }
}

impl Live {
    /// Sends every page the number of a new build.
    pub fn built(&self) {
        self.0.send_modify(|news| {
            *news = News {
                number: news.number + 1,
                built: news.built + 1,
                title: String::new(),
                faults: Vec::new(),
            };
        });
    }

    /// Sends every page the faults that prevent a build.
    pub fn faulty(&self, faults: &[Fault]) {
        let on_page = |group: &Vec<&Fault>| PageFault {
            place: format!("{}:{}:{}", group[0].path, group[0].line, group[0].column),
            what: faults::what(group),
            mend: group[0].mend.clone(),
        };
        let groups = faults::grouped(faults);
        let shown = if groups.len() > SHOWN { format!(", the first {SHOWN} here") } else { String::new() };
        let reason = format!("{} to mend{shown}", count(faults.len()));
        self.fail(&reason, groups.iter().take(SHOWN).map(on_page).collect());
    }

    /// Sends every page the reason of a failed build other than faults of a questionnaire.
    pub fn broken(&self, error: &anyhow::Error) {
        self.fail(&format!("It could not be built: {error:#}"), Vec::new());
    }

    fn fail(&self, reason: &str, faults: Vec<PageFault>) {
        self.0.send_modify(|news| {
            news.number += 1;
            news.title = match news.built {
                0 => reason.to_owned(),
                _ => format!("{reason}. Below is the last good build."),
            };
            news.faults = faults;
        });
    }

    /// Answer to an address of the preview, or the amended answer of the folder.
    pub async fn respond(&self, target: &str, answer: impl Future<Output = Response>) -> Response {
        match self.answer(target).await {
            Some(answer) => answer,
            None => self.amend(answer.await).await,
        }
    }

    /// Answer with the news after a number: at once if there are some, otherwise as soon as there are.
    async fn answer(&self, target: &str) -> Option<Response> {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        match path {
            "/preview.js" => Some(file(StatusCode::OK, "preview.js", SCRIPT)),
            "/preview.json" => {
                let after: Option<u64> = query.strip_prefix("after=").and_then(|number| number.parse().ok());
                let mut news = self.0.subscribe();
                let news = news.wait_for(|news| Some(news.number) != after).await.ok()?;
                Some(file(StatusCode::OK, "preview.json", serde_json::to_vec(&*news).ok()?))
            }
            _ => None,
        }
    }

    /// Page with the script added; before the first build, a page that waits.
    async fn amend(&self, answer: Response) -> Response {
        let built = self.0.borrow().built;
        let media = answer.headers().get(CONTENT_TYPE);
        let is_page = media.is_some_and(|media| media.as_bytes().starts_with(b"text/html"));
        if built > 0 && !is_page {
            return answer;
        }
        let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap_or_default();
        let page = if built > 0 { String::from_utf8_lossy(&bytes) } else { WAITING.into() };
        let script = format!("<script type=\"module\" src=\"/preview.js?built={built}\"></script></body>");
        file(StatusCode::OK, "index.html", page.replacen("</body>", &script, 1))
    }
}

fn count(faults: usize) -> String {
    if faults == 1 { "1 fault".to_owned() } else { format!("{faults} faults") }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use boussole_authoring::{Rule, SourceFile};

    use super::*;

    /// Text sent within a moment for an address with this answer of the folder.
    fn sent(live: &Live, target: &str, answer: Response) -> Option<String> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let answer = live.respond(target, std::future::ready(answer));
            let answer = tokio::time::timeout(Duration::from_millis(50), answer).await.ok()?;
            let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            Some(String::from_utf8(bytes.to_vec()).unwrap())
        })
    }

    fn news(live: &Live, target: &str) -> Option<serde_json::Value> {
        sent(live, target, Response::default()).map(|text| serde_json::from_str(&text).unwrap())
    }

    fn fault() -> Fault {
        let path = "questionnaires/small/fr.toml".to_owned();
        let source = SourceFile { path, text: "title = \"\"\n".to_owned() };
        Fault::at(Rule::Empty, &source, 8..10, "the text is empty", "write it")
    }

    #[test]
    fn whoever_knows_the_news_waits_for_the_next() {
        let live = Live::default();
        assert_eq!(news(&live, "/preview.json?after=-1").unwrap()["title"], "Building…");
        assert_eq!(news(&live, "/preview.json?after=0"), None);
        live.built();
        let answer = news(&live, "/preview.json?after=0").unwrap();
        assert_eq!(
            (&answer["number"], &answer["built"], &answer["title"]),
            (&1.into(), &1.into(), &"".into())
        );
    }

    #[test]
    fn faults_stand_above_the_last_good_build() {
        let live = Live::default();
        live.faulty(&[fault()]);
        assert_eq!(news(&live, "/preview.json?after=0").unwrap()["title"], "1 fault to mend");
        live.built();
        live.faulty(&[fault(), fault()]);
        let answer = news(&live, "/preview.json?after=-1").unwrap();
        assert_eq!(answer["title"], "2 faults to mend. Below is the last good build.");
        assert_eq!(answer["faults"][0]["place"], "questionnaires/small/fr.toml:1:9");
        assert_eq!(answer["built"], 1);
    }

    #[test]
    fn only_pages_are_amended() {
        let live = Live::default();
        live.built();
        let page = file(StatusCode::OK, "index.html", "<body>x</body>");
        let amended = "<body>x<script type=\"module\" src=\"/preview.js?built=1\"></script></body>";
        assert_eq!(sent(&live, "/index.html", page).as_deref(), Some(amended));
        let script = file(StatusCode::OK, "a.js", "</body>");
        assert_eq!(sent(&live, "/a.js", script).as_deref(), Some("</body>"));
    }

    #[test]
    fn before_the_first_build_the_page_waits() {
        let nothing = file(StatusCode::NOT_FOUND, "404.txt", "");
        let page = sent(&Live::default(), "/", nothing).unwrap();
        assert!(page.contains("There is nothing to show yet"), "{page}");
    }
}
