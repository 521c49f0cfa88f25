//! What a reader and a host feel, measured in a browser beside SurveyJS and beside the same page without either.
//! `cargo xtask bench` builds a release, runs this with a number of runs and the file to tell the rows in, and lays
//! them out. In each run everything is measured once, so that all of it has the same luck with the machine.

mod bed;
mod first;
mod host;
mod memory;
mod notebook;
mod pages;
mod peer;
mod room;
mod taps;
mod team;

use std::{env, fs};

use bed::Bed;
use notebook::Notebook;

fn main() {
    let mut arguments = env::args().skip(1);
    let (Some(runs), Some(file)) = (arguments.next(), arguments.next()) else {
        panic!("run `cargo xtask bench`, which tells this how often to measure and where to write");
    };
    let runs: usize = runs.parse().expect("the first argument is a number of runs");
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be made");
    let notebook = runtime.block_on(measured(runs));
    let rows = serde_json::to_string(&notebook.rows).expect("rows can be written");
    fs::write(&file, rows).unwrap_or_else(|error| panic!("{file} can't be written: {error}"));
}

async fn measured(runs: usize) -> Notebook {
    let bed = Bed::new();
    pages::write(&bed.site, &bed.known);
    let mut notebook = Notebook::new();
    for run in 1..=runs {
        println!("run {run} of {runs}");
        host::measure(&bed, &mut notebook).await;
        first::measure(&bed, &mut notebook).await;
        taps::measure(&bed, &mut notebook).await;
        memory::measure(&bed, &mut notebook).await;
        team::measure(&bed, &mut notebook).await;
        room::measure(&bed, &mut notebook).await;
    }
    notebook
}
