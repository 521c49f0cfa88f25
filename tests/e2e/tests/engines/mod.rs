//! Core of the product in Firefox and WebKit: tests of other modules, run by the same function.

use boussole_e2e::engine::Engine;

macro_rules! in_engines {
    ($($folder:ident = $($module:ident)::+ { $($test:ident),+ $(,)? })+) => { $(
        mod $folder {
            use crate::$($module)::+ as tests;

            $(mod $test {
                use super::super::Engine;

                #[test]
                fn in_firefox() {
                    Engine::Firefox.run(super::tests::$test);
                }

                #[test]
                fn in_webkit() {
                    Engine::WebKit.run(super::tests::$test);
                }
            })+
        }
    )+ };
}

in_engines! {
    flow = assessment::flow {
        the_whole_assessment_in_french,
        going_back_shows_the_answer_and_changes_it,
        the_language_changes_in_place_and_keeps_every_answer,
        the_overview_names_every_question_and_leads_to_each,
    }
    first_question = assessment::first_question {
        a_digit_and_a_button_before_the_program_are_not_lost,
        an_answer_outlives_a_program_that_does_not_come_at_first,
    }
    draft = assessment::draft {
        a_reload_in_the_middle_resumes_and_says_so,
        erasing_empties_the_storage_and_can_be_undone,
    }
    expectation = assessment::expectation {
        the_expected_level_is_asked_once_and_stored,
    }
    content = report::content {
        the_figures_are_those_of_the_core,
        every_chart_has_its_sentences_and_its_table,
    }
    event = links::event {
        a_result_link_takes_the_place_of_an_event,
    }
    export = export {
        the_table_is_read_back_to_the_same_answers_in_either_language,
        the_object_fits_its_schema_and_its_link_is_the_result,
    }
    collect = room::collect {
        the_keyboard_alone_does,
        the_list_survives_a_reload_and_is_erased_with_one_control_that_can_be_undone,
    }
    failure = quality::failure {
        a_program_that_breaks_shows_a_panel_and_loses_no_answer,
    }
    element = host::element {
        the_element_works_in_an_article_in_either_language,
        an_element_that_is_moved_keeps_its_answers_where_storage_is_blocked,
        an_element_that_comes_later_starts_as_well,
    }
    api = host::api {
        a_page_receives_progress_and_never_answers,
    }
    embed_page = host::embed_page {
        the_code_has_the_chosen_values_as_text,
    }
}
