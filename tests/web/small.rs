//! Questionnaire of three items; each text is its own key.

use std::rc::Rc;

use boussole_core::pack::Pack;
use boussole_core::questionnaire::{
    Dimension, Effort, Item, Maturity, Principle, PrincipleId, Questionnaire, RawQuestionnaire, Role, Step,
    Weight, Word,
};
use boussole_core::texts::{Name, Text, Texts};

pub fn pack(locale: &str) -> Rc<Pack> {
    let one = Weight::try_from(1).expect("a weight");
    let maturity = |name: &str| Maturity { name: name.to_owned(), meaning: String::new() };
    let raw = RawQuestionnaire {
        id: "small".to_owned().try_into().expect("an id"),
        version: 1,
        form: "express".to_owned().try_into().expect("an id"),
        locale: locale.to_owned(),
        minutes: 1,
        thresholds: [20, 40, 60, 80],
        title: "title".to_owned(),
        summary: "summary".to_owned(),
        notice: "notice".to_owned(),
        principles: PrincipleId::ALL.map(|id| principle(id, one)).into(),
        maturity: ["a", "b", "c", "d", "e"].map(maturity),
        profiles: vec![],
        has_ladders: false,
    };
    let text = |(name, key): &(Text, &str)| match name {
        Text::ItemPosition => "{position}/{total}".to_owned(),
        _ => (*key).to_owned(),
    };
    Rc::new(Pack {
        questionnaire: Questionnaire::try_from(raw).expect("a valid questionnaire").into(),
        texts: Texts::new(Text::ALL.iter().map(text).collect()).expect("every text"),
        locales: vec![],
        longer: vec![],
    })
}

fn principle(id: PrincipleId, weight: Weight) -> Principle {
    let dimension = Dimension {
        id: format!("{}/only", id.word()).try_into().expect("an id"),
        weight,
        name: id.word().to_owned(),
        items: vec![item(id, weight)],
    };
    Principle {
        id,
        weight,
        name: id.word().to_owned(),
        title: String::new(),
        interpretations: Default::default(),
        dimensions: vec![dimension],
    }
}

fn item(id: PrincipleId, weight: Weight) -> Item {
    let step = |text: &str| Step { text: text.to_owned(), owner: Role::It, effort: Effort::Meeting };
    Item {
        id: id.word().to_owned().try_into().expect("an id"),
        weight,
        not_applicable: false,
        descending: false,
        respondent: Role::Legal,
        since: 1,
        layer: None,
        short: id.word().to_owned(),
        prompt: format!("{id}?"),
        help: "help".to_owned(),
        evidence: "evidence".to_owned(),
        references: vec![],
        definitions: vec![],
        levels: ["0", "1", "2", "3", "4"].map(str::to_owned),
        steps: ["01", "12", "23", "34"].map(step).into(),
    }
}
