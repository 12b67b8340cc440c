//! Where things stand: the corrections of a transcript on both sides, and the map from any of its texts to the present one.
//!
//! A correction that was made in the package only is made here as well. One that was made here since is replayed onto what
//! comes back, as if it had been coded afterwards. Where a text of the package is none that the corrections of either side
//! lead to, another program has changed it, and nothing can say where its positions belong: that is refused.

use std::collections::HashMap;

use serde_json::Value;

use super::Merger;
use super::said::excerpt;
use crate::error::{Error, Result};
use crate::model::DocumentId;
use crate::model::edits::TextEdit;
use crate::model::packages::{Clash, Delta, Image, Remark, Take, noun};
use crate::ops::edits::{self as corrections, Correction};
use crate::store::packages::portable::{self, TEXT};
use crate::store::packages::rows::{self, Found};
use crate::store::{documents, edits, settings};
use crate::text::anchors::{Hunk, Moves};
use crate::text::corrections::correct;
use crate::text::{CharPos, Span, Text, paragraphs};
use crate::tr;

/// One step from a text to the next, with the text that it leads to.
type Step = (Moves, Text);

/// The texts of one document and how they lead to the present one.
pub(super) struct Map {
    pub document: DocumentId,
    pub text: Text,
    /// Steps by the hash of the text that they begin with; none: nothing leads from there.
    steps: HashMap<String, Option<Vec<Step>>>,
    /// How long the texts are, by their hash.
    lengths: HashMap<String, u32>,
    /// The package's codings whose places a correction moves, by UUID; none: nothing is left of them.
    codings: HashMap<String, Option<Span>>,
}

impl Map {
    /// Where a span of a text is now; none where nothing is left of it.
    fn span(&self, hash: &str, span: Span) -> Option<Span> {
        let steps = self.steps.get(hash)?.as_ref()?;
        let mut now = span;
        for (moves, text) in steps {
            now = text.trim(moves.span(now));
            if now.is_empty() {
                return None;
            }
        }
        (now.end.0 <= self.text.len() && !now.is_empty()).then_some(now)
    }
    fn is_moved(&self, hash: &str) -> bool {
        self.steps.get(hash).is_some_and(|steps| steps.as_ref().is_some_and(|steps| !steps.is_empty()))
    }
}

/// The map of a correction backwards.
fn inverse(moves: &Moves) -> Moves {
    let hunks = moves.hunks().iter().zip(moves.new_spans());
    let back = hunks.map(|(hunk, now)| Hunk { old: now, length: hunk.old.len() }).collect();
    Moves::new(back).unwrap_or_default()
}

