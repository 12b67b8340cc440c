//! Correcting a transcript: a new version of its text, with everything that stands in it brought along.
//!
//! The new text is compared with the old one (`text::corrections`); paragraphs keep their numbers, and codings, memos,
//! paraphrases, anchor examples and asked-for quotations of all coders go where their words went. What lost words at its
//! ends is listed; a coding of which nothing is left goes, and its memos stay at the place; a paraphrase or an anchor
//! example then keeps its words without a place. One operation, one undo.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use serde_json::json;

use crate::error::{Error, Result};
use crate::model::codes::CodeTree;
use crate::model::documents::{Role, Transcript};
use crate::model::edits::{Affected, EditReport, Others, Passage, SpeakerChange, Standing};
use crate::model::history::{Done, OperationKind};
use crate::model::{AnchorId, CodeId, CoderId, CodingId, DocumentId};
use crate::store::edits::Place;
use crate::store::{
    Project, Reader, Writer, coders, codes, codings, decisions, documents, edits, memos, settings, viewer,
};
use crate::text::anchors::{Fate, Hunk, Moves, order};
use crate::text::citations::Pattern;
use crate::text::corrections::{Corrected, correct};
use crate::text::paragraphs::{self, quotation};
use crate::text::speakers::is_interviewer;
use crate::text::{CharPos, Paragraph, ParagraphKind, Span, Text};
use crate::tr;

/// What a transcript is corrected to.
#[derive(Debug, Clone, Default)]
pub struct Correction<'a> {
    /// The whole text, a paragraph a line.
    pub text: &'a str,
    /// Why, for the audit trail.
    pub reason: &'a str,
    /// Numbers all paragraphs anew; only then may paragraphs be joined or taken out.
    pub renumber: bool,
    /// The hash of the text that was corrected; refused where the document has another one by now.
    pub base: Option<&'a str>,
    /// What was replaced, within paragraphs and in text order; none: it is found by comparing.
    pub hunks: Option<Vec<Hunk>>,
}

/// Corrects a transcript. Says what it did, or, in a dry run, what it would do.
pub fn edit(
    project: &mut Project,
    document: DocumentId,
    correction: &Correction<'_>,
) -> Result<Done<EditReport>> {
    project.operate(OperationKind::EditText, json!({"reason": correction.reason}), |w| {
        let report = apply(w, document, correction)?;
        w.argument("label", report.label.as_str());
        let place = report.passages.first().map_or(report.label.as_str(), |passage| &passage.citation);
        let more = report.passages.len().saturating_sub(1);
        w.argument("place", if more == 0 { place.to_owned() } else { format!("{place} +{more}") });
        Ok(report)
    })
}

/// Corrects one paragraph, with all that was split off it; `text` may have several lines.
pub fn edit_paragraph(
    project: &mut Project,
    document: DocumentId,
    number: u32,
    text: &str,
    reason: &str,
) -> Result<Done<EditReport>> {
    let (whole, base) = with_paragraph(&project.read(), document, number, text)?;
    let correction = Correction { text: &whole, reason, base: Some(&base), ..Correction::default() };
    edit(project, document, &correction)
}

/// The document's text with one paragraph's words replaced, and the hash of the text as it is.
pub fn with_paragraph(
    reader: &Reader<'_>,
    document: DocumentId,
    number: u32,
    text: &str,
) -> Result<(String, String)> {
    let excerpt = Excerpt::of(reader, document, Some((number, number)))?;
    Ok((excerpt.with(text), excerpt.base))
}

/// The part of a transcript that is to be corrected.
#[derive(Debug, Clone)]
pub struct Excerpt {
    pub transcript: Transcript,
    pub span: Span,
    /// The hash of the text that it is a part of.
    pub base: String,
}

