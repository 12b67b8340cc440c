//! The work of several coders side by side: what they declared done on released documents, and where it differs.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::agreement::AgreementQuery;
use crate::analysis::agreement::tables;
use crate::analysis::agreement::units::{Judged, Marked};
use crate::analysis::differences::{Difference, Only, differences as differing};
use crate::error::{Error, Result};
use crate::model::coders::{Coder, Status};
use crate::model::codes::CodeTree;
use crate::model::codings::Coding;
use crate::model::documents::{Document, Role};
use crate::model::table::Table;
use crate::model::{CodeId, CoderId, DocumentId};
use crate::store::{Project, Reader, coders, codes, codings, documents, revisit, settings, viewer};
use crate::text::{Paragraph, Span, paragraphs};
use crate::tr;

/// What two or more coders have declared done, side by side.
#[derive(Debug, Clone)]
pub struct Gathered {
    /// The coders compared.
    pub coders: Vec<Coder>,
    /// Documents that two or more of them declared done.
    pub documents: Vec<Document>,
    /// By document: which of the coders declared it done.
    pub judged_by: Vec<Vec<CoderId>>,
    /// Documents asked for.
    pub of_documents: usize,
    /// Of these, documents on which the coders are still blind: left out.
    pub blind: usize,
    /// The declared codes with their paths.
    pub codes: Vec<(CodeId, String)>,
    /// By document, what each coder marked.
    pub judged: Vec<Judged>,
    /// How often each coder used each code, by code and coder.
    pub used: Vec<Vec<u32>>,
    /// Passages coded differently, by document, of every two coders.
    pub differences: Vec<Difference>,
    /// Pairs of document and code that one of the coders has to revisit: left out.
    pub revisit: usize,
}

/// Puts the coders' work side by side, on the documents that are released; refused where none is: a blind coder learns
/// nothing about another's codings, nor their number.
pub fn gather(project: &Project, query: &AgreementQuery) -> Result<Gathered> {
    let reader = project.read();
    let (released, blind) = released(&reader, query.documents.as_deref())?;
    if released.is_empty() && blind > 0 {
        return Err(Error::refused(tr!("error-agreement-blind")).hint(tr!("hint-agreement-blind")));
    }
    let compared = who(&reader, query.coders.as_deref(), &released)?;
    let tree = codes::tree(&reader)?;
    let declared = declared(&tree, query);
    if declared.is_empty() {
        return Err(Error::refused(tr!("error-agreement-no-codes")).hint(tr!("hint-agreement-no-codes")));
    }
    let of_documents = released.len() + blind;
    let chosen = double_coded(&reader, &compared, released)?;
    if chosen.is_empty() {
        return Err(
            Error::refused(tr!("error-agreement-no-documents")).hint(tr!("hint-agreement-no-documents"))
        );
    }
    let standing = standing_for(&tree, &declared, query.main_codes);
    let mut by_document: HashMap<DocumentId, Vec<Coding>> = HashMap::new();
    for coding in codings::all(&reader)? {
        by_document.entry(coding.document).or_default().push(coding);
    }
    let waiting = revisit::list(&reader)?;
    let mut left_out = 0;
    let mut judged = Vec::with_capacity(chosen.len());
    let mut differences = Vec::new();
    let mut used = vec![vec![0; compared.len()]; declared.len()];
    for (document, by) in &chosen {
        let to_revisit: BTreeSet<u32> = waiting
            .iter()
            .filter(|one| one.document == document.id && by.contains(&one.coder))
            .filter_map(|one| standing.get(&one.code).copied())
            .collect();
        left_out += to_revisit.len();
        let mut own: Vec<Vec<Coding>> = vec![Vec::new(); compared.len()];
        for coding in by_document.remove(&document.id).unwrap_or_default() {
            let coder = compared.iter().position(|coder| coder.id == coding.coder);
            if let (Some(coder), Some(code)) = (coder, standing.get(&coding.code))
                && by.contains(&coding.coder)
                && !to_revisit.contains(code)
            {
                own[coder].push(Coding { code: declared[*code as usize].0, ..coding });
            }
        }
        own.iter_mut().for_each(unite);
        let counted = counted(&reader, document.id, query.without_interviewers)?;
        let coders = compared.iter().zip(&own).enumerate().map(|(at, (coder, codings))| {
            by.contains(&coder.id).then(|| {
                let marked = |coding: &Coding| Marked {
                    span: coding.span,
                    code: standing.get(&coding.code).copied().unwrap_or_default(),
                };
                let marked: Vec<Marked> = codings.iter().map(marked).collect();
                for mark in &marked {
                    used[mark.code as usize][at] += 1;
                }
                marked
            })
        });
        judged.push(Judged {
            coders: coders.collect(),
            paragraphs: counted,
            revisit: to_revisit.into_iter().collect(),
        });
        for (at, first) in own.iter().enumerate() {
            for (second, coder) in own.iter().zip(&compared).skip(at + 1) {
                if by.contains(&compared[at].id) && by.contains(&coder.id) {
                    let pair = (compared[at].id, coder.id);
                    differences.extend(differing(document.id, pair, first, second));
                }
            }
        }
    }
    let (documents, judged_by) = chosen.into_iter().unzip();
    Ok(Gathered {
        coders: compared,
        documents,
        judged_by,
        of_documents,
        blind,
        codes: declared,
        judged,
        used,
        differences,
        revisit: left_out,
    })
}

