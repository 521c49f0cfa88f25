//! Benchmark in a browser: Boussole beside SurveyJS, and beside the same page without either.
//! `cargo xtask bench` builds a release and calls this program with the number of runs and the output file.
//! Each run measures every row once, so that all rows meet the same load of the machine.

mod article;
mod bench_bed;
mod first_question;
mod measurements;
mod memory;
mod pages;
mod peer;
mod room;
mod taps;
mod team;

use std::{env, fs};

use bench_bed::BenchBed;
use measurements::Measurements;

fn main() {
    let mut arguments = env::args().skip(1);
    let (Some(runs), Some(file)) = (arguments.next(), arguments.next()) else {
        panic!("run `cargo xtask bench`, which passes the number of runs and the output file");
    };
    let runs: usize = runs.parse().expect("the first argument is a number of runs");
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be made");
    let measurements = runtime.block_on(measured(runs));
    let rows = serde_json::to_string(&measurements.rows).expect("rows can be written");
    fs::write(&file, rows).unwrap_or_else(|error| panic!("{file} can't be written: {error}"));
}

async fn measured(runs: usize) -> Measurements {
    let bed = BenchBed::new();
    pages::write(&bed.site, &bed.oracle);
    let mut measurements = Measurements::new();
    for run in 1..=runs {
        println!("run {run} of {runs}");
        article::measure(&bed, &mut measurements).await;
        first_question::measure(&bed, &mut measurements).await;
        taps::measure(&bed, &mut measurements).await;
        memory::measure(&bed, &mut measurements).await;
        team::measure(&bed, &mut measurements).await;
        room::measure(&bed, &mut measurements).await;
    }
    measurements
}
