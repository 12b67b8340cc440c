//! How far the coders agree, on what two or more of them have declared done.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet};

use crate::analysis::agreement::figures::{Agreement, Asked, agreement};
use crate::analysis::agreement::matching::Match;
use crate::analysis::agreement::method::Facts;
use crate::analysis::agreement::resample::Dice;
use crate::analysis::agreement::units::{Judged, Marked, Unit};
use crate::analysis::agreement::{Coefficient, tables};
use crate::analysis::differences::{Difference, differences};
use crate::error::{Error, Result};
use crate::model::coders::{Because, Coder, Status};
use crate::model::codes::CodeTree;
use crate::model::codings::Coding;
use crate::model::documents::{Document, Role};
use crate::model::table::Table;
use crate::model::{CodeId, CoderId, DocumentId};
use crate::store::{Project, Reader, coders, codes, codings, documents, settings, viewer};
use crate::text::{Paragraph, Span, paragraphs};
use crate::tr;

/// What to compare; none means all.
#[derive(Debug, Clone)]
pub struct AgreementQuery {
    /// Two or more.
    pub coders: Option<Vec<CoderId>>,
    pub documents: Option<Vec<DocumentId>>,
    /// With their subcodes.
    pub codes: Option<Vec<CodeId>>,
    pub unit: Unit,
    pub matching: Match,
    /// None: the usual ones.
    pub coefficients: Option<Vec<Coefficient>>,
    /// Subcodes' segments count as their main code's.
    pub main_codes: bool,
    /// The interviewer's turns do not count.
    pub without_interviewers: bool,
    /// Samples of documents for intervals; 0: none.
    pub samples: u32,
    pub seed: u64,
}

/// Bootstrap samples unless another number is asked for.
pub const SAMPLES: u32 = 2_000;

impl Default for AgreementQuery {
    fn default() -> Self {
        AgreementQuery {
            coders: None,
            documents: None,
            codes: None,
            unit: Unit::default(),
            matching: Match::default(),
            coefficients: None,
            main_codes: false,
            without_interviewers: false,
            samples: SAMPLES,
            seed: 1,
        }
    }
}

/// A comparison with what it answers for.
#[derive(Debug, Clone)]
pub struct Compared {
    pub agreement: Agreement,
    /// The coders compared, in the order of the figures.
    pub coders: Vec<Coder>,
    /// Documents that two or more of them declared done, in the order of the figures.
    pub documents: Vec<Document>,
    /// By document: which of the coders declared it done.
    pub judged_by: Vec<Vec<CoderId>>,
    /// Documents asked for.
    pub of_documents: usize,
    /// Of these, documents on which the coders are still blind: left out.
    pub blind: usize,
    /// The declared codes with their paths, in the order of the figures.
    pub codes: Vec<(CodeId, String)>,
    /// How often each coder used each code, by code and coder.
    pub used: Vec<Vec<u32>>,
    /// Passages coded differently, by document, of every two coders.
    pub differences: Vec<Difference>,
    pub asked: Asked,
    pub main_codes: bool,
    pub without_interviewers: bool,
}