/// A difference with its citation and the words of its passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    pub difference: Difference,
    pub citation: String,
    pub words: String,
}

/// The differences with where they stand.
pub fn located(
    reader: &Reader<'_>,
    documents: &[Document],
    differences: &[Difference],
) -> Result<Vec<Differing>> {
    let pattern = settings::citation(reader)?;
    let mut transcripts = HashMap::new();
    let mut located = Vec::with_capacity(differences.len());
    for difference in differences {
        let transcript = match transcripts.entry(difference.document) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(documents::transcript(reader, difference.document)?),
        };
        let document = documents.iter().find(|document| document.id == difference.document);
        let label = document.map(|document| document.label.as_str()).unwrap_or_default();
        let span = difference.span();
        let touched = paragraphs::touched(&transcript.paragraphs, span);
        let (first, last) = paragraphs::numbers(touched, span).unwrap_or_default();
        located.push(Differing {
            difference: difference.clone(),
            citation: pattern.cite(label, first, last),
            words: paragraphs::quotation(&transcript.text, touched, span),
        });
    }
    Ok(located)
}

impl Differing {
    pub fn passage(&self) -> tables::Passage {
        tables::Passage { citation: self.citation.clone(), words: self.words.clone() }
    }
}

/// The differences one by one, with their citation and words.
pub fn table(context: &tables::Context<'_>, all: &[Differing]) -> Table {
    let passages: Vec<tables::Passage> = all.iter().map(Differing::passage).collect();
    let coders = (context.coders, context.who);
    tables::differences(coders, context.codes, context.notes, context.differences, &passages)
}

/// Where the coders differ, in the order of the documents and of their texts.
#[derive(Debug, Clone, Default)]
pub struct Differences {
    pub coders: Vec<Coder>,
    pub documents: Vec<Document>,
    pub of_documents: usize,
    pub blind: usize,
    pub codes: Vec<(CodeId, String)>,
    /// Pairs of document and code to revisit: left out.
    pub revisit: usize,
    pub all: Vec<Differing>,
}

/// The differences that an answer is asked for.
pub fn differences(project: &Project, query: &AgreementQuery, only: Only) -> Result<Differences> {
    let Gathered { coders, documents, of_documents, blind, codes, differences, revisit, .. } =
        gather(project, query)?;
    let wanted: Vec<Difference> = differences.into_iter().filter(|one| only.holds(one)).collect();
    let mut all = located(&project.read(), &documents, &wanted)?;
    // Of several pairs of coders: by text, so that one walks through each transcript once.
    let order =
        |one: &Differing| documents.iter().position(|document| document.id == one.difference.document);
    all.sort_by_key(|one| (order(one), one.difference.span()));
    Ok(Differences { coders, documents, of_documents, blind, codes, revisit, all })
}

/// The differences that are wanted, one by one.
pub fn list(differences: &Differences, only: Only) -> Table {
    let shown: Vec<&Differing> = differences.all.iter().filter(|one| only.holds(&one.difference)).collect();
    let names: Vec<String> = differences.coders.iter().map(|coder| coder.name.clone()).collect();
    let who: Vec<CoderId> = differences.coders.iter().map(|coder| coder.id).collect();
    let mut notes = vec![
        tr!("agreement-note-coders", coders = names.join(", ")),
        tables::documents_note(differences.documents.len(), differences.of_documents),
    ];
    if differences.blind > 0 {
        notes.push(tr!("agreement-note-blind", count = differences.blind));
    }
    if differences.revisit > 0 {
        notes.push(tr!("agreement-note-revisit", count = differences.revisit));
    }
    if shown.len() < differences.all.len() {
        notes.push(tr!("differences-some", count = shown.len(), all = differences.all.len()));
    }
    let all: Vec<Difference> = shown.iter().map(|one| one.difference.clone()).collect();
    let passages: Vec<tables::Passage> = shown.into_iter().map(Differing::passage).collect();
    tables::differences((&names, &who), &differences.codes, &notes, &all, &passages)
}

