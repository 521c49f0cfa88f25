//! Outcome of the last export, and the content of a file to copy: some pages allow no download, and no call tells.

use std::rc::Rc;

use yew::prelude::*;

use crate::lazy::{File, PartProps};
use crate::ui::element::Elements;
use boussole_core::texts::LazyText;

/// Outcome of the last export.
#[derive(Clone, Default, PartialEq)]
pub struct FileOutcome {
    /// Section of the screen whose control was pressed: the outcome stands there.
    pub section: &'static str,
    /// Sentence on it; empty before the first one.
    pub text: String,
    /// Content of the file that was asked for; none of a print or of a picture in pixels.
    pub content: Option<Rc<str>>,
    /// Whether the browser could be asked for it.
    pub worked: bool,
    /// Whether the browser did not allow to copy the content, which is then shown.
    pub is_shown: bool,
}

impl FileOutcome {
    /// Outcome of what has no content to copy.
    pub fn without_content(section: &'static str, worked: bool, text: String) -> Self {
        Self { section, text, worked, ..Self::default() }
    }

    /// Outcome of a download.
    pub fn of_file(section: &'static str, props: &PartProps, file: File) -> Self {
        let worked = (props.tools.download)(&file);
        let text = props.say(if worked { LazyText::ExportSaved } else { LazyText::ExportFailed });
        // The mark of the encoding is for programs that open files.
        let content = file.content.strip_prefix('\u{FEFF}').unwrap_or(&file.content);
        Self { section, text, content: Some(Rc::from(content)), worked, is_shown: false }
    }
}

/// The outcome within a section; empty where another section's control was pressed.
pub fn view(
    props: &PartProps,
    section: &'static str,
    outcome: &FileOutcome,
    change: Callback<FileOutcome>,
) -> Html {
    let none = FileOutcome::default();
    let outcome = if outcome.section == section { outcome } else { &none };
    let copy = outcome.content.clone().map(|content| {
        let (props, content) = (props.clone(), content);
        Callback::from(move |_: MouseEvent| {
            let (done, copied) = (change.clone(), content.clone());
            let texts =
                [LazyText::ExportContentCopied, LazyText::ExportContentShown].map(|text| props.say(text));
            let done = Callback::from(move |worked: bool| {
                let text = texts[usize::from(!worked)].clone();
                done.emit(FileOutcome {
                    section,
                    text,
                    content: Some(copied.clone()),
                    worked,
                    is_shown: !worked,
                });
            });
            props.view.ports.copy.emit((content.to_string(), done));
        })
    });
    html! {
        <div class={classes!("file-outcome", "on-screen", (!outcome.text.is_empty()).then_some("outcome"))}>
            <p role="status" class="said">{ outcome.text.clone() }</p>
            { for copy.map(|copy| props.button("copy-content", LazyText::ExportCopyContent, copy)) }
            if outcome.is_shown {
                <textarea rows="4" readonly=true data-field="content"
                    aria-label={props.say(LazyText::ExportContent)} value={outcome.content.as_deref().map(String::from)} />
            }
        </div>
    }
}
