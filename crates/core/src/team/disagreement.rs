//! Where members see different worlds: what to talk about, and who with whom.

use crate::answers::Level;
use crate::questionnaire::{ITEM_LEVELS, Questionnaire, Role};

use super::view::{ItemView, view_of, views};
use super::{Member, Team};

/// From how many levels on two answers are about different worlds: neighbours are a matter of reading.
const APART: u8 = 2;

/// An item of which members say what does not go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// Its position.
    pub item: usize,
    /// What all members say.
    pub view: ItemView,
    /// What the members of each role say, in the order of [`Team::roles`].
    pub role_views: Vec<RoleView>,
    /// The two roles whose medians lie furthest apart, two levels or more: first the one that sees the
    /// lower level. The first such pair in the order of roles.
    pub opposed_roles: Option<(Role, Role)>,
}

/// What the members of one role say of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleView {
    /// None for the members without a role.
    pub role: Option<Role>,
    pub view: ItemView,
}

/// The items to talk about.
///
/// Those come whose lowest and highest level lie two or more apart, the furthest first; where that ties,
/// by how many pairs of members are two levels or more apart. An item comes too, if only for this, that
/// some rate and others say does not exist here.
pub fn disagreements(questionnaire: &Questionnaire, team: &Team) -> Vec<Disagreement> {
    let roles = team.roles();
    let mut found: Vec<Disagreement> = vec![];
    for (item, view) in views(questionnaire, team).into_iter().enumerate() {
        if view.distance() < APART && !view.is_disputed() {
            continue;
        }
        let role_view = |role: &Option<Role>| {
            let of_role = |member: &&Member| member.role == *role;
            RoleView { role: *role, view: view_of(team.members().iter().filter(of_role), item) }
        };
        let role_views: Vec<RoleView> = roles.iter().map(role_view).collect();
        let disagreement = Disagreement { item, view, opposed_roles: opposed_roles(&role_views), role_views };
        // Insertion keeps equal ones in item order, and costs less than the standard library's sort.
        let place = found.partition_point(|other| weight(&other.view) >= weight(&view));
        found.insert(place, disagreement);
    }
    found
}

/// By what disagreements are ordered.
fn weight(view: &ItemView) -> (u8, usize) {
    (view.distance(), pairs_apart(view))
}

/// How many pairs of members gave levels two or more apart.
fn pairs_apart(view: &ItemView) -> usize {
    let above = |low: usize| view.levels.iter().skip(low + usize::from(APART)).sum::<usize>();
    (0..ITEM_LEVELS).map(|low| view.levels[low] * above(low)).sum()
}

fn opposed_roles(role_views: &[RoleView]) -> Option<(Role, Role)> {
    let medians =
        || role_views.iter().filter_map(|role_view| Some((role_view.role?, role_view.view.median()?)));
    let mut furthest = None;
    let mut apart = APART - 1;
    for (role, level) in medians() {
        for (other, above) in medians() {
            let distance = Level::number(above).saturating_sub(level.number());
            if distance > apart {
                apart = distance;
                furthest = Some((role, other));
            }
        }
    }
    furthest
}