/// Compares the coders on the documents that are released; refused where none is: a blind coder learns nothing about
/// another's codings, nor their number.
pub fn compare(project: &Project, query: &AgreementQuery) -> Result<Compared> {
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
    let mut judged = Vec::with_capacity(chosen.len());
    let mut all_differences = Vec::new();
    let mut used = vec![vec![0; compared.len()]; declared.len()];
    for (document, by) in &chosen {
        let mut own: Vec<Vec<Coding>> = vec![Vec::new(); compared.len()];
        for coding in by_document.remove(&document.id).unwrap_or_default() {
            let coder = compared.iter().position(|coder| coder.id == coding.coder);
            if let (Some(coder), Some(code)) = (coder, standing.get(&coding.code))
                && by.contains(&coding.coder)
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
        judged.push(Judged { coders: coders.collect(), paragraphs: counted, revisit: Vec::new() });
        for (at, first) in own.iter().enumerate() {
            for (second, coder) in own.iter().zip(&compared).skip(at + 1) {
                if by.contains(&compared[at].id) && by.contains(&coder.id) {
                    all_differences.extend(differences(document.id, first, second));
                }
            }
        }
    }
    let asked = Asked {
        unit: query.unit,
        matching: query.matching,
        coefficients: query
            .coefficients
            .clone()
            .unwrap_or_else(|| Coefficient::usual(compared.len()).to_vec()),
        samples: query.samples,
        seed: query.seed,
    };
    Ok(Compared {
        agreement: agreement(&judged, compared.len(), declared.len(), &asked),
        judged_by: chosen.iter().map(|(_, by)| by.clone()).collect(),
        documents: chosen.into_iter().map(|(document, _)| document).collect(),
        coders: compared,
        of_documents,
        blind,
        codes: declared,
        used,
        differences: all_differences,
        asked,
        main_codes: query.main_codes,
        without_interviewers: query.without_interviewers,
    })
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

/// A choice of documents to be coded twice: `count` of each group's share, drawn with a seed.
///
/// With `by_group` every group gives its share of `count`, the rest going to the groups with the largest remainders
/// (Hamilton's method); without, all documents are one pot. In the order of the documents.
pub fn choose_documents(project: &Project, count: usize, by_group: bool, seed: u64) -> Result<Vec<Document>> {
    let all = documents::list(&project.read())?;
    let mut pots: Vec<(Option<String>, Vec<usize>)> = Vec::new();
    for (at, document) in all.iter().enumerate() {
        let group = document.group.clone().filter(|_| by_group);
        match pots.iter_mut().find(|(name, _)| *name == group) {
            Some((_, members)) => members.push(at),
            None => pots.push((group, vec![at])),
        }
    }
    let count = count.min(all.len());
    let mut shares: Vec<usize> = pots.iter().map(|(_, pot)| pot.len() * count / all.len().max(1)).collect();
    let mut by_remainder: Vec<usize> = (0..pots.len()).collect();
    by_remainder.sort_by_key(|at| std::cmp::Reverse(pots[*at].1.len() * count % all.len().max(1)));
    let missing = count - shares.iter().sum::<usize>();
    for at in by_remainder.into_iter().take(missing) {
        shares[at] += 1;
    }
    let mut dice = Dice::new(seed);
    let mut chosen: Vec<usize> = Vec::with_capacity(count);
    for ((_, pot), share) in pots.iter().zip(shares) {
        chosen.extend(dice.choose(share, pot.len()).into_iter().map(|at| pot[at]));
    }
    chosen.sort_unstable();
    Ok(chosen.into_iter().filter_map(|at| all.get(at).cloned()).collect())
}

/// What a comparison answers for, in words.
pub fn notes(compared: &Compared) -> Vec<String> {
    let names: Vec<String> = compared.coders.iter().map(|coder| coder.name.clone()).collect();
    let (documents, codes) = (compared.documents.len(), compared.codes.len());
    let mut notes = tables::notes(&compared.asked, &names, documents, compared.of_documents, codes);
    if compared.blind > 0 {
        notes.push(tr!("agreement-note-blind", count = compared.blind));
    }
    if compared.main_codes {
        notes.push(tr!("agreement-note-main-codes"));
    }
    if compared.without_interviewers {
        notes.push(tr!("agreement-note-interviewers"));
    }
    notes
}

/// What the paragraph for the method section says besides the figures.
pub fn facts(compared: &Compared) -> Facts {
    Facts {
        coders: compared.coders.len(),
        documents: compared.documents.len(),
        of_documents: compared.of_documents,
        codes: compared.codes.len(),
        main_codes: compared.main_codes,
        without_interviewers: compared.without_interviewers,
    }
}

/// Which code of the one coder stands where the other has which: of two coders.
pub fn confusion(compared: &Compared, with: &tables::Context<'_>) -> Result<Table> {
    let [first, second] = compared.coders.as_slice() else {
        return Err(Error::refused(tr!("error-agreement-pair")).hint(tr!("hint-agreement-pair")));
    };
    // Agreed is what no difference speaks of.
    let differing = |at: usize, coder: CoderId| {
        let code = compared.codes[at].0;
        let sides = compared.differences.iter().flat_map(|difference| &difference.sides);
        sides.filter(|side| side.coder == coder && side.code == code).count()
    };
    let agreed = (0..compared.codes.len()).map(|at| {
        let used = compared.used[at].first().copied().unwrap_or_default() as usize;
        (at, u32::try_from(used.saturating_sub(differing(at, first.id))).unwrap_or(u32::MAX))
    });
    Ok(tables::confusion(with, &agreed.collect::<Vec<_>>(), (first.id, second.id)))
}

/// The differences one by one, with their citation and words.
pub fn differences_table(
    reader: &Reader<'_>,
    compared: &Compared,
    with: &tables::Context<'_>,
) -> Result<Table> {
    let pattern = settings::citation(reader)?;
    let mut transcripts = HashMap::new();
    let mut passages = Vec::with_capacity(compared.differences.len());
    for difference in &compared.differences {
        let transcript = match transcripts.entry(difference.document) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(documents::transcript(reader, difference.document)?),
        };
        let document = compared.documents.iter().find(|document| document.id == difference.document);
        let label = document.map(|document| document.label.as_str()).unwrap_or_default();
        let span = difference.span();
        let touched = paragraphs::touched(&transcript.paragraphs, span);
        let (first, last) = paragraphs::numbers(touched, span).unwrap_or_default();
        passages.push(tables::Passage {
            citation: pattern.cite(label, first, last),
            words: paragraphs::quotation(&transcript.text, touched, span),
        });
    }
    Ok(tables::differences(with, &passages))
}

/// How many documents have a consensus, of how many.
pub fn consolidated(project: &Project) -> Result<(usize, usize)> {
    let set = coders::analysis_set(&project.read())?;
    let consolidated = set.chosen.values().filter(|choice| choice.because == Because::Consensus).count();
    Ok((consolidated, set.chosen.len()))
}
