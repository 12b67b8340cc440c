//! How far the coders agree, on what two or more of them have declared done.

use super::comparison::{Gathered, gather};
use crate::analysis::agreement::figures::{Agreement, Asked, watched};
use crate::analysis::agreement::matching::Match;
use crate::analysis::agreement::method::Facts;
use crate::analysis::agreement::resample::Dice;
use crate::analysis::agreement::units::Unit;
use crate::analysis::agreement::{Coefficient, tables};
use crate::analysis::differences::Difference;
use crate::error::{Error, Result};
use crate::model::coders::{Because, Coder, Draw};
use crate::model::documents::Document;
use crate::model::table::Table;
use crate::model::{CodeId, CoderId, DocumentId};
use crate::progress::Progress;
use crate::store::{Project, Reader, coders, documents, settings};
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
    /// Pairs of document and code that one of the coders has to revisit: left out.
    pub revisit: usize,
    pub asked: Asked,
    pub main_codes: bool,
    pub without_interviewers: bool,
    /// The documents were drawn at random for it: whether from every group its share.
    pub drawn: Option<bool>,
}

/// Compares the coders on the documents that are released; refused where none is: a blind coder learns nothing about
/// another's codings, nor their number.
pub fn compare(project: &Project, query: &AgreementQuery) -> Result<Compared> {
    compare_watched(project, query, &Progress::new())
}

/// [`compare`]; the person may stop it.
pub fn compare_watched(project: &Project, query: &AgreementQuery, progress: &Progress) -> Result<Compared> {
    let Gathered {
        coders,
        documents,
        judged_by,
        of_documents,
        blind,
        codes,
        judged,
        used,
        differences,
        revisit,
    } = gather(project, query)?;
    let asked = Asked {
        unit: query.unit,
        matching: query.matching,
        coefficients: query.coefficients.clone().unwrap_or_else(|| Coefficient::usual(coders.len()).to_vec()),
        samples: query.samples,
        seed: query.seed,
    };
    let uuids: Vec<&str> = documents.iter().map(|document| document.uuid.as_str()).collect();
    let drawn = settings::drawn(&project.read())?.into_iter();
    let mut drawn = drawn.filter(|one| uuids.iter().all(|uuid| one.documents.iter().any(|of| of == uuid)));
    Ok(Compared {
        drawn: drawn.next().map(|one| one.draw.by_group),
        agreement: watched(&judged, coders.len(), codes.len(), &asked, progress)?,
        coders,
        documents,
        judged_by,
        of_documents,
        blind,
        codes,
        used,
        differences,
        revisit,
        asked,
        main_codes: query.main_codes,
        without_interviewers: query.without_interviewers,
    })
}

/// A choice of documents to be coded twice, drawn with a seed from these or from all.
///
/// By group every group gives its share, the rest going to the groups with the largest remainders (Hamilton's method); else
/// all documents are one pot. In the order of the documents.
pub fn draw_documents(reader: &Reader<'_>, of: Option<&[DocumentId]>, draw: &Draw) -> Result<Vec<Document>> {
    let Draw { count, by_group, seed } = *draw;
    let mut all = documents::list(reader)?;
    all.retain(|document| of.is_none_or(|of| of.contains(&document.id)));
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

/// The names that go with the numbers of a comparison.
#[derive(Debug, Clone)]
pub struct Names {
    pub coders: Vec<String>,
    pub who: Vec<CoderId>,
    pub documents: Vec<(DocumentId, String)>,
    /// What it answers for, in words.
    pub notes: Vec<String>,
}

pub fn names(reader: &Reader<'_>, compared: &Compared) -> Result<Names> {
    let pattern = settings::citation(reader)?;
    let documents = compared.documents.iter();
    Ok(Names {
        coders: compared.coders.iter().map(|coder| coder.name.clone()).collect(),
        who: compared.coders.iter().map(|coder| coder.id).collect(),
        documents: documents.map(|document| (document.id, pattern.name(&document.label))).collect(),
        notes: notes(compared),
    })
}

impl Names {
    pub fn context<'a>(&'a self, compared: &'a Compared) -> tables::Context<'a> {
        tables::Context {
            coders: &self.coders,
            who: &self.who,
            documents: &self.documents,
            codes: &compared.codes,
            used: &compared.used,
            differences: &compared.differences,
            asked: &compared.asked,
            notes: &self.notes,
        }
    }
}

/// What a comparison answers for, in words.
pub fn notes(compared: &Compared) -> Vec<String> {
    let names: Vec<String> = compared.coders.iter().map(|coder| coder.name.clone()).collect();
    let (documents, codes) = (compared.documents.len(), compared.codes.len());
    let mut notes = tables::notes(&compared.asked, &names, documents, compared.of_documents, codes);
    if compared.blind > 0 {
        notes.push(tr!("agreement-note-blind", count = compared.blind));
    }
    if compared.revisit > 0 {
        notes.push(tr!("agreement-note-revisit", count = compared.revisit));
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
        drawn: compared.drawn,
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

/// How many documents have a consensus, of how many.
pub fn consolidated(project: &Project) -> Result<(usize, usize)> {
    let set = coders::analysis_set(&project.read())?;
    let consolidated = set.chosen.values().filter(|choice| choice.because == Because::Consensus).count();
    Ok((consolidated, set.chosen.len()))
}
