//! A questionnaire of any size, in French and English, without a fault.

use std::fmt::Write;

use boussole_authoring::SourceFile;

const DIMENSIONS: usize = 15;
const THEMES: usize = 16;
const PROFILES: usize = 20;
const PRINCIPLES: [&str; 3] = ["choose", "master", "build"];

/// The sources of a questionnaire of so many items, in forms of so many at most.
pub fn sources(items: usize, in_form: usize) -> Vec<SourceFile> {
    let source = |name: &str, text: String| SourceFile { path: format!("questionnaires/made/{name}"), text };
    vec![
        source("questionnaire.toml", structure(items, in_form)),
        source("fr.toml", texts(&FRENCH, items)),
        source("en.toml", texts(&ENGLISH, items)),
    ]
}

/// Neighbours belong to different dimensions, so that each form asks of all of them.
fn dimension(number: usize) -> String {
    let number = number % DIMENSIONS;
    format!("{}/dimension-{number}", PRINCIPLES[number % PRINCIPLES.len()])
}

/// Two items of a dimension in a form weigh differently.
fn weight(item: usize) -> usize {
    1 + item / DIMENSIONS % 3
}

fn structure(items: usize, in_form: usize) -> String {
    let mut text = "version = 1\ndate = \"2026-11-24\"\nthresholds = [20, 40, 60, 80]\n".to_owned();
    let forms = items.div_ceil(in_form);
    for form in 0..forms {
        let asked = form * items / forms..(form + 1) * items / forms;
        let ids: Vec<String> = asked.map(|item| format!("\"item-{item}\"")).collect();
        let minutes = minutes(ids.len());
        let _ = writeln!(text, "[forms.form-{form}]\nminutes = {minutes}\nitems = [{}]", ids.join(", "));
    }
    text += "[themes]\n";
    for theme in 0..THEMES {
        let _ = writeln!(text, "theme-{theme} = \"Theme {theme}\"");
    }
    text += "[[references]]\nid = \"act\"\ndate = \"2025-09-12\"\nurl = \"https://law.example/act\"\n";
    for profile in 0..PROFILES {
        let (strong, weak) = (dimension(profile), profile + DIMENSIONS);
        let _ = writeln!(
            text,
            "[[profiles]]\nid = \"profile-{profile}\"\nwhen = [{{ of = \"{strong}\", at_least = 55 }}, \
             {{ of = \"item-{weak}\", at_most = 25 }}, {{ of = \"master\", at_least = 35 }}]"
        );
    }
    for principle in PRINCIPLES {
        let _ = writeln!(text, "[[principles]]\nid = \"{principle}\"\nweight = 1");
    }
    for number in 0..DIMENSIONS {
        let weight = 1 + number / PRINCIPLES.len() % 2;
        let _ = writeln!(text, "[[dimensions]]\nid = \"{}\"\nweight = {weight}", dimension(number));
    }
    for item in 0..items {
        let step = "    { owner = \"it\", effort = \"weeks\" },\n".repeat(4);
        let _ = writeln!(
            text,
            "[[items]]\nid = \"item-{item}\"\ndimension = \"{}\"\nweight = {}\nnot_applicable = {}\n\
             respondent = \"it\"\nlayer = \"cloud\"\nthemes = [\"theme-{}\"]\nreferences = [\"act\"]\nsteps = [\n{step}]",
            dimension(item),
            weight(item),
            item % 7 == 0,
            item % THEMES,
        );
    }
    text
}