impl Excerpt {
    /// Paragraphs from a first to a last number, with all that was split off them; none: the whole text.
    pub fn of(reader: &Reader<'_>, document: DocumentId, numbers: Option<(u32, u32)>) -> Result<Excerpt> {
        // The hash first: whoever corrects the text in between is noticed, not overwritten.
        let base = edits::text_hash(reader, document)?;
        let transcript = documents::transcript(reader, document)?;
        let span = match numbers {
            None => transcript.text.whole(),
            Some((first, last)) => {
                let label = documents::get(reader, document)?.label;
                let find = |number| {
                    let found = paragraphs::extent(&transcript.paragraphs, number);
                    found.ok_or_else(|| no_such_paragraph(&label, number, &transcript.paragraphs))
                };
                find(first)?.hull(find(last)?)
            }
        };
        Ok(Excerpt { transcript, span, base })
    }
    pub fn text(&self) -> &str {
        self.transcript.text.slice(self.span)
    }
    /// The whole text, with other words in this part.
    pub fn with(&self, text: &str) -> String {
        let mut whole = self.transcript.text.as_str().to_owned();
        whole.replace_range(self.transcript.text.bytes(self.span), text);
        whole
    }
}

fn no_such_paragraph(label: &str, number: u32, all: &[Paragraph]) -> Error {
    let last = all.iter().rev().find_map(|p| p.number).unwrap_or(0);
    Error::not_found(tr!(
        "error-no-such-paragraph",
        label = label.to_owned(),
        paragraph = number,
        last = last
    ))
}

/// Corrects a transcript inside an operation that does more.
pub fn apply(w: &Writer<'_>, document: DocumentId, correction: &Correction<'_>) -> Result<EditReport> {
    let label = documents::get(w, document)?.label;
    let before = edits::text_hash(w, document)?;
    if correction.base.is_some_and(|base| base != before) {
        return Err(Error::refused(tr!("error-edit-outdated", label = label)).hint(tr!("hint-edit-outdated")));
    }
    let transcript = documents::transcript(w, document)?;
    let options = edits::recognise_options(w, document)?;
    let known = correction.hunks.clone().and_then(Moves::new);
    let made = correct(
        &transcript.text,
        &transcript.paragraphs,
        correction.text,
        &options,
        correction.renumber,
        known.as_ref(),
    );
    let pattern = settings::citation(w)?;
    let cite = |first, last| pattern.cite(&label, first, last);
    if !correction.renumber && !made.joined.is_empty() {
        let which: Vec<String> = made.joined.iter().map(|&(first, last)| cite(first, last)).collect();
        return Err(
            Error::refused(tr!("error-edit-joins", places = which.join(", "))).hint(tr!("hint-edit-joins"))
        );
    }
    if made.text.as_str().trim().is_empty() {
        return Err(Error::refused(tr!("error-edit-empty", label = label)).hint(tr!("hint-edit-empty")));
    }
    let work = Work { w, document, label: &label, pattern: &pattern, old: &transcript, made: &made };
    let mut report = work.report();
    work.bring_along(&mut report)?;
    work.put_paragraphs(&mut report)?;
    let numbered = made.rows.iter().filter(|row| row.paragraph.number.is_some()).count() as u32;
    let after = edits::set_text(w, document, &made.text, numbered)?;
    if before != after {
        edits::insert(w, document, (&before, &after), made.moves.hunks(), correction.reason.trim())?;
    }
    Ok(report)
}

struct Work<'a> {
    w: &'a Writer<'a>,
    document: DocumentId,
    label: &'a str,
    pattern: &'a Pattern,
    old: &'a Transcript,
    made: &'a Corrected,
}

