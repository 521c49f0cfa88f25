//! The report of answers, computed when a screen first reads it.

use std::cell::OnceCell;
use std::rc::Rc;

use boussole_core::answers::Answers;
use boussole_core::pack::Pack;
use boussole_core::report::Report;

/// Place of a report. Only the screens behind the questions read one, and only their part of the program computes it.
#[derive(Clone, Debug, Default)]
pub struct ComputedReport(Rc<OnceCell<Option<Rc<Report>>>>);

impl ComputedReport {
    /// The report of these answers, computed once; none until all are given.
    pub(super) fn read(&self, pack: &Pack, answers: &Answers) -> Option<Rc<Report>> {
        let compute = || Some(Rc::new(Report::new(&pack.questionnaire, &answers.complete()?)));
        self.0.get_or_init(compute).clone()
    }
}

/// A report follows from the pack and the answers beside it, which are compared.
impl PartialEq for ComputedReport {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
