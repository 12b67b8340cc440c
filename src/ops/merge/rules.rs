//! The rule for a row: known again by UUID, alias or natural key; then column by column.

use serde_json::Value;

use super::places::span;
use super::translate::{Translated, damaged};
use super::{Merger, number, text};
use crate::error::Result;
use crate::model::CoderId;
use crate::model::packages::{
    Clash, Delta, Happened, Image, Met, Noun, Policy, Remark, Take, noun, policy, three_way,
};
use crate::store::packages;
use crate::store::packages::portable::TEXT;
use crate::store::packages::rows::{self, Found};
use crate::store::{cases, sets};
use crate::tr;

/// Rows that stay although they are gone there: what refers to them is everyone's.
const STAYING: &[&str] = &["setting", "coder", "coding_pass", "speaker", "paragraph", "reference_document"];

impl Merger<'_> {
    /// A row that is new or changed there.
    pub(super) fn row(&mut self, delta: &Delta, of_noun: &[&Delta]) -> Result<()> {
        let noun = delta.noun;
        let Some(theirs) = &delta.theirs else { return Ok(()) };
        let translated = match noun.table {
            "memo" => self.translate_memo(noun, theirs)?,
            _ => self.translate(noun, theirs)?,
        };
        let mut theirs_here = match translated {
            Translated::Here(image) => image,
            Translated::Missing(table, uuid) => return self.dropped(noun, theirs, table, &uuid),
        };
        if noun.table == "paraphrase"
            && !text(theirs, TEXT).is_empty()
            && span(&theirs_here).is_none()
            && span(theirs).is_some()
        {
            let title = self.title(noun, &theirs_here)?;
            self.report.remarks.push(Remark::LostWords(title));
        }
        let (found, base) = self.known(delta, &theirs_here, of_noun)?;
        let base = match base {
            Some(base) => match self.base_here(noun, &base)? {
                Some(mut base) => {
                    same_place(&mut base, &theirs_here, delta);
                    Some(base)
                }
                None => None,
            },
            None => None,
        };
        match found {
            // Paragraphs come with a new document only.
            None if noun.table == "paragraph"
                && number(&theirs_here, "document").is_some_and(|id| self.is_known(id)) =>
            {
                Ok(())
            }
            Some(id) => self.meet(delta, id, base.as_ref(), &theirs_here),
            None if delta.base.is_some() => {
                let title = self.title(noun, &theirs_here)?;
                let words = (String::new(), tr!("merge-gone"), self.summed(noun, &theirs_here)?);
                let id = format!("{} {}", noun.table, delta.key);
                if self.collides(id, Clash::GoneHere, noun.table, "", title, words, false) == Take::Theirs {
                    self.insert(delta, &mut theirs_here)?;
                }
                Ok(())
            }
            None => self.insert(delta, &mut theirs_here),
        }
    }

    /// The base with this project's integers; none where what it referred to is not here.
    pub(super) fn base_here(&self, noun: &'static Noun, base: &Image) -> Result<Option<Image>> {
        Ok(match self.translate(noun, base)? {
            Translated::Here(image) => Some(image),
            Translated::Missing(..) => None,
        })
    }

    /// The row here that a row there is, and what it was at the cut.
    fn known(
        &mut self,
        delta: &Delta,
        theirs: &Image,
        of_noun: &[&Delta],
    ) -> Result<(Option<i64>, Option<Image>)> {
        let noun = delta.noun;
        let base = delta.base.clone();
        if !noun.key.is_empty() {
            let columns = noun.key;
            if let ("paragraph", Some(there)) = (noun.table, &delta.theirs) {
                return Ok((self.paragraph_here(there, theirs)?, base));
            }
            return Ok((rows::find(self.w, noun.table, &values(columns, theirs))?, base));
        }
        if let Found::Row(id) = rows::resolve(self.w, noun, &delta.key)? {
            return Ok((Some(id), base));
        }
        if base.is_some() || noun.natural.is_empty() {
            return Ok((None, base));
        }
        // There is one consensus, whatever it is called on either side.
        let of_consensus = [("consensus", Value::from(1))];
        let known = match noun.table == "coder" && number(theirs, "consensus") == Some(1) {
            true => rows::find(self.w, noun.table, &of_consensus)?,
            false => rows::find(self.w, noun.table, &values(noun.natural, theirs))?,
        };
        let Some(id) = known else { return Ok((None, None)) };
        let Some(ours) = rows::image(self.w, noun.table, id)? else { return Ok((None, None)) };
        let uuid = text(&ours, "uuid");
        // Gone there and made anew: it goes on from what it was.
        let before = of_noun.iter().find(|other| other.theirs.is_none() && other.key == uuid);
        let base = before.and_then(|before| before.base.clone());
        if let Some(before) = before {
            self.replaced.insert((noun.table, before.key.clone()));
        } else {
            self.report.remarks.push(Remark::SameAs(self.title(noun, &ours)?));
        }
        packages::insert_alias(self.w, noun.table, &delta.key, uuid)?;
        Ok((Some(id), base))
    }

    fn dropped(&mut self, noun: &Noun, theirs: &Image, table: &'static str, uuid: &str) -> Result<()> {
        if noun.table == "decision_side" && table == "decision" {
            // The decision that it belongs to was asked about.
            return Ok(());
        }
        // What is missing has been asked about where it is a code or a document; the rest is said.
        if !matches!(table, "code" | "document") || !self.asked(table, uuid) {
            let what = self.title_there(noun, theirs)?;
            self.report.remarks.push(Remark::Dropped(what));
        }
        Ok(())
    }

    /// A row that is on both sides: column by column.
    pub(super) fn meet(
        &mut self,
        delta: &Delta,
        id: i64,
        base: Option<&Image>,
        theirs: &Image,
    ) -> Result<()> {
        let noun = delta.noun;
        let Some(ours) = rows::image(self.w, noun.table, id)? else { return Ok(()) };
        if noun.table == "coder" && base.is_none() && number(&ours, "consensus") == Some(1) {
            return Ok(());
        }
        let columns = self.shape(noun.table)?.columns.clone();
        let taken = self.columns(delta, &columns, base, &ours, theirs)?;
        let taken = self.free_names(delta, id, &ours, taken)?;
        if taken.is_empty() {
            return Ok(());
        }
        rows::update(self.w, noun.table, id, &taken)?;
        self.count(noun.table, Happened::Changed);
        Ok(())
    }

    /// The columns that are taken from there.
    pub(super) fn columns(
        &mut self,
        delta: &Delta,
        columns: &[String],
        base: Option<&Image>,
        ours: &Image,
        theirs: &Image,
    ) -> Result<Vec<(String, Value)>> {
        let noun = delta.noun;
        let mut units: Vec<(&str, Vec<&str>)> = Vec::new();
        for column in columns.iter().filter(|column| theirs.contains_key(*column)) {
            if delta.base.is_some() && !delta.base.as_ref().is_some_and(|base| base.contains_key(column)) {
                // It was not given, so it cannot have come back.
                continue;
            }
            if !matches!(policy(noun.table, column), Policy::Compared | Policy::Soft) {
                continue;
            }
            let unit = noun.unit(column);
            match units.iter_mut().find(|(name, _)| *name == unit) {
                Some((_, members)) => members.push(column),
                None => units.push((unit, vec![column])),
            }
        }
        let null = Value::Null;
        let mut taken: Vec<(String, Value)> = Vec::new();
        for (unit, members) in units {
            let met = members.iter().map(|column| {
                let of = |image: &'_ Image| image.get(*column).cloned().unwrap_or(Value::Null);
                three_way(base.map(|base| base.get(*column).unwrap_or(&null)), &of(ours), &of(theirs))
            });
            let met = met.fold(Met::Same, |all, one| match (all, one) {
                (Met::Same, one) => one,
                (all, Met::Same) => all,
                (all, one) if all == one => all,
                _ => Met::Both,
            });
            let soft = members.iter().all(|column| policy(noun.table, column) == Policy::Soft);
            let pairs = |image: &Image| -> Vec<(String, Value)> {
                members
                    .iter()
                    .map(|column| ((*column).to_owned(), image.get(*column).cloned().unwrap_or(Value::Null)))
                    .collect()
            };
            match met {
                Met::Same | Met::Ours => {}
                Met::Theirs => taken.extend(pairs(theirs)),
                Met::Both if soft => {}
                Met::Both => {
                    let joined = joined(unit, &pairs(ours), &pairs(theirs));
                    let words = (
                        base.map(|base| self.said(noun, &members, base)).transpose()?.unwrap_or_default(),
                        self.said(noun, &members, ours)?,
                        self.said(noun, &members, theirs)?,
                    );
                    let title = self.title(noun, ours)?;
                    let id = format!("{} {} {unit}", noun.table, delta.key);
                    match self.collides(id, Clash::Changed, noun.table, unit, title, words, joined.is_some())
                    {
                        Take::Ours => {}
                        Take::Theirs => taken.extend(pairs(theirs)),
                        Take::Both => taken.extend(joined),
                    }
                }
            }
        }
        if taken.iter().any(|(column, _)| policy(noun.table, column) == Policy::Compared) {
            for column in columns.iter().filter(|name| policy(noun.table, name) == Policy::Follows) {
                if let Some(value) = theirs.get(column).filter(|value| ours.get(column) != Some(value)) {
                    taken.push((column.clone(), value.clone()));
                }
            }
        }
        Ok(taken)
    }

    /// A row that is new here.
    pub(super) fn insert(&mut self, delta: &Delta, image: &mut Image) -> Result<()> {
        let noun = delta.noun;
        if noun.table == "decision" && !self.decide_again(delta, image)? {
            return Ok(());
        }
        if noun.table == "coder" && self.coder.is_some() {
            // Whoever was added in a package brings no work.
            return Ok(());
        }
        let text = match noun.table {
            "document" | "reference_document" => "text",
            "codebook_version" => "book",
            _ => "",
        };
        if let Some(hash) = image.get(text).and_then(Value::as_str) {
            let Some(words) = self.foreign.text(hash)? else { return Err(damaged(noun, text)) };
            rows::put_text(self.w, words.as_str())?;
        }
        let names: Vec<(String, Value)> =
            image.iter().map(|(column, value)| (column.clone(), value.clone())).collect();
        for (column, value) in self.free_names(delta, 0, &Image::new(), names)? {
            image.insert(column, value);
        }
        rows::insert(self.w, noun.table, image)?;
        self.count(noun.table, Happened::Added);
        if let ("work", Some(document), Some(coder)) =
            (noun.table, number(image, "document"), number(image, "coder"))
        {
            self.has_begun(document, coder);
        }
        if noun.table == "document" {
            self.lines_without_number(&delta.key)?;
        }
        Ok(())
    }

    /// The lines of a new document that have no number are not rows that are known again.
    fn lines_without_number(&mut self, uuid: &str) -> Result<()> {
        let (Some(speaker), Some(paragraph)) = (noun("speaker"), noun("paragraph")) else { return Ok(()) };
        for delta in self.foreign.about(speaker, "document", uuid, None)? {
            self.row(&delta, &[])?;
        }
        for delta in self.foreign.about(paragraph, "document", uuid, None)? {
            let unnumbered = delta.theirs.as_ref().is_some_and(|image| number(image, "number").is_none());
            if unnumbered {
                self.row(&delta, &[])?;
            }
        }
        Ok(())
    }

    /// What must be unique here: a name that another row has is asked about.
    fn free_names(
        &mut self,
        delta: &Delta,
        id: i64,
        ours: &Image,
        mut values: Vec<(String, Value)>,
    ) -> Result<Vec<(String, Value)>> {
        let noun = delta.noun;
        let column = match noun.table {
            "document" => "label",
            "coder" | "coding_pass" | "document_group" | "study_case" | "person" | "document_set"
            | "code_set" | "variable" | "memo_template" | "saved_query" | "saved_table"
            | "codebook_version" => "name",
            _ => return Ok(values),
        };
        let Some(at) = values.iter().position(|(name, _)| name == column) else { return Ok(values) };
        let Some(wanted) = values.get(at).and_then(|(_, value)| value.as_str()).map(str::to_owned) else {
            return Ok(values);
        };
        let taken = |name: &str| -> Result<bool> {
            let found = rows::find(self.w, noun.table, &[(column, Value::from(name))])?;
            Ok(found.is_some_and(|other| other != id))
        };
        if !taken(&wanted)? {
            return Ok(values);
        }
        let mut free = String::new();
        for nth in 2..10_000 {
            free = format!("{wanted} {nth}");
            if !taken(&free)? {
                break;
            }
        }
        if id == 0 {
            // New there, and a name that is another's here: it comes in under one of its own.
            if let Some(value) = values.get_mut(at) {
                value.1 = free.as_str().into();
            }
            self.report.remarks.push(Remark::Renamed(free));
            return Ok(values);
        }
        let title = self.title(noun, ours)?;
        let words = (String::new(), text(ours, column).to_owned(), free.clone());
        let key = format!("{} {} {column} taken", noun.table, delta.key);
        match self.collides(key, Clash::NameTaken, noun.table, column, title, words, false) {
            Take::Theirs => {
                if let Some(value) = values.get_mut(at) {
                    value.1 = free.into();
                }
            }
            _ => {
                values.remove(at);
            }
        }
        Ok(values)
    }

    /// Two decisions on one passage: one stays. Says whether theirs is taken.
    fn decide_again(&mut self, delta: &Delta, theirs: &Image) -> Result<bool> {
        let (Some(document), Some(span)) = (number(theirs, "document"), span(theirs)) else {
            return Ok(true);
        };
        let mut there = Vec::new();
        for ours in rows::decisions(self.w, document, span)? {
            let image = rows::image(self.w, "decision", ours)?.unwrap_or_default();
            // What was decided anew there is no second opinion.
            match self.gone_there.contains(&("decision", text(&image, "uuid").to_owned())) {
                true => self.forget_decision(ours)?,
                false => there.push((ours, image)),
            }
        }
        let Some((_, image)) = there.first() else { return Ok(true) };
        self.redecided.insert(document);
        let title = self.title(delta.noun, theirs)?;
        let words = (String::new(), self.summed(delta.noun, image)?, self.summed(delta.noun, theirs)?);
        let id = format!("decision {}", delta.key);
        if self.collides(id, Clash::Decided, "decision", "", title, words, false) != Take::Theirs {
            return Ok(false);
        }
        for (ours, _) in there {
            self.forget_decision(ours)?;
        }
        Ok(true)
    }

    fn forget_decision(&self, id: i64) -> Result<()> {
        rows::remove_where(self.w, "decision_side", "decision", id)?;
        rows::remove(self.w, "decision", id)
    }

    /// A row that is gone there.
    pub(super) fn remove(&mut self, delta: &Delta) -> Result<()> {
        let noun = delta.noun;
        if STAYING.contains(&noun.table) || self.replaced.contains(&(noun.table, delta.key.clone())) {
            return Ok(());
        }
        let Some(base) = &delta.base else { return Ok(()) };
        let base = self.base_here(noun, base)?;
        let id = if noun.key.is_empty() {
            match rows::resolve(self.w, noun, &delta.key)? {
                Found::Row(id) => Some(id),
                _ => None,
            }
        } else {
            match &base {
                Some(base) => rows::find(self.w, noun.table, &values(noun.key, base))?,
                None => None,
            }
        };
        let Some(id) = id else { return Ok(()) };
        let Some(ours) = rows::image(self.w, noun.table, id)? else { return Ok(()) };
        if noun.key.is_empty() && text(&ours, "uuid") != delta.key {
            // It went into another here: that one has more in it than what is gone there.
            return Ok(());
        }
        let changed = match &base {
            Some(base) => self.changed(delta, base, &ours)?,
            None => true,
        };
        match noun.table {
            "code" => return self.remove_code(delta, id, changed, &ours),
            "document" => return self.remove_document(delta, id, &ours),
            _ => {}
        }
        let used = rows::users(self.w, noun.table, id, None)?;
        let used = used
            .iter()
            .any(|(table, _)| !matches!(*table, "document_set_member" | "code_set_member" | "decision_side"));
        if changed || used {
            let title = self.title(noun, &ours)?;
            let words = (String::new(), self.summed(noun, &ours)?, tr!("merge-gone"));
            let key = format!("{} {}", noun.table, delta.key);
            if self.collides(key, Clash::GoneThere, noun.table, "", title, words, false) != Take::Theirs {
                return Ok(());
            }
        }
        match noun.table {
            "study_case" => {
                let case = crate::model::CaseId(id);
                crate::store::memos::set_free_of_case(self.w, case)?;
                rows::remove_where(self.w, "case_summary", "study_case", id)?;
                cases::remove(self.w, case)?;
            }
            "document_set" => {
                sets::remove(self.w, crate::model::sets::SetOf::Documents, crate::model::SetId(id))?
            }
            "code_set" => sets::remove(self.w, crate::model::sets::SetOf::Codes, crate::model::SetId(id))?,
            "document_group" => rows::remove_group(self.w, id)?,
            "decision" => self.forget_decision(id)?,
            _ if used => return Ok(()),
            _ => rows::remove(self.w, noun.table, id)?,
        }
        self.count(noun.table, Happened::Removed);
        Ok(())
    }

    /// Whether a row here says something else than at the cut.
    pub(super) fn changed(&self, delta: &Delta, base: &Image, ours: &Image) -> Result<bool> {
        let noun = delta.noun;
        let given = delta.base.as_ref();
        Ok(base.iter().any(|(column, value)| {
            policy(noun.table, column) == Policy::Compared
                && given.is_some_and(|given| given.contains_key(column))
                && ours.get(column) != Some(value)
        }))
    }

    /// Whose own work a row is, if it is somebody's.
    pub(super) fn is_own(&self, image: &Image) -> bool {
        self.coder.is_some() && number(image, "coder").map(CoderId) == self.coder
    }
}

