//! First question in the page itself, shown with the first answer of the host, before any script.

use std::collections::BTreeMap;
use std::rc::Rc;

use anyhow::Result;
use boussole::prerender;
use boussole_authoring::{Built, Edition};
use boussole_core::pack::Pack;

use super::questionnaires;
use crate::defaults::DEFAULTS;

/// Prefix of every piece.
pub const START: &str = "<template shadowrootmode=\"open\">";

/// Piece of the default questionnaire for each locale: `first.fr`.
pub fn pieces(built: &Built) -> Result<BTreeMap<String, String>> {
    let [questionnaire, form, _] = DEFAULTS;
    let packs = built.packs.iter().filter(|pack| {
        (pack.edition, &*pack.questionnaire, &*pack.form) == (Edition::Current, questionnaire, form)
    });
    packs
        .map(|pack| {
            let piece = piece(&rendered(questionnaires::unpacked(pack)?)?);
            Ok((format!("first.{}", pack.locale), piece))
        })
        .collect()
}

fn rendered(pack: Pack) -> Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    Ok(tokio::task::LocalSet::new().block_on(&runtime, prerender::first_page(Rc::new(pack))))
}

/// Content of the element, prerendered; `www/page/prerendered.js` hands it to the program. The style comes first: a browser
/// paints what it has read so far.
fn piece(html: &str) -> String {
    format!(
        "{START}<link rel=\"stylesheet\" href=\"{{{{page.css}}}}\">\
         <div class=\"frame\"><div class=\"early\" dir=\"ltr\">{html}</div></div></template>"
    )
}
