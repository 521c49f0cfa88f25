//! Writer of JSON, and the declaration of the objects that it writes.
//!
//! [`json_object`] declares an object once: its struct, its JSON, and the derives of the features `serde` and
//! `schemars`. The writer of serde would cost each exporting part of the widget some kilobytes.

use crate::pack::Wire;

/// Value with a form in JSON.
pub trait ToJson {
    /// Writes the value.
    fn write(&self, json: &mut Json);
}

/// File with one value: its JSON and an end of line.
pub fn file(value: &impl ToJson) -> String {
    let mut json = Json(String::new());
    value.write(&mut json);
    json.0.push('\n');
    json.0
}

impl<T: ToJson> ToJson for Option<T> {
    fn write(&self, json: &mut Json) {
        match self {
            Some(value) => value.write(json),
            None => json.raw("null"),
        }
    }
}

impl<T: ToJson> ToJson for [T] {
    fn write(&self, json: &mut Json) {
        json.open('[');
        self.iter().for_each(|value| value.write(json));
        json.close(']');
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn write(&self, json: &mut Json) {
        self.as_slice().write(json);
    }
}

impl<T: ToJson, const COUNT: usize> ToJson for [T; COUNT] {
    fn write(&self, json: &mut Json) {
        self.as_slice().write(json);
    }
}

impl ToJson for &str {
    fn write(&self, json: &mut Json) {
        json.text(self);
    }
}

impl ToJson for String {
    fn write(&self, json: &mut Json) {
        json.text(self);
    }
}

impl ToJson for bool {
    fn write(&self, json: &mut Json) {
        json.raw(if *self { "true" } else { "false" });
    }
}

impl ToJson for u32 {
    fn write(&self, json: &mut Json) {
        json.raw(&self.to_string());
    }
}

impl ToJson for u8 {
    fn write(&self, json: &mut Json) {
        u32::from(*self).write(json);
    }
}

/// Declares structs whose fields are the keys of a JSON object, in this order.
///
/// `schema` has the content of the attribute of `schemars` of that name.
macro_rules! json_object {
    ($(
        $(#[doc = $doc:expr])*
        $(#[schema($($limit:tt)*)])?
        pub struct $name:ident $(<$life:lifetime>)? {
            $(
                $(#[doc = $field_doc:expr])*
                $(#[schema($($field_limit:tt)*)])?
                pub $field:ident: $kind:ty,
            )*
        }
    )*) => {$(
        $(#[doc = $doc])*
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
        $(#[cfg_attr(feature = "schemars", schemars($($limit)*))])?
        #[allow(missing_docs, reason = "schemas have no text for keys that explain themselves")]
        pub struct $name $(<$life>)? {
            $(
                $(#[doc = $field_doc])*
                $(#[cfg_attr(feature = "schemars", schemars($($field_limit)*))])?
                pub $field: $kind,
            )*
        }

        impl $(<$life>)? $crate::export::json::writer::ToJson for $name $(<$life>)? {
            fn write(&self, json: &mut $crate::export::json::writer::Json) {
                json.open('{');
                $($crate::export::json::writer::ToJson::write(&self.$field, json.key(stringify!($field)));)*
                json.close('}');
            }
        }
    )*};
}

pub(crate) use json_object;

/// Parts of a pack as they travel: the numbers and the texts of each, in one list.
pub fn wires(wires: &[Wire]) -> String {
    let mut json = Json(String::new());
    json.open('[');
    for Wire(numbers, texts) in wires {
        json.open('[');
        numbers.iter().for_each(|number| number.write(&mut json));
        json.close(']');
        json.texts(texts);
    }
    json.close(']');
    json.0
}

/// List of texts.
pub fn list<'a>(texts: impl IntoIterator<Item = &'a String>) -> String {
    let mut json = Json(String::new());
    json.texts(texts);
    json.0
}

/// Object with the given content.
pub fn object_of(write: impl FnOnce(&mut Json)) -> String {
    let mut json = Json::object();
    write(&mut json);
    json.finished()
}

/// JSON so far.
pub struct Json(String);

impl Json {
    /// Opens an object.
    fn object() -> Self {
        Self(String::from("{"))
    }

    /// JSON with the object closed.
    fn finished(mut self) -> String {
        self.0.push_str("}\n");
        self.0
    }

    /// Writes a comma between values.
    ///
    /// A colon follows a key. Texts end with a quotation mark, never with a bracket or a colon.
    fn next(&mut self) {
        if !matches!(self.0.bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }

    /// Opens an object or a list.
    pub fn open(&mut self, bracket: char) {
        self.next();
        self.0.push(bracket);
    }

    /// Closes an object or a list.
    pub fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    /// Writes a key.
    pub fn key(&mut self, name: &str) -> &mut Self {
        self.text(name);
        self.0.push(':');
        self
    }

    /// Writes a value that is JSON.
    pub fn raw(&mut self, value: &str) {
        self.next();
        self.0.push_str(value);
    }

    /// Writes a list of texts.
    pub fn texts<'a>(&mut self, texts: impl IntoIterator<Item = &'a String>) {
        self.open('[');
        texts.into_iter().for_each(|text| self.text(text));
        self.close(']');
    }

    /// Writes a text.
    pub fn text(&mut self, text: &str) {
        self.next();
        self.0.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => self.0.extend(['\\', character]),
                '\0'..' ' => {
                    self.0.push_str("\\u00");
                    let code = character as u32;
                    self.0.extend(
                        [code / 16, code % 16].map(|digit| char::from(b"0123456789abcdef"[digit as usize])),
                    );
                }
                _ => self.0.push(character),
            }
        }
        self.0.push('"');
    }
}