/// What a questionnaire says in one language; `#` stands for a number.
struct Language {
    locale: &'static str,
    sentence: &'static str,
    prompt: &'static str,
    cite: &'static str,
    levels: [&'static str; 5],
    steps: [&'static str; 4],
}

const FRENCH: Language = Language {
    locale: "fr",
    sentence: "Une phrase sur le sujet #, qui dit ce que l’on observe chez vous.",
    prompt: "Que pourriez-vous montrer demain du sujet #\u{202F}?",
    cite: "Acte de 2025, art. 3",
    levels: [
        "Rien\u{202F}: nous le découvrons quand cela s’arrête.",
        "Les notes de quelques personnes.",
        "Une liste écrite des contrats les plus récents, sans responsable.",
        "Un plan complet, tenu par un responsable et revu chaque année.",
        "Ce même plan, essayé ces douze derniers mois puis corrigé d’après ce que l’essai a appris.",
    ],
    steps: [
        "Réunir une heure l’informatique et deux métiers.",
        "Écrire la liste des contrats récents.",
        "Nommer un responsable et fixer la revue annuelle.",
        "Essayer le plan sur un cas réel et le corriger.",
    ],
};

const ENGLISH: Language = Language {
    locale: "en",
    sentence: "One sentence about subject #, which says what can be seen.",
    prompt: "What could you show tomorrow about subject #?",
    cite: "Act of 2025, Art. 3",
    levels: [
        "Nothing: we find out when it stops.",
        "The notes of a few people.",
        "A written list of the latest contracts, with nobody in charge.",
        "A complete plan, kept by someone in charge and reviewed each year.",
        "The plan, tried out in the past year, then corrected by what the trial taught.",
    ],
    steps: [
        "Bring IT and two business lines together for an hour.",
        "Write the list of recent contracts.",
        "Put someone in charge and set the yearly review.",
        "Try the plan on a real case and correct it.",
    ],
};

/// What a form of so many items takes: the words of the longer language at 230 a minute, 5 seconds an item.
fn minutes(items: usize) -> usize {
    let words = |language: &Language| -> usize {
        let texts = [language.prompt, language.sentence].into_iter().chain(language.levels);
        let word = |word: &&str| word.contains(|c: char| c.is_alphanumeric() || c == '#');
        texts.map(|text| text.split_whitespace().filter(word).count()).sum()
    };
    let words = words(&FRENCH).max(words(&ENGLISH));
    (items * (words * 60 + 5 * 230)).div_ceil(60 * 230)
}

fn texts(language: &Language, items: usize) -> String {
    let numbered = |text: &str, number: usize| text.replace('#', &number.to_string());
    let list = |texts: &[&str]| texts.iter().map(|text| format!("    \"{text}\",\n")).collect::<String>();
    let sentence = |number: usize| numbered(language.sentence, number);
    let mut text = format!(
        "title = \"Made ({})\"\nsummary = \"{}\"\nnotice = \"{}\"\n",
        language.locale,
        sentence(1),
        sentence(2)
    );
    for (number, principle) in PRINCIPLES.iter().enumerate() {
        let interpretations: Vec<String> = (0..5).map(|level| sentence(10 * number + level)).collect();
        let interpretations = list(&interpretations.iter().map(String::as_str).collect::<Vec<_>>());
        let _ = writeln!(
            text,
            "[principles.{principle}]\nname = \"{principle}\"\ntitle = \"{}\"\ninterpretations = [\n{interpretations}]",
            sentence(number)
        );
    }
    for number in 0..DIMENSIONS {
        let _ = writeln!(text, "[dimensions.\"{}\"]\nname = \"Dimension {number}\"", dimension(number));
    }
    for level in 0..5 {
        let _ = writeln!(text, "[[maturity]]\nname = \"Level {level}\"\nmeaning = \"{}\"", sentence(level));
    }
    let _ = writeln!(text, "[references.act]\ncite = \"{}\"", language.cite);
    for profile in 0..PROFILES {
        let _ = writeln!(text, "[profiles.profile-{profile}]\ntext = \"{}\"", sentence(profile));
    }
    for item in 0..items {
        let _ = writeln!(
            text,
            "[items.item-{item}]\nshort = \"Item {item}\"\nprompt = \"{}\"\nhelp = \"{}\"\nevidence = \"Plan {item}\"\n\
             levels = [\n{}]\nsteps = [\n{}]",
            numbered(language.prompt, item),
            sentence(item),
            list(&language.levels),
            list(&language.steps),
        );
    }
    text
}
