//! The rest of a pack: what the screens behind the questions show. One wire serves every form in a locale: items and forms
//! stand in it by their ids.

use super::model::{Pack, Wire, WireError};
use super::reader::{RawPack, WireReader};
use crate::questionnaire::{Bound, Condition, Item, PrincipleId, Profile, ProfileScope, Step, Word};
use crate::texts::{Name, Text};

/// The rest of whole packs as it travels: forms of one questionnaire in one locale.
pub fn rest_wire(forms: &[Pack]) -> Wire {
    let mut wire = Wire::default();
    if let Some(first) = forms.first() {
        wire.texts(first.texts.all().iter().skip(Text::OF_QUESTIONS));
        first.questionnaire.principles.iter().for_each(|principle| wire.texts(&principle.interpretations));
    }
    let items = items_of(forms);
    wire.count(items.len());
    items.into_iter().for_each(|item| wire.rest_of_item(item));
    wire.count(forms.len());
    for pack in forms {
        wire.1.push(pack.questionnaire.form.to_string());
        wire.count(pack.questionnaire.profiles.len());
        pack.questionnaire.profiles.iter().for_each(|profile| wire.profile(profile));
    }
    wire
}

/// Items of all forms, each once. The items of each form are in its order.
fn items_of(forms: &[Pack]) -> Vec<&Item> {
    let mut items: Vec<&Item> = Vec::new();
    for form in forms {
        let mut place = 0;
        for item in form.questionnaire.items() {
            match items.iter().position(|other| other.id == item.id) {
                Some(at) => place = at + 1,
                None => {
                    items.insert(place, item);
                    place += 1;
                }
            }
        }
    }
    items
}

impl Pack {
    /// Both wires of the pack.
    pub fn to_wires(&self) -> [Wire; 2] {
        [self.first_wire(), rest_wire(std::slice::from_ref(self))]
    }

    /// Reads a whole pack; the second wire has the rest of its form, and maybe of others.
    ///
    /// # Errors
    /// A [`WireError`], also where the rest lacks an item or the form of the pack.
    pub fn from_wires([first, rest]: [Wire; 2]) -> Result<Self, WireError> {
        let mut reader = WireReader::new(rest);
        let whole = RawPack::read(first).and_then(|first| reader.completed(first));
        whole.filter(|_| reader.is_at_end()).ok_or(WireError::OtherRelease)?.checked()
    }
}

impl Wire {
    fn rest_of_item(&mut self, item: &Item) {
        self.1.push(item.id.to_string());
        self.count(item.references.len());
        for reference in &item.references {
            self.texts([&reference.text, &reference.url]);
        }
        self.count(item.steps.len());
        for step in &item.steps {
            self.0.extend([step.owner.number(), step.effort.number()]);
            self.texts([&step.text]);
        }
    }

    fn profile(&mut self, profile: &Profile) {
        self.texts([&profile.text]);
        self.count(profile.when.len());
        for Condition { part, bound } in &profile.when {
            let (kind, position) = match *part {
                ProfileScope::Principle(id) => (0, usize::from(id.number())),
                ProfileScope::Dimension(position) => (1, position),
                ProfileScope::Item(position) => (2, position),
            };
            self.0.push(kind);
            self.count(position);
            self.0.extend(match *bound {
                Bound::AtLeast(points) => [0, points],
                Bound::AtMost(points) => [1, points],
            });
        }
    }
}

impl WireReader {
    /// A pack with its rest. Values go to their places as they are read: lists of them would cost the widget a kilobyte.
    fn completed(&mut self, mut pack: RawPack) -> Option<RawPack> {
        let behind = self.some(Text::ALL.len() - Text::OF_QUESTIONS, Self::text)?;
        pack.texts = pack.texts.with_rest(behind)?;
        let raw = &mut pack.questionnaire;
        for principle in &mut raw.principles {
            for interpretation in &mut principle.interpretations {
                *interpretation = self.text()?;
            }
        }
        let mut left = self.number()?;
        for principle in &mut raw.principles {
            for dimension in &mut principle.dimensions {
                for item in &mut dimension.items {
                    // Every form has its items in the order of the wire, with those of other forms between.
                    while self.text()? != item.id.as_str() {
                        self.skip_item()?;
                        left = left.checked_sub(1)?;
                    }
                    self.rest_of_item(item)?;
                    left = left.checked_sub(1)?;
                }
            }
        }
        for _ in 0..left {
            self.text()?;
            self.skip_item()?;
        }
        let mut is_found = false;
        for _ in 0..self.number()? {
            let form = self.text()?;
            let profiles = self.list(Self::profile)?;
            if *raw.form.as_str() == *form {
                (raw.profiles, is_found) = (profiles, true);
            }
        }
        is_found.then_some(pack)
    }

    fn rest_of_item(&mut self, item: &mut Item) -> Option<()> {
        if usize::from(self.number()?) != item.references.len() {
            return None;
        }
        for reference in &mut item.references {
            reference.text = self.text()?;
            reference.url = self.text()?;
        }
        for _ in 0..self.number()? {
            let step = Step { owner: self.word()?, effort: self.word()?, text: self.text()? };
            item.steps.push(step);
        }
        Some(())
    }

    /// Passes over an item of another form.
    fn skip_item(&mut self) -> Option<()> {
        for _ in 0..self.number()? {
            self.text()?;
            self.text()?;
        }
        for _ in 0..self.number()? {
            self.number()?;
            self.number()?;
            self.text()?;
        }
        Some(())
    }

    fn profile(&mut self) -> Option<Profile> {
        Some(Profile { text: self.text()?, when: self.list(Self::condition)? })
    }

    fn condition(&mut self) -> Option<Condition> {
        let (kind, position) = (self.number()?, self.number()?);
        let part = match kind {
            0 => ProfileScope::Principle(PrincipleId::from_number(position)?),
            1 => ProfileScope::Dimension(position.into()),
            2 => ProfileScope::Item(position.into()),
            _ => return None,
        };
        let (kind, points) = (self.number()?, self.number()?);
        let bound = match kind {
            0 => Bound::AtLeast(points),
            1 => Bound::AtMost(points),
            _ => return None,
        };
        Some(Condition { part, bound })
    }
}