impl Merger<'_> {
    /// Brings the corrections of both sides together, document by document.
    pub(super) fn texts(&mut self) -> Result<()> {
        let Some(document) = noun("document") else { return Ok(()) };
        for (uuid, label, theirs) in self.foreign.documents()? {
            let Found::Row(id) = rows::resolve(self.w, document, &uuid)? else { continue };
            let base = self.foreign.text_at_cut(&uuid)?.unwrap_or_else(|| theirs.clone());
            let map = self.map(DocumentId(id), &uuid, &label, &base, &theirs)?;
            self.maps.insert(id, map);
        }
        Ok(())
    }

    fn map(&mut self, id: DocumentId, uuid: &str, label: &str, base: &str, theirs: &str) -> Result<Map> {
        // What lies under the hash must be what the hash says, or another program has changed the words.
        let chain = match self.foreign.text(theirs)? {
            Some(_) => self.chain(uuid, base, theirs)?,
            None => None,
        };
        let Some(chain) = chain else { return Err(self.changed_outside(id, label, theirs)?) };
        let label = documents::get(self.w, id)?.label;
        let ours = edits::text_hash(self.w, id)?;
        // What came back the last time was met then, and decided where it collided.
        let since = self.last_texts.get(uuid).cloned().unwrap_or_else(|| base.to_owned());
        let further = chain.iter().position(|edit| edit.before == since).and_then(|at| chain.get(at..));
        let known = self.steps_here(id, theirs)?.is_some();
        match further.unwrap_or_default() {
            _ if known && ours != theirs && base == theirs => {
                self.report.remarks.push(Remark::Replayed(label.clone()));
            }
            _ if known => {}
            further if !further.is_empty() && ours == since => {
                self.replay(id, further)?;
                self.report.remarks.push(Remark::Corrected(label.clone()));
            }
            _ if self.steps_here(id, base)?.is_none() => {
                return Err(self.changed_outside(id, &label, theirs)?);
            }
            [] => {}
            _ => self.corrected_twice(id, uuid, &label, (&ours, theirs))?,
        }
        let text = documents::text(self.w, id)?;
        let mut map = Map {
            document: id,
            text,
            steps: HashMap::new(),
            lengths: HashMap::new(),
            codings: HashMap::new(),
        };
        for at in 0..=chain.len() {
            let (before, _) = chain.split_at(at);
            let hash = before.last().map_or(base, |edit| edit.after.as_str());
            let found = match self.steps_here(id, hash)? {
                Some(found) => Some(found),
                None => self.steps_back(id, before, base)?,
            };
            map.steps.insert(hash.to_owned(), found);
            map.lengths.insert(hash.to_owned(), self.text_of(hash)?.map_or(0, |text| text.len()));
        }
        if map.is_moved(theirs) {
            map.codings = self.together(&map, uuid, theirs)?;
        }
        Ok(map)
    }

    /// Corrected on both sides, and not to the same.
    fn corrected_twice(
        &mut self,
        id: DocumentId,
        uuid: &str,
        label: &str,
        texts: (&str, &str),
    ) -> Result<()> {
        let (before, after) = (edits::text_of(self.w, texts.0)?, self.foreign.text(texts.1)?);
        let (Some(before), Some(after)) = (before, after) else { return Ok(()) };
        let (left, right) = first_difference(before.as_str(), after.as_str());
        let words = (String::new(), excerpt(left), excerpt(right));
        let key = format!("document {uuid} text");
        let taken = self.collides(key, Clash::Changed, "document", "text", label.to_owned(), words, false);
        if taken == Take::Theirs {
            let correction = Correction { text: after.as_str(), ..Correction::default() };
            corrections::apply(self.w, id, &correction)?;
        }
        Ok(())
    }

    /// The package's own corrections from one text to another; none where they do not lead there.
    fn chain(&self, uuid: &str, base: &str, theirs: &str) -> Result<Option<Vec<TextEdit>>> {
        let (mut at, mut chain) = (base.to_owned(), Vec::new());
        for edit in self.foreign.corrections(uuid)? {
            if at == theirs {
                break;
            }
            if edit.before == at && self.foreign.text(&edit.after)?.is_some() {
                at.clone_from(&edit.after);
                chain.push(edit);
            }
        }
        Ok((at == theirs).then_some(chain))
    }

    /// The steps from one of a document's texts to its present one.
    fn steps_here(&self, id: DocumentId, hash: &str) -> Result<Option<Vec<Step>>> {
        if edits::text_hash(self.w, id)? == hash {
            return Ok(Some(Vec::new()));
        }
        let chain = edits::chain(self.w, id)?;
        let Some(first) = chain.iter().rposition(|edit| edit.before == hash) else { return Ok(None) };
        let mut steps = Vec::new();
        for edit in chain.into_iter().skip(first) {
            let text = edits::text_of(self.w, &edit.after)?;
            let (Some(moves), Some(text)) = (Moves::new(edit.hunks), text) else { return Ok(None) };
            steps.push((moves, text));
        }
        Ok(Some(steps))
    }

    /// The steps back through the package's corrections to the text of the cut, and from there to the present one.
    fn steps_back(&self, id: DocumentId, chain: &[TextEdit], base: &str) -> Result<Option<Vec<Step>>> {
        let Some(here) = self.steps_here(id, base)? else { return Ok(None) };
        let mut steps = Vec::new();
        for edit in chain.iter().rev() {
            let (moves, text) = (Moves::new(edit.hunks.clone()), self.text_of(&edit.before)?);
            let (Some(moves), Some(text)) = (moves, text) else { return Ok(None) };
            steps.push((inverse(&moves), text));
        }
        steps.extend(here);
        Ok(Some(steps))
    }

    fn text_of(&self, hash: &str) -> Result<Option<Text>> {
        match self.foreign.text(hash)? {
            Some(text) => Ok(Some(text)),
            None => edits::text_of(self.w, hash),
        }
    }

    /// Makes the package's corrections here, one after the other.
    fn replay(&self, id: DocumentId, chain: &[TextEdit]) -> Result<()> {
        for edit in chain {
            let Some(text) = self.foreign.text(&edit.after)? else { break };
            let here = documents::transcript(self.w, id)?;
            // Hunks from outside move what stands here: only those that fit are used.
            let hunks = Some(edit.hunks.clone()).filter(|hunks| fits(hunks, &here.text, &text));
            // Whether the paragraphs were numbered anew is not said; it is, where the text comes out right only so.
            let options = edits::recognise_options(self.w, id)?;
            let known = hunks.clone().and_then(Moves::new);
            let lines = &here.paragraphs;
            let plain = correct(&here.text, lines, text.as_str(), &options, false, known.as_ref());
            let renumber = !plain.joined.is_empty() || plain.text.as_str() != text.as_str();
            let correction =
                Correction { text: text.as_str(), reason: &edit.reason, renumber, base: None, hunks };
            corrections::apply(self.w, id, &correction)?;
            if edits::text_hash(self.w, id)? != edit.after {
                break;
            }
        }
        Ok(())
    }

    /// Where the package's codings of a corrected document go: one coder's segments of one code together, since two with a
    /// border in the same hunk must not come to overlap, and around those that are here already.
    fn together(&self, map: &Map, uuid: &str, hash: &str) -> Result<HashMap<String, Option<Span>>> {
        let Some(coding) = noun("coding") else { return Ok(HashMap::new()) };
        let mut found = HashMap::new();
        let rows_there = self.foreign.codings(uuid)?;
        let lines = documents::paragraphs(self.w, map.document)?;
        let Some(Some(steps)) = map.steps.get(hash) else { return Ok(found) };
        for group in rows_there.chunk_by(|a, b| (&a.1, &a.2) == (&b.1, &b.2)) {
            let mut spans: Vec<(usize, Span)> = group.iter().map(|row| row.3).enumerate().collect();
            for (moves, text) in steps {
                let raw: Vec<Span> = spans.iter().map(|(_, span)| *span).collect();
                spans = spans
                    .iter()
                    .zip(moves.disjoint(&raw))
                    .map(|((nth, _), span)| (*nth, text.trim(span)))
                    .filter(|(_, span)| !span.is_empty())
                    .collect();
            }
            spans.retain(|(_, span)| paragraphs::numbers(&lines, *span).is_some());
            // What is here as it was handed out has its place; the rest goes around it.
            let mut fixed: Vec<Option<Span>> = Vec::new();
            for (nth, _) in &spans {
                let row = group.get(*nth).filter(|row| !self.is_moved_there(map, &row.0));
                let known = row.map(|row| rows::resolve(self.w, coding, &row.0)).transpose()?;
                fixed.push(match known {
                    Some(Found::Row(row)) => {
                        rows::image(self.w, "coding", row)?.and_then(|image| span(&image))
                    }
                    _ => None,
                });
            }
            let mut done = CharPos(0);
            for (at, (nth, raw)) in spans.iter().enumerate() {
                let next =
                    fixed.iter().skip(at + 1).flatten().next().map_or(CharPos(u32::MAX), |span| span.start);
                let now = match fixed.get(at).copied().flatten() {
                    Some(span) => span,
                    None => {
                        let start = raw.start.max(done);
                        Span { start, end: raw.end.min(next).max(start) }
                    }
                };
                done = now.end;
                if let Some(row) = group.get(*nth) {
                    let now = map.text.trim(now);
                    found.insert(row.0.clone(), (!now.is_empty()).then_some(now));
                }
            }
            for row in group {
                found.entry(row.0.clone()).or_insert(None);
            }
        }
        Ok(found)
    }

    /// Whether a coding is new there or stands elsewhere than at the cut.
    fn is_moved_there(&self, map: &Map, uuid: &str) -> bool {
        let delta = self.deltas.iter().find(|delta| delta.noun.table == "coding" && delta.key == uuid);
        let Some(Delta { base, theirs: Some(theirs), .. }) = delta else { return false };
        let Some(base) = base else { return true };
        let place = |image: &Image| span(image).and_then(|span| map.span(portable::text(image, TEXT), span));
        base.get("code") != theirs.get("code") || place(base) != place(theirs)
    }

    /// Where a span of one of the package's texts is here; none where nothing is left of it.
    pub(super) fn here(&self, document: i64, hash: &str, span: Span) -> Result<Option<Span>> {
        match self.maps.get(&document) {
            Some(map) if map.steps.contains_key(hash) => Ok(map.span(hash, span)),
            // A document that comes along new.
            _ => {
                let text = documents::text(self.w, DocumentId(document))?;
                if edits::text_hash(self.w, DocumentId(document))? == hash && span.end.0 <= text.len() {
                    return Ok((!text.trim(span).is_empty()).then_some(span));
                }
                Ok(None)
            }
        }
    }

    /// Whether a document was here before the package came.
    pub(super) fn is_known(&self, document: i64) -> bool {
        self.maps.contains_key(&document)
    }

    /// The row here of a paragraph of the package: the one that begins where its words are now. Numbers may have been
    /// given anew on either side.
    pub(super) fn paragraph_here(&self, there: &Image, here: &Image) -> Result<Option<i64>> {
        let (Some(document), Some(span)) = (super::number(here, "document"), span(here)) else {
            return Ok(None);
        };
        let Some(noun) = noun("document") else { return Ok(None) };
        let row = self.foreign.row(noun, portable::text(there, "document"))?;
        let hash = row.map(|row| portable::text(&row, "text").to_owned()).unwrap_or_default();
        let Some(now) = self.here(document, &hash, span)? else { return Ok(None) };
        let place = [("document", Value::from(document)), ("start_pos", Value::from(now.start.0))];
        rows::find(self.w, "paragraph", &place)
    }

    /// How long a text of the package is; none where it is none of the document's.
    pub(super) fn length(&self, document: i64, hash: &str) -> Result<Option<u32>> {
        if let Some(length) = self.maps.get(&document).and_then(|map| map.lengths.get(hash)) {
            return Ok(Some(*length));
        }
        let here = edits::text_hash(self.w, DocumentId(document))? == hash;
        Ok(if here { Some(documents::text(self.w, DocumentId(document))?.len()) } else { None })
    }

    /// Where a coding of the package is here, if a correction moved it.
    pub(super) fn moved_coding(&self, document: i64, uuid: &str) -> Option<Option<Span>> {
        self.maps.get(&document)?.codings.get(uuid).copied()
    }

    /// Words that another program has changed, with the paragraph.
    fn changed_outside(&self, id: DocumentId, label: &str, theirs: &str) -> Result<Error> {
        let there = self.foreign.raw_text(theirs)?.unwrap_or_default();
        let transcript = documents::transcript(self.w, id)?;
        let at = transcript
            .text
            .as_str()
            .chars()
            .zip(there.chars())
            .take_while(|(ours, theirs)| ours == theirs)
            .count() as u32;
        let span = Span { start: CharPos(at), end: CharPos(at.saturating_add(1)) };
        let line = paragraphs::at(&transcript.paragraphs, span.start);
        let number = transcript.paragraphs.get(line).and_then(|line| line.number.or(line.part_of));
        let place = match number {
            Some(number) => settings::citation(self.w)?.cite(label, number, number),
            None => label.to_owned(),
        };
        Ok(Error::refused(tr!("error-changed-outside", label = label.to_owned(), place = place.clone()))
            .hint(tr!("hint-changed-outside"))
            .place(place))
    }
}

