//! Qualities of every screen: accessibility, appearance, keyboard, network, storage, failures, lazy loading.

mod accessibility;
mod appearance;
pub mod failure;
mod keyboard;
mod lazy_parts;
mod network;
mod storage;
mod translation;
mod unavailable;