impl Work<'_> {
    fn cite(&self, paragraphs: &[Paragraph], span: Span) -> String {
        let numbers = paragraphs::numbers(paragraphs, span);
        numbers
            .map_or_else(|| self.label.to_owned(), |(first, last)| self.pattern.cite(self.label, first, last))
    }
    fn cite_number(&self, number: Option<u32>) -> String {
        number.map_or_else(|| self.label.to_owned(), |number| self.pattern.cite(self.label, number, number))
    }

    /// What there is to say about the paragraphs.
    fn report(&self) -> EditReport {
        let one = |number: &u32| self.cite_number(Some(*number));
        let made = self.made;
        EditReport {
            label: self.label.to_owned(),
            passages: made
                .changes
                .iter()
                .map(|change| Passage {
                    citation: self.cite_number(change.number),
                    before: change.before.clone(),
                    after: change.after.clone(),
                })
                .collect(),
            split: made.split.iter().map(one).collect(),
            emptied: made.emptied.iter().map(one).collect(),
            joined: made
                .joined
                .iter()
                .map(|&(first, last)| self.pattern.cite(self.label, first, last))
                .collect(),
            renumbered: made
                .renumbered
                .iter()
                .map(|(before, after)| (one(before), after.as_ref().map(one)))
                .collect(),
            ..EditReport::default()
        }
    }

    /// Moves what stands in the text to where its words are now.
    fn bring_along(&self, report: &mut EditReport) -> Result<()> {
        let rows: Vec<Paragraph> = self.made.rows.iter().map(|row| row.paragraph.clone()).collect();
        let places = edits::everything_in(self.w, self.document)?;
        let mut seen: HashMap<CoderId, (bool, String)> = HashMap::new();
        let tree = codes::tree(self.w)?;
        let mut telling = Telling { report, tree: &tree, seen: &mut seen };
        let mut segments = HashMap::new();
        // One coder's segments of one code must not overlap, so these go together, the rest one by one.
        for together in places.chunk_by(|a, b| {
            a.what == Standing::Coding && b.what == a.what && (a.coder, a.code) == (b.coder, b.code)
        }) {
            let spans: Vec<Span> = together.iter().map(|place| place.span).collect();
            let mut moves = Vec::with_capacity(together.len());
            for (place, raw) in together.iter().zip(self.made.moves.disjoint(&spans)) {
                let mut now = self.made.text.trim(raw);
                if place.what == Standing::Coding && paragraphs::numbers(&rows, now).is_none() {
                    now.end = now.start;
                }
                let fate = match self.made.moves.fate(place.span, now) {
                    // Two shared a hunk, and the other one has it.
                    Fate::Kept | Fate::Changed if raw != self.made.moves.span(place.span) => Fate::Shrunk,
                    fate => fate,
                };
                self.tell(&mut telling, place, now, fate, &rows)?;
                if let (Standing::Coding, Some(coder), code) = (place.what, place.coder, place.code) {
                    segments.insert((coder, code, place.span), now);
                }
                if fate == Fate::Emptied {
                    self.let_go(place, now.start, &rows)?;
                } else if now != place.span {
                    moves.push((place, now));
                }
                if place.what == Standing::Anchor && fate != Fate::Emptied && fate != Fate::Kept {
                    let before = quotation(&self.old.text, &self.old.paragraphs, place.span);
                    let after = quotation(&self.made.text, &rows, now);
                    edits::set_anchor_words(self.w, place.id, &before, &after)?;
                }
            }
            let ways: Vec<(Span, Span)> = moves.iter().map(|(place, now)| (place.span, *now)).collect();
            for (place, now) in order(&ways).into_iter().filter_map(|at| moves.get(at)) {
                edits::move_to(self.w, place.what, place.id, *now)?;
            }
        }
        telling.report.affected.sort_by_key(|affected| std::cmp::Reverse(affected.fate));
        self.bring_decisions(&segments, &rows)
    }

    /// Decisions of the consolidation go where the segments went that they are about: what was decided stays decided.
    fn bring_decisions(
        &self,
        segments: &HashMap<(CoderId, Option<CodeId>, Span), Span>,
        rows: &[Paragraph],
    ) -> Result<()> {
        let moved = |span: Span| self.made.text.trim(self.made.moves.span(span));
        for (id, coder, code, span) in decisions::side_places(self.w, self.document)? {
            let now = segments.get(&(coder, code, span)).copied().unwrap_or_else(|| moved(span));
            if now != span {
                decisions::move_side(self.w, id, now)?;
            }
        }
        for (id, span) in decisions::passages(self.w, self.document)? {
            let now = Some(moved(span)).filter(|now| !now.is_empty());
            let now = now.unwrap_or_else(|| home(&self.made.text, rows, moved(span).start));
            if now != span {
                decisions::move_to(self.w, id, now)?;
            }
        }
        Ok(())
    }

    /// What becomes of something when nothing is left of its passage.
    fn let_go(&self, place: &Place, at: CharPos, rows: &[Paragraph]) -> Result<()> {
        match place.what {
            Standing::Coding => {
                let id = CodingId(place.id);
                if edits::has_memo(self.w, id)? {
                    memos::leave_at_place(self.w, id, self.document, home(&self.made.text, rows, at))?;
                }
                codings::remove(self.w, id)
            }
            Standing::Memo | Standing::Release => {
                edits::move_to(self.w, place.what, place.id, home(&self.made.text, rows, at))
            }
            Standing::Paraphrase => edits::unplace_paraphrase(self.w, place.id),
            Standing::Anchor => {
                let source = self.cite(&self.old.paragraphs, place.span);
                codes::unlink_anchor(self.w, AnchorId(place.id), &source)
            }
        }
    }

    /// Counts and lists how something came through; of work that is not shown only that it was there.
    fn tell(
        &self,
        telling: &mut Telling<'_>,
        place: &Place,
        now: Span,
        fate: Fate,
        rows: &[Paragraph],
    ) -> Result<()> {
        let coder = match place.coder {
            None => None,
            Some(id) => Some(&*match telling.seen.entry(id) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(free) => free
                    .insert((viewer::sees(self.w, id, Some(self.document))?, coders::get(self.w, id)?.name)),
            }),
        };
        let report = &mut *telling.report;
        if coder.is_some_and(|(seen, _)| !seen) {
            let Others { changed, shrunk, emptied } = &mut report.others;
            match fate {
                Fate::Kept => {}
                Fate::Changed => *changed += 1,
                Fate::Shrunk => *shrunk += 1,
                Fate::Emptied => *emptied += 1,
            }
            return Ok(());
        }
        if fate == Fate::Kept {
            report.kept += u32::from(now == place.span);
            report.moved += u32::from(now != place.span);
            return Ok(());
        }
        report.affected.push(Affected {
            what: place.what,
            fate,
            code: place.code.map(|code| telling.tree.path(code).to_owned()),
            coder: coder.map(|(_, name)| name.clone()),
            citation: self.cite(&self.old.paragraphs, place.span),
            now: (fate != Fate::Emptied).then(|| self.cite(rows, now)),
            before: self.old.text.slice(place.span).to_owned(),
            after: self.made.text.slice(now).to_owned(),
        });
        Ok(())
    }

    /// Brings the paragraph rows to the new text.
    fn put_paragraphs(&self, report: &mut EditReport) -> Result<()> {
        let ids = edits::paragraph_ids(self.w, self.document)?;
        let old = &self.old.paragraphs;
        let speakers = self.speakers()?;
        for &index in &self.made.gone {
            if let Some(&id) = ids.get(index) {
                edits::remove_paragraph(self.w, id)?;
            }
        }
        let mut moves = Vec::new();
        for row in &self.made.rows {
            let Some((id, stored)) = row.from.and_then(|from| Some((*ids.get(from)?, old.get(from)?))) else {
                continue;
            };
            let now = &row.paragraph;
            if stored.speaker != now.speaker {
                report.speakers.push(SpeakerChange {
                    citation: self.cite_number(now.number.or(now.part_of)),
                    before: stored.speaker.clone(),
                    after: now.speaker.clone(),
                });
            }
            if stored.number.is_some() && stored.number != now.number {
                edits::unnumber(self.w, id)?;
            }
            if stored != now {
                moves.push((id, stored, now));
            }
        }
        // With its newline, so that an empty paragraph has a place, too.
        let with_newline = |span: Span| Span { end: CharPos(span.end.0 + 1), ..span };
        let ways: Vec<(Span, Span)> =
            moves.iter().map(|(_, was, now)| (with_newline(was.span), with_newline(now.span))).collect();
        let speaker = |paragraph: &Paragraph| {
            paragraph.speaker.as_ref().and_then(|label| speakers.get(label.as_str()).copied())
        };
        for (id, _, now) in order(&ways).into_iter().filter_map(|at| moves.get(at)) {
            edits::update_paragraph(self.w, *id, now, speaker(now))?;
        }
        for row in self.made.rows.iter().filter(|row| row.from.is_none()) {
            edits::insert_paragraph(self.w, self.document, &row.paragraph, speaker(&row.paragraph))?;
        }
        for speaker in documents::speakers(self.w, self.document)? {
            if !speakers.contains_key(speaker.label.as_str()) {
                edits::remove_silent(self.w, speaker.id.0)?;
            }
        }
        Ok(())
    }

    /// The rows of those who speak in the new text; a speaker whose label was corrected everywhere stays who they are.
    fn speakers(&self) -> Result<BTreeMap<String, i64>> {
        let stored = documents::speakers(self.w, self.document)?;
        let now: BTreeMap<&str, ()> =
            self.made.rows.iter().filter_map(|row| Some((row.paragraph.speaker.as_deref()?, ()))).collect();
        let mut found: BTreeMap<String, i64> = stored
            .iter()
            .filter(|speaker| now.contains_key(speaker.label.as_str()))
            .map(|speaker| (speaker.label.clone(), speaker.id.0))
            .collect();
        for label in now.into_keys() {
            if found.contains_key(label) {
                continue;
            }
            let became = self.made.rows.iter().find_map(|row| {
                let was = self.old.paragraphs.get(row.from?)?.speaker.as_deref()?;
                (row.paragraph.speaker.as_deref() == Some(label)).then_some(was)
            });
            let corrected = stored.iter().find(|speaker| {
                Some(speaker.label.as_str()) == became && !found.values().any(|&id| id == speaker.id.0)
            });
            let id = match corrected {
                Some(speaker) => {
                    edits::rename_speaker(self.w, speaker.id.0, label)?;
                    speaker.id.0
                }
                None => {
                    let role = if is_interviewer(label) { Role::Interviewer } else { Role::Interviewee };
                    documents::insert_speaker(self.w, self.document, label, role)?
                }
            };
            found.insert(label.to_owned(), id);
        }
        Ok(found)
    }
}

