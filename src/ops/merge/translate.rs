//! Rows as they travel become rows of this project: references, positions, and what a text from outside may be.

use serde_json::Value;

use super::places::span;
use super::{Merger, number, text};
use crate::error::{Error, Result};
use crate::model::DocumentId;
use crate::model::codes::{check_color, check_name};
use crate::model::documents::check_label;
use crate::model::packages::{Image, Noun, Remark, noun};
use crate::ops::edits::home;
use crate::store::documents;
use crate::store::packages::portable::TEXT;
use crate::store::packages::rows::{self, Found};
use crate::text::{CharPos, Span};
use crate::tr;

/// A row's image with this project's integers; or what it refers to that is not here.
pub(super) enum Translated {
    Here(Image),
    Missing(&'static str, String),
}

impl Merger<'_> {
    /// Puts this project's integers and positions into an image.
    pub(super) fn translate(&self, noun: &'static Noun, image: &Image) -> Result<Translated> {
        let shape = self.shape(noun.table)?;
        let mut here = Image::new();
        for column in shape.columns.iter().filter(|name| *name != "id") {
            let Some(value) = image.get(column) else { continue };
            let value = match (shape.target(column), value) {
                (_, Value::Null) => Value::Null,
                (Some(table), Value::String(uuid)) => match self.local(table, uuid)? {
                    Some(id) => Value::from(id),
                    None => {
                        let table = crate::model::packages::noun(table).map_or("", |noun| noun.table);
                        return Ok(Translated::Missing(table, uuid.clone()));
                    }
                },
                (Some(_), _) => return Err(damaged(noun, column)),
                (None, Value::String(text)) => Value::String(self.checked(noun, column, text)?),
                (None, Value::Number(number)) if number.is_i64() => value.clone(),
                _ => return Err(damaged(noun, column)),
            };
            here.insert(column.clone(), value);
        }
        if noun.placed() && here.get("start_pos").is_some_and(|at| !at.is_null()) {
            self.put_place(noun, image, &mut here)?;
        }
        Ok(Translated::Here(here))
    }

    fn local(&self, table: &str, uuid: &str) -> Result<Option<i64>> {
        let Some(noun) = noun(table) else { return Ok(None) };
        match rows::resolve(self.w, noun, uuid)? {
            Found::Row(id) => Ok(Some(id)),
            Found::Buried | Found::Unknown => Ok(None),
        }
    }

    /// A text from outside as it may be stored.
    fn checked(&self, noun: &Noun, column: &str, text: &str) -> Result<String> {
        let line = |text: &str| {
            if text.contains(|c: char| c.is_control()) || text.chars().count() > 10_000 {
                return Err(damaged(noun, column));
            }
            Ok(text.to_owned())
        };
        match (noun.table, column) {
            (_, "uuid") => {
                let uuid = uuid::Uuid::parse_str(text).map_err(|_| damaged(noun, column))?;
                Ok(uuid.to_string())
            }
            (_, "color") => check_color(text),
            ("code", "name") => check_name(text).map(str::to_owned),
            ("document", "label") => check_label(text).map(str::to_owned),
            ("document", "title") | (_, "name" | "label" | "changed" | "created" | "at") => line(text),
            _ => Ok(text.to_owned()),
        }
    }

    /// Where it stands in the present text. What has lost its words keeps what it says.
    fn put_place(&self, noun: &Noun, image: &Image, here: &mut Image) -> Result<()> {
        let document = number(here, "document").ok_or_else(|| damaged(noun, "document"))?;
        let there = span(here).ok_or_else(|| damaged(noun, "start_pos"))?;
        if self.length(document, text(image, TEXT))?.is_none_or(|length| there.end.0 > length) {
            return Err(damaged(noun, "end_pos"));
        }
        let moved = match noun.table {
            "coding" => self.moved_coding(document, text(image, "uuid")),
            _ => None,
        };
        let now = match moved {
            Some(now) => now,
            None => self.here(document, text(image, TEXT), there)?,
        };
        let now = match (noun.table, now) {
            (_, Some(now)) => Some(now),
            ("coding" | "paraphrase" | "anchor", None) => None,
            // A memo, a quotation and a decision stay with the nearest words.
            _ => {
                let transcript = documents::transcript(self.w, DocumentId(document))?;
                let at = CharPos(there.start.0.min(transcript.text.len()));
                Some(home(&transcript.text, &transcript.paragraphs, at))
            }
        };
        let put = |here: &mut Image, span: Option<Span>| {
            here.insert("start_pos".to_owned(), span.map_or(Value::Null, |span| span.start.0.into()));
            here.insert("end_pos".to_owned(), span.map_or(Value::Null, |span| span.end.0.into()));
        };
        put(here, now);
        if noun.table == "anchor" && now.is_none() {
            here.insert("document".to_owned(), Value::Null);
        }
        Ok(())
    }

    /// A memo goes where it can be: on the place of a coding that is gone, free where its code is.
    pub(super) fn translate_memo(&mut self, noun: &'static Noun, image: &Image) -> Result<Translated> {
        let mut image = image.clone();
        for (column, kind) in
            [("coding", "place"), ("code", "free"), ("document_group", "free"), ("study_case", "free")]
        {
            let uuid = text(&image, column).to_owned();
            if uuid.is_empty() || self.local(column, &uuid)?.is_some() {
                continue;
            }
            image.insert(column.to_owned(), Value::Null);
            image.insert("kind".to_owned(), kind.into());
            if column == "coding" {
                let Some(coding) = crate::model::packages::noun("coding") else { continue };
                let stood = match self.foreign.row(coding, &uuid)? {
                    Some(row) => Some(row),
                    None => self.foreign.base(coding, &uuid)?,
                };
                let Some(stood) = stood else {
                    image.insert("kind".to_owned(), "free".into());
                    continue;
                };
                for column in ["document", "start_pos", "end_pos", TEXT] {
                    image.insert(column.to_owned(), stood.get(column).cloned().unwrap_or(Value::Null));
                }
                self.report.remarks.push(Remark::LeftAtPlace(text(&image, "title").to_owned()));
            }
        }
        self.translate(noun, &image)
    }
}

pub(super) fn damaged(noun: &Noun, column: &str) -> Error {
    Error::unreadable(tr!("error-package-damaged", what = format!("{}.{column}", noun.table)))
        .hint(tr!("hint-package-damaged"))
}
