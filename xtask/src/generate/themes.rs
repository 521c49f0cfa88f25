//! `docs/themes.md`: the themes of each questionnaire, and the items that cover them.

use anyhow::Result;
use boussole_authoring::{Edition, Instrument, ItemSource, QuestionnaireTexts, SourceFile, Structure};
use boussole_core::questionnaire::{DimensionId, Word};

use crate::questionnaire::print::labels::WidgetTexts;

const HEADER: &str = "\
# Themes

What each questionnaire sets out to cover, and which of its items cover it. An item stands under every theme that
it covers. Written by `cargo xtask generate` from `questionnaires/`, never by hand: the tests fail where it is
out of date.
";

/// The language of the docs.
const LOCALE: &str = "en";

/// The page, of all current questionnaires.
pub fn page(instruments: &[Instrument], interface: &[SourceFile]) -> Result<String> {
    let widget = WidgetTexts::read(interface, LOCALE)?;
    let mut page = HEADER.to_owned();
    for Instrument { structure, texts: words, .. } in
        instruments.iter().filter(|one| one.edition == Edition::Current)
    {
        // A questionnaire without English texts is listed by its ids.
        let words = words.iter().find(|words| words.locale == LOCALE);
        page += &section(structure, words, &widget);
    }
    Ok(page)
}

fn section(structure: &Structure, words: Option<&QuestionnaireTexts>, widget: &WidgetTexts) -> String {
    let title = words.map_or(structure.id.as_str(), |words| &words.title);
    let forms = structure.forms.iter().map(|form| format!("{} in `{}`", form.items.len(), form.id));
    let mut text = format!(
        "\n## {title} (`{}`, version {})\n\n{} items: {}.\n",
        structure.id,
        structure.version,
        structure.items.len(),
        forms.collect::<Vec<_>>().join(", "),
    );
    if !structure.themes.is_empty() {
        text += "\n| theme | item | principle | best placed to answer | layer | forms |\n|---|---|---|---|---|---|\n";
    }
    // Order of the author, by ideas and not by letters.
    let mut themes: Vec<_> = structure.themes.iter().collect();
    themes.sort_by_key(|theme| theme.id.span.start);
    for theme in themes {
        let covers = |item: &&ItemSource| item.themes.contains(&theme.id.value);
        for (index, item) in structure.items.iter().filter(covers).enumerate() {
            let name = if index == 0 { theme.name.as_str() } else { "" };
            text += &row(name, item, structure, words, widget);
        }
    }
    text
}

fn row(
    theme: &str,
    item: &ItemSource,
    structure: &Structure,
    words: Option<&QuestionnaireTexts>,
    widget: &WidgetTexts,
) -> String {
    let id = item.id.as_str();
    let short = words.and_then(|words| words.items.get(id)).map_or("", |words| &words.short);
    let principle = item.dimension.as_ref().map(DimensionId::principle).map_or("", Word::word);
    let respondent = widget.get("role", item.respondent.word());
    let layer = item.layer.map(|layer| widget.get("layer", layer.word())).unwrap_or_default();
    let forms = structure.forms.iter().filter(|form| form.items.iter().any(|listed| listed == id));
    let forms: Vec<&str> = forms.map(|form| form.id.as_str()).collect();
    format!("| {theme} | {short} (`{id}`) | {principle} | {respondent} | {layer} | {} |\n", forms.join(", "))
}

#[cfg(test)]
mod tests {
    use boussole_authoring;

    use super::*;
    use crate::questionnaire::folder;
    use crate::questionnaire::scratch::Scratch;

    #[test]
    fn each_theme_is_there_with_the_items_that_cover_it() {
        let scratch = Scratch::new("themes");
        scratch.edit("questionnaire.toml", "[forms.express]", "[themes]\nexit = \"Exit\"\n[forms.express]");
        let respondent = "respondent = \"legal\"";
        scratch.edit("questionnaire.toml", respondent, &format!("{respondent}\nthemes = [\"exit\"]"));
        scratch.freeze();
        let instruments =
            boussole_authoring::instruments(&folder::sources(&scratch.project).unwrap()).unwrap();
        let page = page(&instruments, &folder::interface(&scratch.project).unwrap()).unwrap();
        assert_eq!(page.matches("\n## ").count(), 1, "what was released is not listed");
        let row = "| Exit | Exit (`exit`) | master | legal |  | express |\n";
        assert!(page.ends_with(row), "{page}");
    }
}