struct Telling<'a> {
    report: &'a mut EditReport,
    tree: &'a CodeTree,
    seen: &'a mut HashMap<CoderId, (bool, String)>,
}

/// Where something stays that has no words any more: at the paragraph there, or the nearest one with words.
pub(super) fn home(text: &Text, rows: &[Paragraph], at: CharPos) -> Span {
    let here = paragraphs::at(rows, at);
    let spoken = |row: &&Paragraph| row.kind != ParagraphKind::Header && !text.trim(row.span).is_empty();
    let before = rows.get(..=here).unwrap_or(rows).iter().rev().find(spoken);
    let found = before.or_else(|| rows.iter().find(spoken));
    found.map_or(Span { start: at, end: at }, |row| text.trim(row.span))
}

/// Says who speaks a paragraph; an empty label takes the speaker away. A label that is new is a new speaker.
pub fn set_speaker(
    project: &mut Project,
    document: DocumentId,
    number: u32,
    speaker: &str,
) -> Result<Done<()>> {
    let speaker = speaker.trim().trim_end_matches(':').trim_end();
    if speaker.chars().any(char::is_control) {
        return Err(Error::invalid(tr!("error-title-control")));
    }
    project.operate(OperationKind::SetSpeaker, json!({"name": speaker}), |w| {
        let label = documents::get(w, document)?.label;
        let ids = edits::paragraph_ids(w, document)?;
        let rows = documents::paragraphs(w, document)?;
        if !rows.iter().any(|row| row.number == Some(number)) {
            return Err(no_such_paragraph(&label, number, &rows));
        }
        w.argument("label", label.as_str());
        w.argument("place", settings::citation(w)?.cite(&label, number, number));
        let there = documents::speakers(w, document)?;
        let id = match there.iter().find(|known| known.label == speaker) {
            _ if speaker.is_empty() => None,
            Some(known) => Some(known.id.0),
            None => {
                let role = if is_interviewer(speaker) { Role::Interviewer } else { Role::Interviewee };
                Some(documents::insert_speaker(w, document, speaker, role)?)
            }
        };
        for (row_id, row) in ids.into_iter().zip(&rows) {
            if row.number == Some(number) || row.part_of == Some(number) {
                edits::update_paragraph(w, row_id, row, id)?;
            }
        }
        for known in there {
            edits::remove_silent(w, known.id.0)?;
        }
        Ok(())
    })
}
