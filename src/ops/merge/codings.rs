//! Codings: one coder's segments of one code never overlap, here as there.
//!
//! What is gone goes first; what stands elsewhere now is taken out and put back, so that no two meet on the way. What then
//! overlaps becomes one segment by the rule of coding: the smallest UUID survives, whichever package came first.

use serde_json::Value;

use super::places::span;
use super::rules::same_place;
use super::translate::{Translated, damaged};
use super::{Merger, number, text};
use crate::error::Result;
use crate::model::packages::{Clash, Delta, Happened, Image, Remark, Take};
use crate::model::{CodeId, CoderId, CodingId, DocumentId};
use crate::ops::codings::joined;
use crate::progress::Progress;
use crate::store::packages::rows::{self, Found};
use crate::store::{codes, codings, documents, memos};
use crate::tr;

/// What moves a coding to another place.
const PLACE: [&str; 3] = ["code", "start_pos", "end_pos"];

impl Merger<'_> {
    pub(super) fn codings(&mut self, deltas: &[&Delta], progress: &Progress) -> Result<()> {
        for delta in deltas.iter().filter(|delta| delta.theirs.is_none()) {
            progress.step()?;
            self.remove_coding(delta)?;
        }
        let mut waiting: Vec<(Image, Happened)> = Vec::new();
        for delta in deltas.iter().filter(|delta| delta.theirs.is_some()) {
            progress.step()?;
            waiting.extend(self.coding(delta)?);
        }
        waiting.sort_by(|(a, _), (b, _)| text(a, "uuid").cmp(text(b, "uuid")));
        for (image, happened) in waiting {
            self.place_coding(image, happened)?;
        }
        Ok(())
    }

    /// A coding that is new or changed there: what has to be put to a place, if it has to.
    fn coding(&mut self, delta: &Delta) -> Result<Option<(Image, Happened)>> {
        let noun = delta.noun;
        let Some(there) = &delta.theirs else { return Ok(None) };
        let theirs = match self.translate(noun, there)? {
            Translated::Here(image) => image,
            Translated::Missing(table, uuid) => {
                if !self.asked(table, &uuid) {
                    let what = self.title_there(noun, there)?;
                    self.report.remarks.push(Remark::Dropped(what));
                }
                return Ok(None);
            }
        };
        let found = rows::resolve(self.w, noun, &delta.key)?;
        let document = number(&theirs, "document").ok_or_else(|| damaged(noun, "document"))?;
        let cited = match span(&theirs) {
            Some(span) => documents::numbers(self.w, DocumentId(document), span)?,
            None => None,
        };
        if cited.is_none() {
            // A correction took its words out of the transcript, or left them where no paragraph has a number: the same
            // as happens to what stands here.
            if !matches!(found, Found::Row(_)) {
                let what = self.title_there(noun, there)?;
                self.report.remarks.push(Remark::LostWords(what));
            }
            return Ok(None);
        }
        let Found::Row(id) = found else {
            if delta.base.is_some() && self.was_removed_here(delta, &theirs)? {
                return Ok(None);
            }
            codes::unbury(self.w, &delta.key)?;
            return Ok(Some((theirs, Happened::Added)));
        };
        let Some(ours) = rows::image(self.w, "coding", id)? else { return Ok(None) };
        let base = match &delta.base {
            Some(base) => self.base_here(noun, base)?,
            None => None,
        };
        let base = base.map(|mut base| {
            same_place(&mut base, &theirs, delta);
            base
        });
        let united = text(&ours, "uuid") != delta.key;
        let moved = PLACE
            .iter()
            .any(|column| base.as_ref().and_then(|base| base.get(*column)) != theirs.get(*column));
        if united && moved {
            // It went into another here, and stands elsewhere there: it is brought as a new one, and unites again.
            codes::unbury(self.w, &delta.key)?;
            return Ok(Some((theirs, Happened::Changed)));
        }
        let columns = self.shape("coding")?.columns.clone();
        let taken = self.columns(delta, &columns, base.as_ref(), &ours, &theirs)?;
        if taken.is_empty() {
            return Ok(None);
        }
        if !taken.iter().any(|(column, _)| PLACE.contains(&column.as_str())) {
            rows::update(self.w, "coding", id, &taken)?;
            self.count("coding", Happened::Changed);
            return Ok(None);
        }
        let mut now = ours;
        now.extend(taken);
        rows::remove(self.w, "coding", id)?;
        Ok(Some((now, Happened::Changed)))
    }

    /// Removed here, changed there: whether it stays removed.
    fn was_removed_here(&mut self, delta: &Delta, theirs: &Image) -> Result<bool> {
        let title = self.title(delta.noun, theirs)?;
        let words = (String::new(), tr!("merge-gone"), self.summed(delta.noun, theirs)?);
        let id = format!("coding {}", delta.key);
        Ok(self.collides(id, Clash::GoneHere, "coding", "", title, words, false) != Take::Theirs)
    }

    /// Puts a coding to its place, uniting it with what is there.
    fn place_coding(&mut self, mut image: Image, happened: Happened) -> Result<()> {
        let (Some(document), Some(code), Some(coder), Some(mut hull)) =
            (number(&image, "document"), number(&image, "code"), number(&image, "coder"), span(&image))
        else {
            return Ok(());
        };
        let there = codings::overlapping(self.w, DocumentId(document), CodeId(code), CoderId(coder), hull)?;
        if there.is_empty() {
            rows::insert(self.w, "coding", &image)?;
            self.count("coding", happened);
            return Ok(());
        }
        let uuid = text(&image, "uuid").to_owned();
        let mut parts: Vec<(String, String)> = vec![(uuid.clone(), text(&image, "comment").to_owned())];
        let mut weight = number(&image, "weight");
        let mut memos_of = vec![number(&image, "id")];
        for other in &there {
            hull = hull.hull(other.span);
            weight = weight.max(other.weight.map(i64::from));
            parts.push((other.uuid.clone(), other.comment.clone()));
            memos_of.push(Some(other.id.0));
            codings::remove(self.w, other.id)?;
        }
        parts.sort();
        let survivor = parts.first().map(|(uuid, _)| uuid.clone()).unwrap_or_default();
        let comment = parts.iter().fold(String::new(), |all, (_, one)| joined(&all, one));
        if let Some(other) = there.iter().find(|other| other.uuid == survivor) {
            image.insert("id".to_owned(), other.id.0.into());
            image.insert("uuid".to_owned(), other.uuid.clone().into());
            image.insert("created".to_owned(), other.created.clone().into());
        }
        image.insert("start_pos".to_owned(), hull.start.0.into());
        image.insert("end_pos".to_owned(), hull.end.0.into());
        image.insert("weight".to_owned(), weight.map_or(Value::Null, Value::from));
        image.insert("comment".to_owned(), comment.into());
        let id = rows::insert(self.w, "coding", &image)?;
        for other in memos_of.into_iter().flatten().filter(|other| *other != id) {
            memos::move_from_coding(self.w, CodingId(other), CodingId(id))?;
        }
        for (other, _) in parts.iter().filter(|(uuid, _)| *uuid != survivor) {
            codes::bury(self.w, other, "coding", Some(&survivor))?;
        }
        codes::unbury(self.w, &survivor)?;
        let title = self.title_of_coding(&image)?;
        self.report.remarks.push(Remark::United(title));
        self.count("coding", happened);
        Ok(())
    }

    /// A coding that is gone there: removed, or united with another.
    fn remove_coding(&mut self, delta: &Delta) -> Result<()> {
        let noun = delta.noun;
        let Found::Row(id) = rows::resolve(self.w, noun, &delta.key)? else { return Ok(()) };
        let Some(ours) = rows::image(self.w, "coding", id)? else { return Ok(()) };
        if text(&ours, "uuid") != delta.key {
            return Ok(());
        }
        let base = match &delta.base {
            Some(base) => self.base_here(noun, base)?,
            None => None,
        };
        let changed = match &base {
            // What a correction of both sides' words has moved is not changed.
            Some(base) if span(base).is_some() => self.changed(delta, base, &ours)?,
            _ => false,
        };
        if changed {
            let title = self.title(noun, &ours)?;
            let words = (String::new(), self.summed(noun, &ours)?, tr!("merge-gone"));
            let key = format!("coding {}", delta.key);
            if self.collides(key, Clash::GoneThere, "coding", "", title, words, false) != Take::Theirs {
                return Ok(());
            }
        }
        let successor = self.foreign.tombstone(&delta.key)?.flatten();
        match successor {
            // Its memos went along there, and so do those that are on it here.
            Some(_) => {}
            None => {
                if let (Some(document), Some(span)) = (number(&ours, "document"), span(&ours)) {
                    memos::leave_at_place(self.w, CodingId(id), DocumentId(document), span)?;
                }
            }
        }
        rows::remove(self.w, "coding", id)?;
        if let Some(successor) = successor {
            self.went_into.push((id, successor.clone()));
            codes::bury(self.w, &delta.key, "coding", Some(&successor))?;
        }
        self.count("coding", Happened::Removed);
        Ok(())
    }

    /// Memos of codings that were united there go to what they were united with.
    pub(super) fn memos_of_united(&mut self) -> Result<()> {
        let Some(noun) = crate::model::packages::noun("coding") else { return Ok(()) };
        for (id, successor) in std::mem::take(&mut self.went_into) {
            if let Found::Row(now) = rows::resolve(self.w, noun, &successor)? {
                memos::move_from_coding(self.w, CodingId(id), CodingId(now))?;
            } else {
                rows::free_memos_of_coding(self.w, id)?;
            }
        }
        Ok(())
    }
}
