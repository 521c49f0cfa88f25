//! Core of the product in Firefox and WebKit: tests of other modules, run by the same function.

mod faults;

/// Tests of other modules, each in the engines of the list.
macro_rules! in_engines {
    ($engines:tt $($folder:ident = $($module:ident)::+ { $($test:ident),+ $(,)? })+) => { $(
        mod $folder {
            use crate::$($module)::+ as tests;

            $(mod $test {
                in_each! { $engines $test }
            })+
        }
    )+ };
}

/// One test in each engine of the list.
macro_rules! in_each {
    ([$($function:ident = $engine:ident),+] $test:ident) => { $(
        #[test]
        fn $function() {
            boussole_e2e::engine::Engine::$engine.run(super::tests::$test);
        }
    )+ };
}

// WebKit can't run these: its driver neither prints nor touches, finds another element over a text field, and reports no
// place of a page until its software has drawn it; its cache has what a test hides; its policy allows an opaque origin nothing.
in_engines! {
    [in_firefox = Firefox]
    firefox_paper = paper {
        the_first_question_stands_on_the_second_page,
    }
    firefox_sandbox = host::frame::sandbox {
        an_assessment_works_in_a_sandbox_that_allows_nothing_but_scripts,
    }
    firefox_export = export {
        the_files_hold_the_plan_as_it_was_put,
        a_plan_that_is_exported_again_moves_its_events_and_cancels_those_of_dropped_steps,
    }
    firefox_failure = quality::failure {
        a_missing_file_shows_a_panel_that_keeps_the_draft_and_tries_again,
    }
    firefox_frame = host::frame::height {
        a_new_screen_is_shown_from_its_beginning,
    }
    firefox_workshop = team::workshop {
        the_workshop_by_keyboard_alone_ends_in_a_result_with_what_was_agreed_on,
    }
    firefox_faults = engines::faults {
        what_is_read_below_a_widget_stays_in_its_place,
        a_click_selects_the_whole_link,
        a_tap_answers_one_question,
    }
}

in_engines! {
    [in_firefox = Firefox, in_webkit = WebKit]
    firsts = engines::faults {
        the_program_is_fetched_once_though_its_preload_is_under_way,
        a_page_that_is_left_while_it_loads_goes_on_when_the_reader_is_back,
        a_key_that_answers_before_the_program_is_not_used_by_the_browser,
    }
    flow = assessment::flow {
        the_whole_assessment_in_french,
        going_back_shows_the_answer_and_changes_it,
        the_language_changes_in_place_and_keeps_every_answer,
        the_overview_names_every_question_and_leads_to_each,
    }
    first_question = assessment::first_question {
        the_program_takes_over_without_a_shift_or_a_place_lost,
        an_answer_before_the_program_is_shown_and_stored,
        the_last_of_two_answers_before_the_program_is_shown_and_stored,
        arrow_keys_before_the_program_choose_and_stay,
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
    invitation = links::invitation {
        an_invitation_opens_its_form_and_its_role_is_in_the_result,
    }
    event = links::event {
        a_result_link_takes_the_place_of_an_event,
    }
    plan = plan {
        owner_and_quarter_survive_a_reload_and_another_language,
    }
    export = export {
        the_table_is_read_back_to_the_same_answers_in_either_language,
        the_object_fits_its_schema_and_its_link_is_the_result,
    }
    history = history {
        links_are_found_in_a_mail_and_damaged_ones_are_named,
    }
    members = team::members {
        a_mail_with_twelve_links_adds_ten_people_and_names_the_two_that_are_bad,
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
        a_page_gives_answers_and_receives_what_the_disclosure_names,
    }
    fragments = host::article::fragments {
        a_link_leaves_the_state_of_the_pages_router_alone,
    }
    embed_page = host::embed_page {
        the_code_has_the_chosen_values_as_text,
    }
    inactivity = kiosk::inactivity {
        more_time_is_given_on_request_and_ends_with_the_visit,
    }
    frame_height = host::frame::height {
        a_frame_is_as_high_as_each_screen_in_french,
        frames_on_one_page_have_each_their_own_height,
    }
    frame_messages = host::frame::hostile_messages {
        a_stranger_in_the_frame_is_not_listened_to,
        messages_tell_nothing_of_the_answers,
    }
    offline = offline::screens {
        the_first_visit_is_enough_for_all_that_there_is,
    }
    result = links::result {
        a_full_link_shows_a_colleague_the_same_result,
        a_link_to_the_scores_alone_shows_the_same_figures_and_no_answer,
        a_shared_link_leaves_the_own_draft_untouched,
        a_link_opens_in_a_page_that_is_already_there,
    }
    journey = links::journey {
        a_link_opens_with_what_programs_put_around_and_into_it,
        a_reload_shows_the_received_result_until_the_reader_leaves_it,
    }
    team_link = team::team_link {
        a_team_of_the_full_form_opens_it_on_the_page_of_the_short_one,
        the_team_that_an_earlier_release_stored_is_not_overwritten,
    }
    versions = assessment::versions {
        a_link_of_an_earlier_version_shows_its_result_as_it_was_and_offers_its_answers,
    }
}
