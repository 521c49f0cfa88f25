//! Layout of a poster or a slide, on the screen and in print.

use boussole_qr_code::Qr;
use yew::prelude::*;

use super::props::PosterProps;
use boussole_core::publishing::poster::PosterChoice;

/// The poster of a choice, in its own language.
pub fn sheet(props: &PosterProps, choice: &PosterChoice, code: &Qr) -> Html {
    let (offers, lang) = (&props.offers, &*choice.lang);
    let text = |key: &str| offers.text(lang, key).to_owned();
    let names = offers.names(&choice.questionnaire, lang);
    let (title, principles) =
        names.map_or_else(Default::default, |names| (&*names.title, listed(&names.principles)));
    let form = offers.form(&choice.questionnaire, &choice.form);
    let length = form.map(|form| offers.length(form, lang)).unwrap_or_default();
    let address = choice.short(offers);
    let code_name = offers.fill(lang, "code_name", &[("address", &address)]);
    html! {
        <article class={classes!("sheet", ["sheet-", choice.sheet.name()].concat())} lang={lang.to_owned()}>
            <div class="sheet-head">
                <p class="sheet-brand">{ props.emblem.clone() }{ "Boussole" }</p>
                <p class="sheet-event">{ choice.event.clone() }</p>
            </div>
            <div class="sheet-hook">
                <p class="sheet-kicker">{ [&*text("kicker"), " · ", &*length].concat() }</p>
                <p class="sheet-title">{ text("hook") }</p>
                <p class="sheet-text">
                    { offers.fill(lang, "text", &[("title", title), ("principles", &principles)]) }
                </p>
            </div>
            { picture(code, code_name) }
            <div class="sheet-how">
                <p class="sheet-point">{ text("how") }</p>
                <p class="sheet-address">{ address }</p>
                <p class="sheet-promise">{ text("promise") }</p>
            </div>
        </article>
    }
}

/// A code as a picture, dark on light in every scheme, as readers want it.
fn picture(Qr { size, path }: &Qr, name: String) -> Html {
    html! {
        <svg
            class="code"
            viewBox={format!("0 0 {size} {size}")}
            role="img"
            aria-label={name}
            shape-rendering="crispEdges"
        >
            <rect width={size.to_string()} height={size.to_string()} fill="#fff" />
            <path d={path.clone()} />
        </svg>
    }
}

/// Joins names; the first keeps its capital.
fn listed(names: &[String]) -> String {
    let Some((first, others)) = names.split_first() else { return String::new() };
    let others = others.iter().map(|name| name.to_lowercase());
    std::iter::once(first.clone()).chain(others).collect::<Vec<_>>().join(", ")
}
