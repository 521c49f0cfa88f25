use yew::prelude::*;

use super::{RoomProps, frame};
use crate::texts::RoomText;

pub fn show(props: &RoomProps) -> Html {
    frame(props, "take", RoomText::TakeTitle, Html::default())
}
