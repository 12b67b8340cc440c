//! What a person reads of a merge: what something is called, what it says on either side, what happened.

use serde_json::Value;

use super::places::span;
use super::{Merger, number, text};
use crate::error::Result;
use crate::model::packages::{Clash, Happened, Image, Noun, Remark, noun};
use crate::model::{CodeId, DocumentId};
use crate::store::codes;
use crate::store::packages::rows;
use crate::text::{Span, paragraphs};
use crate::tr;

/// Code points of an excerpt.
const LONGEST: usize = 160;

pub(super) fn excerpt(text: &str) -> String {
    let one = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match one.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", one.get(..end).unwrap_or_default()),
        None => one,
    }
}

/// `3 codings`, in the reader's language.
pub fn amount(table: &str, count: u32) -> String {
    tr!(&format!("merge-count-{}", table.replace('_', "-")), count = count)
}

/// What kind of thing collides.
pub fn clash_words(clash: Clash) -> String {
    tr!(&format!("merge-clash-{}", clash.name()))
}

/// What of a row collides; the whole row where `unit` is empty.
pub fn unit_words(table: &str, unit: &str) -> String {
    match unit {
        "" => tr!(&format!("merge-noun-{}", table.replace('_', "-"))),
        _ => tr!(&format!("merge-unit-{}", unit.replace('_', "-"))),
    }
}

/// A remark in words.
pub fn remark_words(remark: &Remark) -> String {
    let (name, what) = remark.parts();
    tr!(&format!("merge-remark-{name}"), what = what.to_owned())
}

/// What happened to a table's rows.
pub fn happened_words(table: &str, happened: Happened, count: u32) -> String {
    tr!(&format!("merge-{}", happened.name()), what = amount(table, count))
}

