//! What a preview adds to the pages that it serves, without touching their files: a script that asks for
//! news, and the answer as soon as there is some.

use boussole_authoring::Fault;
use serde::Serialize;
use tokio::sync::watch;

use crate::server::Answer;

const SCRIPT: &str = include_str!("page.js");
const WAITING: &str = include_str!("waiting.html");

/// How many faults stand above a page; all of them are in the terminal.
const SHOWN: usize = 12;

/// The news of a preview, and everyone who waits for it.
pub struct Live(watch::Sender<News>);

/// What a page is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct News {
    /// Counts every piece of news, so that none is told twice.
    number: u64,
    /// Counts the builds: a page of an older one is loaded again.
    built: u64,
    /// What stands above the page; nothing where all is well.
    title: String,
    faults: Vec<Told>,
}

/// A fault on the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Told {
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
    /// Tells every page that there is a new build.
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

    /// Tells every page what stands in the way of a build.
    pub fn faulty(&self, faults: &[Fault]) {
        let told = |fault: &Fault| Told {
            place: format!("{}:{}:{}", fault.path, fault.line, fault.column),
            what: fault.what.clone(),
            mend: fault.mend.clone(),
        };
        let shown = if faults.len() > SHOWN { format!(", the first {SHOWN} here") } else { String::new() };
        let reason = format!("{} to mend{shown}", count(faults.len()));
        self.fail(&reason, faults.iter().take(SHOWN).map(told).collect());
    }

    /// Tells every page why there is no build, where no fault of a questionnaire is the reason.
    pub fn broken(&self, error: &anyhow::Error) {
        self.fail(&format!("It could not be built: {error:#}"), Vec::new());
    }

    fn fail(&self, reason: &str, faults: Vec<Told>) {
        self.0.send_modify(|news| {
            news.number += 1;
            news.title = match news.built {
                0 => reason.to_owned(),
                _ => format!("{reason}. Below is the last good build."),
            };
            news.faults = faults;
        });
    }

    /// The answer to an address of its own. News is told at once to whoever does not know it yet, and to
    /// all others when there is some.
    pub async fn answer(&self, target: &str) -> Option<Answer> {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        match path {
            "/preview.js" => Some(Answer::new(200, "preview.js", SCRIPT.into())),
            "/preview.json" => {
                let after: Option<u64> = query.strip_prefix("after=").and_then(|number| number.parse().ok());
                let mut news = self.0.subscribe();
                let news = news.wait_for(|news| Some(news.number) != after).await.ok()?;
                let told = serde_json::to_vec(&*news).ok()?;
                Some(Answer::new(200, "preview.json", told))
            }
            _ => None,
        }
    }

    /// A page with the script added, or one that waits where there is nothing to show yet.
    pub fn amend(&self, answer: Answer) -> Answer {
        let built = self.0.borrow().built;
        let page = match answer.page() {
            _ if built == 0 => WAITING.to_owned(),
            Some(page) => page,
            None => return answer,
        };
        let script = format!("<script type=\"module\" src=\"/preview.js?built={built}\"></script></body>");
        Answer::new(200, "index.html", page.replacen("</body>", &script, 1).into_bytes())
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

    fn ask(live: &Live, target: &str) -> Option<Answer> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            tokio::time::timeout(Duration::from_millis(50), live.answer(target)).await.ok().flatten()
        })
    }

    fn news(live: &Live, target: &str) -> Option<serde_json::Value> {
        ask(live, target).map(|answer| serde_json::from_slice(answer.body()).unwrap())
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
        let told = news(&live, "/preview.json?after=0").unwrap();
        assert_eq!((&told["number"], &told["built"], &told["title"]), (&1.into(), &1.into(), &"".into()));
    }

    #[test]
    fn faults_are_told_above_the_last_good_build() {
        let live = Live::default();
        live.faulty(&[fault()]);
        assert_eq!(news(&live, "/preview.json?after=0").unwrap()["title"], "1 fault to mend");
        live.built();
        live.faulty(&[fault(), fault()]);
        let told = news(&live, "/preview.json?after=-1").unwrap();
        assert_eq!(told["title"], "2 faults to mend. Below is the last good build.");
        assert_eq!(told["faults"][0]["place"], "questionnaires/small/fr.toml:1:9");
        assert_eq!(told["built"], 1);
    }

    #[test]
    fn only_pages_are_amended() {
        let live = Live::default();
        live.built();
        let page = live.amend(Answer::new(200, "index.html", b"<body>x</body>".to_vec()));
        let text = String::from_utf8(page.body().to_vec()).unwrap();
        assert_eq!(text, "<body>x<script type=\"module\" src=\"/preview.js?built=1\"></script></body>");
        let script = Answer::new(200, "a.js", b"</body>".to_vec());
        assert_eq!(live.amend(script.clone()), script);
        assert_eq!(ask(&live, "/index.html"), None);
    }

    #[test]
    fn before_the_first_build_the_page_waits() {
        let page = Live::default().amend(Answer::new(404, "404.txt", Vec::new()));
        assert!(String::from_utf8_lossy(page.body()).contains("There is nothing to show yet"));
    }
}
