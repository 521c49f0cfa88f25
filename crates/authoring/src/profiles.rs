//! Profiles of a questionnaire: the conditions of each sentence.

#[cfg(feature = "tools")]
use super::claims::{self, SentenceClaim};
use super::items::ItemSource;
#[cfg(feature = "tools")]
use super::labels::Label;
use super::reader::{Located, TomlTable};
use super::rule::Rule;
use super::values::{Weighted, unique};
use boussole_core::questionnaire::{
    Bound, Condition, Dimension, DimensionId, Item, Principle, PrincipleId, ProfileScope, Word,
};

/// A profile without its sentence.
pub struct ProfileSource {
    /// Id of the profile.
    pub id: Located<String>,
    /// Conditions, which must hold together.
    pub when: Vec<ConditionSource>,
    /// What its sentence claims.
    #[cfg(feature = "tools")]
    pub claims: Vec<Located<SentenceClaim>>,
}

/// A condition on a part of the questionnaire.
#[derive(Clone)]
pub struct ConditionSource {
    /// Id of a principle, a dimension or an item.
    pub of: Located<String>,
    /// Least or most points.
    pub bound: Bound,
}

impl ProfileSource {
    /// Conditions in a form; `None` where the form lacks the part of one of them.
    pub fn within(&self, principles: &[Principle]) -> Option<Vec<Condition>> {
        let dimensions = || principles.iter().flat_map(|principle| &principle.dimensions);
        let dimension = |id: &str| dimensions().position(|one: &Dimension| one.id.as_str() == id);
        let items = || principles.iter().flat_map(Principle::items);
        let item = |id: &str| items().position(|one: &Item| one.id.as_str() == id);
        let condition = |source: &ConditionSource| {
            let id = source.of.value.as_str();
            let part = PrincipleId::from_word(id)
                .map(ProfileScope::Principle)
                .or_else(|| dimension(id).map(ProfileScope::Dimension))
                .or_else(|| item(id).map(ProfileScope::Item))?;
            Some(Condition { part, bound: source.bound })
        };
        self.when.iter().map(condition).collect()
    }
}

/// Reads the profiles of a questionnaire, which are optional.
pub fn read(
    top: &TomlTable<'_>,
    dimensions: &[Weighted<DimensionId>],
    items: &[Located<ItemSource>],
    #[cfg(feature = "tools")] facts: Option<&[Label]>,
    are_ids_known: bool,
) -> Vec<ProfileSource> {
    if !top.has("profiles") {
        return Vec::new();
    }
    let is_part = |id: &str| {
        !are_ids_known
            || PrincipleId::from_word(id).is_some()
            || dimensions.iter().any(|(dimension, _)| dimension.value.as_str() == id)
            || items.iter().any(|item| item.value.id.as_str() == id)
    };
    let read = |table: &TomlTable<'_>| {
        table.only(&["id", "when", "claims"]);
        let id = table.slug("id");
        let conditions = table.tables("when");
        if conditions.is_empty() && table.has("when") {
            table.fault(Rule::Count, table.span(), "the profile has no condition", "add one to `when`");
        }
        table.check_entries("when", conditions.len());
        let when = conditions.iter().filter_map(|table| condition(table, is_part)).collect();
        #[cfg(feature = "tools")]
        let claims = claims::of_sentence(table, facts)?;
        Some(ProfileSource {
            id: id?,
            when,
            #[cfg(feature = "tools")]
            claims,
        })
    };
    let tables = top.tables("profiles");
    top.check_entries("profiles", tables.len());
    let profiles: Vec<ProfileSource> = tables.iter().filter_map(read).collect();
    let ids: Vec<Located<String>> = profiles.iter().map(|profile| profile.id.clone()).collect();
    unique(top, &ids, "profile");
    profiles
}

const POINTS: &str = "a whole number of points, 0 to 100";

fn condition(table: &TomlTable<'_>, is_part: impl Fn(&str) -> bool) -> Option<ConditionSource> {
    table.only(&["of", "at_least", "at_most"]);
    let of = table.text("of");
    if let Some(of) = of.as_ref().filter(|of| !is_part(&of.value)) {
        let what = format!("there is no principle, dimension or item `{}`", of.value);
        table.fault(Rule::Unknown, of.span.clone(), what, "correct the name");
    }
    let bound = match (table.has("at_least"), table.has("at_most")) {
        (true, false) => table
            .number("at_least", POINTS)
            .map(|points| Located { span: points.span, value: Bound::AtLeast(points.value) }),
        (false, true) => table
            .number("at_most", POINTS)
            .map(|points| Located { span: points.span, value: Bound::AtMost(points.value) }),
        _ => {
            let mend = "write either at_least or at_most, in points from 0 to 100";
            table.fault(Rule::Shape, table.span(), "the condition has not exactly one bound", mend);
            None
        }
    };
    if let Some(Located { value: Bound::AtLeast(points) | Bound::AtMost(points), span }) = &bound
        && *points > 100
    {
        table.fault(Rule::Shape, span.clone(), format!("{points} is more than all points"), "write 0 to 100");
    }
    Some(ConditionSource { of: of?, bound: bound?.value })
}