/// The coders asked for; where none is, all persons who declared one of the documents done.
fn who(reader: &Reader<'_>, asked: Option<&[CoderId]>, of: &[Document]) -> Result<Vec<Coder>> {
    let all = coders::list(reader)?;
    let compared: Vec<Coder> = match asked {
        Some(ids) => {
            let mut seen = HashSet::new();
            let ids = ids.iter().filter(|id| seen.insert(**id));
            ids.filter_map(|id| all.iter().find(|coder| coder.id == *id).cloned()).collect()
        }
        None => {
            // Whoever has declared nothing done has nothing to compare.
            let done: HashSet<CoderId> = coders::work(reader)?
                .into_iter()
                .filter(|work| work.status == Status::Done)
                .filter(|work| of.iter().any(|document| document.id == work.document))
                .map(|work| work.coder)
                .collect();
            all.into_iter().filter(|coder| !coder.consensus && done.contains(&coder.id)).collect()
        }
    };
    if let Some(consensus) = compared.iter().find(|coder| coder.consensus) {
        return Err(Error::refused(tr!("error-agreement-consensus", name = consensus.name.clone()))
            .hint(tr!("hint-agreement-consensus")));
    }
    if compared.len() < 2 {
        return Err(Error::refused(tr!("error-agreement-two")).hint(tr!("hint-agreement-no-documents")));
    }
    Ok(compared)
}

/// The codes that are compared: those asked for with their subcodes, or only main codes.
fn declared(tree: &CodeTree, query: &AgreementQuery) -> Vec<(CodeId, String)> {
    let wanted: Option<BTreeSet<CodeId>> = query.codes.as_ref().map(|codes| {
        codes.iter().flat_map(|code| tree.subtree(*code).iter().map(|node| node.code.id)).collect()
    });
    tree.nodes()
        .iter()
        .filter(|node| wanted.as_ref().is_none_or(|wanted| wanted.contains(&node.code.id)))
        .filter(|node| {
            // With main codes only: the uppermost of those asked for.
            let above_asked = |parent: CodeId| wanted.as_ref().is_none_or(|wanted| wanted.contains(&parent));
            !query.main_codes || !node.code.parent.is_some_and(above_asked)
        })
        .map(|node| (node.code.id, node.path.clone()))
        .collect()
}

/// For every code that counts: the number of the declared code it stands for.
fn standing_for(tree: &CodeTree, declared: &[(CodeId, String)], main_codes: bool) -> HashMap<CodeId, u32> {
    let mut standing = HashMap::new();
    for (number, (code, _)) in (0u32..).zip(declared) {
        if main_codes {
            standing.extend(tree.subtree(*code).iter().map(|node| (node.code.id, number)));
        } else {
            standing.insert(*code, number);
        }
    }
    standing
}

/// Rolled up, segments of several subcodes may overlap: one coder's segments of a code never do.
fn unite(codings: &mut Vec<Coding>) {
    codings.sort_by_key(|coding| (coding.code, coding.span, coding.id));
    let mut united: Vec<Coding> = Vec::with_capacity(codings.len());
    for coding in codings.drain(..) {
        match united.last_mut() {
            Some(last) if last.code == coding.code && last.span.overlaps(coding.span) => {
                last.span = last.span.hull(coding.span);
            }
            _ => united.push(coding),
        }
    }
    *codings = united;
}

/// The numbered paragraphs whose words count.
fn counted(reader: &Reader<'_>, document: DocumentId, without_interviewers: bool) -> Result<Vec<Span>> {
    let interviewers: HashSet<String> = match without_interviewers {
        true => documents::speakers(reader, document)?
            .into_iter()
            .filter(|speaker| speaker.role == Role::Interviewer)
            .map(|speaker| speaker.label)
            .collect(),
        false => HashSet::new(),
    };
    let asks =
        |paragraph: &Paragraph| paragraph.speaker.as_ref().is_some_and(|label| interviewers.contains(label));
    Ok(documents::paragraphs(reader, document)?
        .into_iter()
        .filter(|paragraph| paragraph.number.is_some() && !asks(paragraph) && !paragraph.span.is_empty())
        .map(|paragraph| paragraph.span)
        .collect())
}

/// A document and who declared it done.
type JudgedBy = (Document, Vec<CoderId>);

/// The documents asked for that are released, and how many are not.
fn released(reader: &Reader<'_>, asked: Option<&[DocumentId]>) -> Result<(Vec<Document>, usize)> {
    let (mut released, mut blind) = (Vec::new(), 0);
    for document in documents::list(reader)? {
        if asked.is_some_and(|ids| !ids.contains(&document.id)) {
            continue;
        }
        if viewer::released_on(reader, document.id)? {
            released.push(document);
        } else {
            blind += 1;
        }
    }
    Ok((released, blind))
}

/// Those of the documents that two or more of the coders declared done, with who did.
fn double_coded(reader: &Reader<'_>, compared: &[Coder], of: Vec<Document>) -> Result<Vec<JudgedBy>> {
    let mut done: HashMap<DocumentId, Vec<CoderId>> = HashMap::new();
    for work in coders::work(reader)?.into_iter().filter(|work| work.status == Status::Done) {
        if compared.iter().any(|coder| coder.id == work.coder) {
            done.entry(work.document).or_default().push(work.coder);
        }
    }
    let chosen = of.into_iter().filter_map(|document| {
        let by = done.remove(&document.id).filter(|by| by.len() >= 2)?;
        Some((document, by))
    });
    Ok(chosen.collect())
}