/// The span of a row.
pub(super) fn span(image: &Image) -> Option<Span> {
    let at = |column: &str| image.get(column).and_then(Value::as_i64).and_then(|at| u32::try_from(at).ok());
    let (start, end) = (at("start_pos")?, at("end_pos")?);
    (start < end).then(|| Span::new(start, end))
}

/// Whether hunks make the one text out of the other: what is outside of them is the same.
fn fits(hunks: &[Hunk], before: &Text, after: &Text) -> bool {
    let Some(moves) = Moves::new(hunks.to_vec()) else { return false };
    let (mut at, mut to) = (0, 0);
    for (hunk, now) in moves.hunks().iter().zip(moves.new_spans()) {
        if hunk.old.end.0 > before.len() || now.end.0 > after.len() || now.start.0 < to {
            return false;
        }
        let (old, new) = (Span::new(at, hunk.old.start.0), Span::new(to, now.start.0));
        if before.slice(old) != after.slice(new) {
            return false;
        }
        (at, to) = (hunk.old.end.0, now.end.0);
    }
    before.slice(Span::new(at, before.len())) == after.slice(Span::new(to, after.len()))
}

/// The lines in which two texts differ first.
fn first_difference<'a>(left: &'a str, right: &'a str) -> (&'a str, &'a str) {
    let (mut ours, mut theirs) = (left.lines(), right.lines());
    loop {
        match (ours.next(), theirs.next()) {
            (Some(a), Some(b)) if a == b => {}
            (a, b) => return (a.unwrap_or_default(), b.unwrap_or_default()),
        }
    }
}
