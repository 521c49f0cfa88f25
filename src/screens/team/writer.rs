//! The files of a team: a part of the program by itself, loaded when the first of them is asked for.

use crate::lazy::{PartProps, TeamFile};
use crate::screens::export;
use boussole_core::export::team::{TeamExport, csv, json, markdown};

/// The content of a file.
pub fn write(file: TeamFile, team: &TeamExport<'_>, props: &PartProps) -> String {
    match file {
        TeamFile::Csv => csv::table(team, &props.texts, export::separator(props)),
        TeamFile::Markdown => markdown::document(team, props.view.today, props.export_texts()),
        TeamFile::Json => json::object(team),
    }
}
