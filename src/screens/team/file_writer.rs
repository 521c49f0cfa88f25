//! Files of a team, written by a part of their own.

use crate::lazy::{File, PartProps, TeamFormat};
use crate::screens::export::separator;
use boussole_core::export::team::{TeamExport, csv, json, markdown};

/// The file of a team in a format.
pub fn file(props: &PartProps, export: &TeamExport<'_>, format: TeamFormat) -> File {
    let (ending, kind, content) = match format {
        TeamFormat::Csv => {
            ("csv", "text/csv;charset=utf-8", csv::table(export, &props.texts, separator(props)))
        }
        TeamFormat::Markdown => {
            let document = markdown::document(export, props.view.today(), props.export_texts());
            ("md", "text/markdown;charset=utf-8", document)
        }
        TeamFormat::Json => ("json", "application/json", json::object(export)),
    };
    let questionnaire = export.questionnaire;
    let name = ["boussole-", questionnaire.id.as_str(), "-", questionnaire.form.as_str(), "-team.", ending];
    File { name: name.concat(), kind, content }
}
