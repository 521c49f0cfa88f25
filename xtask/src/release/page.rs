//! Pages: HTML with `{{name}}` for the name of a file in the release.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};

/// Page with its shared pieces in place of their names: `{{> icon}}`.
pub fn with_pieces(template: &str, pieces: &BTreeMap<String, String>) -> String {
    pieces.iter().fold(template.to_owned(), |page, (name, piece)| {
        page.replace(&format!("{{{{> {name}}}}}"), piece.trim_end())
    })
}

/// Fills the placeholders of a page; an unknown one is an error with its line. `up` leads from the page to the folder of
/// the release: `../` for each folder of the page.
pub fn fill(template: &str, names: &BTreeMap<String, String>, up: &str) -> Result<String> {
    let mut page = String::with_capacity(template.len());
    for (number, line) in (1..).zip(template.split_inclusive('\n')) {
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("{{") {
            let (key, after) =
                after.split_once("}}").with_context(|| format!("line {number}: `{{{{` without `}}}}`"))?;
            let Some(name) = names.get(key.trim()) else {
                let known = names.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
                bail!("line {number}: `{{{{{key}}}}}` stands for nothing; there are: {known}");
            };
            page.push_str(before);
            page.push_str(up);
            page.push_str(name);
            rest = after;
        }
        page.push_str(rest);
    }
    Ok(page)
}

/// Whether a page makes the browser load a file: an attribute has its name as its value.
pub fn loads(page: &str, file: &str) -> bool {
    ["", "./", "/"].iter().any(|folder| page.contains(&format!("=\"{folder}{file}\"")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> BTreeMap<String, String> {
        [("page.js", "page-1.js"), ("wasm", "boussole-2.wasm")]
            .map(|(key, name)| (key.to_owned(), name.to_owned()))
            .into()
    }

    #[test]
    fn placeholders_are_filled_as_often_as_they_stand() {
        let template = "<a href=\"{{page.js}}\">\n<b src=\"{{page.js}}\" c=\"{{ wasm }}\">{ {\n";
        let page = "<a href=\"page-1.js\">\n<b src=\"page-1.js\" c=\"boussole-2.wasm\">{ {\n";
        assert_eq!(fill(template, &names(), "").unwrap(), page);
        let deeper = "<a href=\"../page-1.js\">";
        assert_eq!(fill("<a href=\"{{page.js}}\">", &names(), "../").unwrap(), deeper);
    }

    #[test]
    fn a_piece_stands_where_it_is_named_and_another_is_told() {
        let pieces = [("icon".to_owned(), "<link>\n".to_owned())].into();
        assert_eq!(with_pieces("<head>\n  {{> icon}}\n", &pieces), "<head>\n  <link>\n");
        let error = fill(&with_pieces("{{> icno}}\n", &pieces), &names(), "").unwrap_err().to_string();
        assert!(error.starts_with("line 1: `{{> icno}}` stands for nothing"), "{error}");
    }

    #[test]
    fn a_placeholder_that_stands_for_nothing_is_told_with_its_line() {
        let error = fill("one\n{{page.jss}}\n", &names(), "").unwrap_err().to_string();
        assert_eq!(error, "line 2: `{{page.jss}}` stands for nothing; there are: page.js, wasm");
        assert_eq!(fill("{{page.js", &names(), "").unwrap_err().to_string(), "line 1: `{{` without `}}`");
    }

    #[test]
    fn only_an_attribute_loads_a_file() {
        assert!(loads("<script src=\"./boussole.js\">", "boussole.js"));
        assert!(!loads("<p>Put boussole.js into your page.", "boussole.js"));
    }
}