/// The values of columns, to find a row by.
fn values<'c>(columns: &[&'c str], image: &Image) -> Vec<(&'c str, Value)> {
    columns.iter().map(|column| (*column, image.get(*column).cloned().unwrap_or(Value::Null))).collect()
}

/// Both texts, one below the other; none where the unit is no text of people.
fn joined(unit: &str, ours: &[(String, Value)], theirs: &[(String, Value)]) -> Option<(String, Value)> {
    let long = ["text", "comment", "definition", "apply", "not_apply", "research_question", "note", "reason"];
    if !long.contains(&unit) {
        return None;
    }
    let ((column, ours), (_, theirs)) = (ours.first()?, theirs.first()?);
    let between = if unit == "comment" { "\n" } else { "\n\n" };
    Some((column.clone(), Value::from(format!("{}{between}{}", ours.as_str()?, theirs.as_str()?))))
}

/// Where neither side has moved it, a correction has: the base stands where the package's row does.
pub(super) fn same_place(base: &mut Image, theirs: &Image, delta: &Delta) {
    let raw = |image: Option<&Image>| {
        image.map(|image| ["document", "start_pos", "end_pos", TEXT].map(|column| image.get(column).cloned()))
    };
    if raw(delta.base.as_ref()) == raw(delta.theirs.as_ref()) {
        for column in ["start_pos", "end_pos"] {
            if let Some(value) = theirs.get(column) {
                base.insert(column.to_owned(), value.clone());
            }
        }
    }
}
