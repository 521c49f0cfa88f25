use yew::prelude::*;

use super::{RoomProps, frame};
use crate::texts::RoomText;

pub fn show(props: &RoomProps) -> Html {
    frame(props, "plan", RoomText::PlanTitle, Html::default())
}
