//! A questionnaire of a host's own: read and checked in the browser, by the code that checks those of the project.
//!
//! It is a module of WebAssembly by itself, which `www/host/host-questionnaire.js` loads for a page that names such a questionnaire, and
//! no part of the widget.

#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code, reason = "names of exported functions")]
mod exports;

use std::collections::BTreeMap;

use boussole_authoring::{Fault, Language, PackFile, SourceFile, build_own, sum};
use boussole_core::export::json;

/// Sources of a host's page, and of the widget with it.
#[derive(Default)]
pub struct Given {
    /// The address of the folder as its publisher writes it, with a slash at its end.
    pub address: String,
    /// The files of the folder, its structure among them: the name of each, and its text.
    pub files: Vec<(String, String)>,
    /// The languages of the widget.
    pub languages: BTreeMap<String, Language>,
}

/// The questionnaire as the widget takes it, or all that is wrong with it: a JSON object, either with `packs`, each by its
/// form and locale; or with `faults`, each as the check tells it, and with their `sum`.
pub fn read(given: Given) -> String {
    let folder = ["questionnaires", name_of(&given.address), ""].join("/");
    let source = |(name, text): (String, String)| SourceFile { path: [&*folder, &name].concat(), text };
    let sources: Vec<SourceFile> = given.files.into_iter().map(source).collect();
    match build_own(&sources, &given.languages) {
        Ok(packs) => json::object_of(|json| {
            json.key("packs");
            by_form(json, &packs);
        }),
        Err(mut faults) => {
            // Its publisher knows a file by its address.
            for fault in &mut faults {
                fault.path = fault.path.replacen(&folder, &given.address, 1);
            }
            let told: Vec<String> = faults.iter().map(Fault::to_string).collect();
            json::object_of(|json| {
                json.key("faults").texts(&told);
                json.key("sum").text(&sum(&faults));
            })
        }
    }
}

/// The name of the folder at an address, by which the questionnaire is known.
fn name_of(address: &str) -> &str {
    address.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}

fn by_form(json: &mut json::Json, packs: &[PackFile]) {
    let mut forms: BTreeMap<&str, Vec<&PackFile>> = BTreeMap::new();
    for pack in packs {
        forms.entry(&pack.form).or_default().push(pack);
    }
    json.open('{');
    for (form, packs) in forms {
        json.key(form).open('{');
        for pack in packs {
            json.key(&pack.locale).raw(&json::wires(&pack.wires));
        }
        json.close('}');
    }
    json.close('}');
}
