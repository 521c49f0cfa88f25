//! The laws of the core: score, report, result link, authoring. No browser; see `tests/e2e` for that.

mod arbitrary;
mod foreign;
mod made;
mod markdown;
mod sources;

mod answers;
mod authoring;
mod boundary;
mod carry;
mod corpus;
mod damage;
mod difference;
mod document;
mod export;
mod export_calendar;
mod export_card;
mod export_csv;
mod export_json;
mod export_markdown;
#[cfg(feature = "app")]
mod export_qr;
mod export_rose;
mod export_team;
mod export_team_markdown;
mod gather;
mod head;
mod history;
mod link;
mod means;
mod own;
mod pack;
mod plan;
mod project;
mod quarter;
mod questionnaire;
mod reach;
mod report;
mod schema;
mod score;
mod standing;
mod target;
mod team;
mod team_link;
mod vectors;
mod wording;