impl Merger<'_> {
    fn cited(&self, document: i64, span: Option<Span>) -> Result<String> {
        let Some(image) = rows::image(self.w, "document", document)? else { return Ok(String::new()) };
        let label = text(&image, "label");
        let Some(span) = span else { return Ok(self.pattern.name(label)) };
        let lines = crate::store::documents::paragraphs(self.w, DocumentId(document))?;
        Ok(match paragraphs::numbers(&lines, span) {
            Some((first, last)) => self.pattern.cite(label, first, last),
            None => label.to_owned(),
        })
    }

    /// What a row is called, with this project's integers.
    pub(super) fn title(&self, noun: &Noun, image: &Image) -> Result<String> {
        let mut parts = Vec::new();
        if noun.table == "code" {
            let uuid = text(image, "uuid");
            let id = rows::find(self.w, "code", &[("uuid", Value::from(uuid))])?;
            let path = id.map(|id| codes::tree(self.w).map(|tree| tree.path(CodeId(id)).to_owned()));
            return path.unwrap_or_else(|| Ok(text(image, "name").to_owned()));
        }
        if let Some(document) = number(image, "document") {
            let mut place = self.cited(document, span(image))?;
            if let Some(number) = number(image, "number").and_then(|number| u32::try_from(number).ok()) {
                let label =
                    rows::image(self.w, "document", document)?.map(|row| text(&row, "label").to_owned());
                place = self.pattern.cite(&label.unwrap_or_default(), number, number);
            }
            parts.push(place);
        }
        if let Some(code) = number(image, "code") {
            parts.push(codes::tree(self.w)?.path(CodeId(code)).to_owned());
        }
        for column in ["label", "name", "title", "file_name", "key"] {
            if !text(image, column).is_empty() {
                parts.push(text(image, column).to_owned());
            }
        }
        for column in ["study_case", "document_set", "code_set", "variable", "person"] {
            if let Some(id) = number(image, column)
                && let Some(row) = rows::image(self.w, column, id)?
            {
                parts.push(text(&row, "name").to_owned());
            }
        }
        if parts.is_empty() {
            parts.push(excerpt(text(image, "text")));
        }
        if let Some(coder) = number(image, "coder").filter(|_| !self.is_own(image))
            && let Some(row) = rows::image(self.w, "coder", coder)?
        {
            parts.push(text(&row, "name").to_owned());
        }
        Ok(parts.join(" "))
    }

    pub(super) fn title_of_coding(&self, image: &Image) -> Result<String> {
        match noun("coding") {
            Some(noun) => self.title(noun, image),
            None => Ok(String::new()),
        }
    }

    /// What a row is called there, where it cannot be put into this project's terms.
    pub(super) fn title_there(&self, noun_there: &Noun, image: &Image) -> Result<String> {
        if noun_there.table == "code" {
            let mut path = vec![text(image, "name").to_owned()];
            let mut parent = text(image, "parent").to_owned();
            // No deeper than a code system can be: a file may have a circle.
            for _ in 0..64 {
                let Some(row) = noun("code")
                    .filter(|_| !parent.is_empty())
                    .map(|noun| self.foreign.row(noun, &parent))
                    .transpose()?
                    .flatten()
                else {
                    break;
                };
                path.push(text(&row, "name").to_owned());
                parent = text(&row, "parent").to_owned();
            }
            path.reverse();
            return Ok(path.join("/"));
        }
        let mut parts = Vec::new();
        for (column, table) in [("document", "document"), ("code", "code"), ("study_case", "study_case")] {
            let uuid = text(image, column);
            let row = match noun(table).filter(|_| !uuid.is_empty()) {
                Some(noun) => self.foreign.row(noun, uuid)?,
                None => None,
            };
            match (table, row) {
                (_, None) => {}
                ("document", Some(row)) => parts.push(self.pattern.name(text(&row, "label"))),
                ("code", Some(row)) => {
                    if let Some(noun) = noun("code") {
                        parts.push(self.title_there(noun, &row)?);
                    }
                }
                (_, Some(row)) => parts.push(text(&row, "name").to_owned()),
            }
        }
        for column in ["label", "name", "title", "file_name"] {
            if !text(image, column).is_empty() {
                parts.push(text(image, column).to_owned());
            }
        }
        if parts.is_empty() {
            parts.push(excerpt(text(image, "text")));
        }
        Ok(excerpt(&parts.join(" ")))
    }

    /// What a row says, in short.
    pub(super) fn summed(&self, noun: &Noun, image: &Image) -> Result<String> {
        if let (Some(document), Some(span)) = (number(image, "document"), span(image)) {
            let words = crate::store::documents::text(self.w, DocumentId(document))?;
            let said = text(image, "comment").to_owned() + text(image, "text") + text(image, "reason");
            let passage = excerpt(words.slice(span));
            return Ok(if said.is_empty() { passage } else { format!("{passage} · {}", excerpt(&said)) });
        }
        for column in ["text", "definition", "state", "status", "value", "working", "name", "title"] {
            if !text(image, column).is_empty() {
                return Ok(excerpt(text(image, column)));
            }
        }
        Ok(unit_words(noun.table, ""))
    }

    /// What some columns of a row say.
    pub(super) fn said(&self, noun: &Noun, columns: &[&str], image: &Image) -> Result<String> {
        if columns.contains(&"start_pos")
            && let (Some(document), Some(span)) = (number(image, "document"), span(image))
        {
            let words = crate::store::documents::text(self.w, DocumentId(document))?;
            return Ok(format!("{} {}", self.cited(document, Some(span))?, excerpt(words.slice(span))));
        }
        let mut said = Vec::new();
        for column in columns {
            match image.get(*column) {
                Some(Value::String(text)) => said.push(text.clone()),
                Some(Value::Number(number)) => {
                    let target = self.shape(noun.table)?.target(column).map(str::to_owned);
                    match (target, number.as_i64()) {
                        (Some(table), Some(id)) => said.push(self.called(&table, id)?),
                        _ => said.push(number.to_string()),
                    }
                }
                _ => {}
            }
        }
        if said.is_empty() && columns.contains(&"parent") {
            return Ok(tr!("operation-main-codes"));
        }
        Ok(said.join(" "))
    }

    fn called(&self, table: &str, id: i64) -> Result<String> {
        let Some(row) = rows::image(self.w, table, id)? else { return Ok(String::new()) };
        match noun(table) {
            Some(noun) => self.title(noun, &row),
            None => Ok(String::new()),
        }
    }
}
