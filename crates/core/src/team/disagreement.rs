//! Disagreements of a team: subjects of discussion, and the roles concerned.

use crate::answers::Level;
use crate::questionnaire::{ITEM_LEVELS, Questionnaire, Role};

use super::view::{ItemView, view_of, views};
use super::{Member, Team};

/// Minimum of levels between two answers that disagree: neighbouring levels are a matter of reading.
const APART: u8 = 2;

/// Item with incompatible responses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// Position of the item.
    pub item: usize,
    /// Responses of all members.
    pub view: ItemView,
    /// Responses by role, in the order of [`Team::roles`].
    pub role_views: Vec<RoleView>,
    /// Roles with the most distant medians, two levels or more, the lower one first.
    ///
    /// Ties go to the first pair in the order of roles.
    pub opposed_roles: Option<(Role, Role)>,
}

/// Responses of one role to one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleView {
    /// Role; `None` for members without a role.
    pub role: Option<Role>,
    /// Responses of the members.
    pub view: ItemView,
}

/// Items to discuss.
///
/// Items whose lowest and highest level are two or more apart, the most distant first. Ties: more pairs of
/// members two levels or more apart first. Items that some rate and others call "not applicable" are included.
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
        // Insertion keeps ties in item order, and is smaller than the standard library's sort.
        let place = found.partition_point(|other| weight(&other.view) >= weight(&view));
        found.insert(place, disagreement);
    }
    found
}

/// By what disagreements are ordered.
fn weight(view: &ItemView) -> (u8, usize) {
    (view.distance(), pairs_apart(view))
}

/// Number of pairs of members with levels two or more apart.
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
