//! What the codings of the analysis set amount to: matrices, crosstabs, co-occurrence, coverage, portraits.

use std::collections::{HashMap, HashSet};

use crate::analysis::coded::{Coded, Codes, Measure, NotAsked, Tally};
use crate::analysis::cooccurrence::{self, Figured, Paragraphs, Relation};
use crate::analysis::crosstab::{self, Group, Shape};
use crate::analysis::material::{Class, Material, Shown};
use crate::analysis::speech::{Interviewers, Speech, spoken};
use crate::analysis::{codeline, coverage, matrix, notes, portrait};
use crate::error::{Error, Result};
use crate::model::chart::Figure;
use crate::model::coders::{AnalysisSet, Coder};
use crate::model::codes::CodeTree;
use crate::model::codings::CodedSpan;
use crate::model::documents::Document;
use crate::model::guides::Stage;
use crate::model::sets::{Members, Set};
use crate::model::variables::{Owner, Variable};
use crate::model::{CoderId, DocumentId};
use crate::ops::material::Loaded;
use crate::ops::retrieve;
use crate::progress::Progress;
use crate::store::{Project, cell_states, coders, codes, codings, documents, persons, sets, settings};
use crate::text::citations::Pattern;
use crate::tr;

/// Which documents and codes, and whose turns.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    pub codes: Codes,
    /// None: all.
    pub documents: Option<Vec<DocumentId>>,
    pub without_pretests: bool,
    /// Amounts of text are also those of the interviewers' turns.
    pub with_interviewers: bool,
    /// A coder's own codings instead of the analysis set.
    pub coder: Option<CoderId>,
    /// Counts documents where their texts are read, and stops it.
    pub progress: Progress,
}

/// What is read from the project for a scope.
pub(super) struct Study {
    pub documents: Vec<Document>,
    left_out: usize,
    pub tree: CodeTree,
    pub pattern: Pattern,
    coders: Vec<Coder>,
    set: AnalysisSet,
    spans: Vec<CodedSpan>,
}

impl Study {
    pub fn new(project: &Project, scope: &Scope) -> Result<Study> {
        let reader = project.read();
        let set = retrieve::whose(&reader, scope.coder)?;
        let wanted: Option<HashSet<DocumentId>> =
            scope.documents.as_ref().map(|ids| ids.iter().copied().collect());
        let mut documents = documents::list(&reader)?;
        documents.retain(|document| wanted.as_ref().is_none_or(|ids| ids.contains(&document.id)));
        let all = documents.len();
        documents.retain(|document| !scope.without_pretests || document.stage != Stage::Pretest);
        let left_out = all - documents.len();
        let mut spans = codings::coded_spans(&reader)?;
        spans.retain(|span| set.counts(span.document, span.coder));
        Ok(Study {
            documents,
            left_out,
            tree: codes::tree(&reader)?,
            pattern: settings::citation(&reader)?,
            coders: coders::list(&reader)?,
            set,
            spans,
        })
    }

    pub fn coded(&self, codes: &Codes) -> Coded<'_> {
        Coded::new(self.documents.iter().collect(), codes, &self.tree, self.spans.iter().copied())
    }

    /// Which documents were not asked about a code, as those say whose codings count.
    pub fn not_asked(&self, project: &Project) -> Result<NotAsked> {
        let all = cell_states::not_asked(&project.read())?.into_iter();
        let counting = all.filter(|(document, _, coder)| self.set.counts(*document, *coder));
        Ok(counting.map(|(document, code, _)| (document, code)).collect())
    }

    /// Whose codings these are, in words.
    pub fn set_notes(&self) -> Vec<String> {
        let ids: Vec<DocumentId> = self.documents.iter().map(|document| document.id).collect();
        notes::analysis_set(&self.set, &self.coders, &ids)
    }
    /// How many interviews were left out, in words.
    pub fn left_out_notes(&self) -> Vec<String> {
        let said = (self.left_out > 0).then(|| tr!("matrix-interviews-left-out", count = self.left_out));
        said.into_iter().collect()
    }
    /// With what was left out.
    pub fn left_out_named(&self, mut figure: Figure) -> Figure {
        figure.table.notes.extend(self.left_out_notes());
        figure
    }
    /// With what was left out and whose codings these are, after what the table says of itself.
    pub fn named(&self, figure: Figure) -> Figure {
        let mut figure = self.left_out_named(figure);
        figure.table.notes.extend(self.set_notes());
        figure
    }
}

/// Whose turns are counted, in words.
pub(super) fn speech_note(with_interviewers: bool) -> String {
    tr!(if with_interviewers { "matrix-everyone" } else { "matrix-interviewees-only" })
}

pub(super) fn interviewers(project: &Project, with_interviewers: bool) -> Result<Interviewers> {
    match with_interviewers {
        true => Ok(Interviewers::nobody()),
        false => Ok(Interviewers::new(&persons::all_speakers(&project.read())?)),
    }
}

/// Which amounts of text are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Texts {
    None,
    Characters,
    Words,
}

impl Texts {
    fn of(measure: Measure) -> Texts {
        match measure {
            Measure::Segments | Measure::Documents => Texts::None,
            Measure::Share => Texts::Characters,
            Measure::Words => Texts::Words,
        }
    }
}

/// What each document has; texts are only read where amounts of text are asked for.
fn tallies(project: &Project, coded: &Coded<'_>, scope: &Scope, texts: Texts) -> Result<Vec<Tally>> {
    if texts == Texts::None {
        return Ok((0..coded.documents.len()).map(|nth| coded.tally(nth, None)).collect());
    }
    let reader = project.read();
    let interviewers = interviewers(project, scope.with_interviewers)?;
    scope.progress.start(coded.documents.len() as u64);
    let mut tallies = Vec::with_capacity(coded.documents.len());
    for (nth, document) in coded.documents.iter().enumerate() {
        let transcript = documents::transcript(&reader, document.id)?;
        let spans = spoken(&transcript, &interviewers);
        let speech = match texts {
            Texts::Words => Speech::new(&transcript.text, spans),
            Texts::None | Texts::Characters => Speech::without_words(spans),
        };
        tallies.push(coded.tally(nth, Some(&speech)));
        scope.progress.step()?;
    }
    Ok(tallies)
}

fn with_speech(mut figure: Figure, scope: &Scope, texts: Texts) -> Figure {
    if texts != Texts::None {
        figure.table.notes.insert(1.min(figure.table.notes.len()), speech_note(scope.with_interviewers));
    }
    figure
}

/// Codes × documents.
pub fn codes_documents(
    project: &Project,
    scope: &Scope,
    measure: Measure,
    transposed: bool,
) -> Result<Figure> {
    let study = Study::new(project, scope)?;
    let coded = study.coded(&scope.codes);
    let tallies = tallies(project, &coded, scope, Texts::of(measure))?;
    let not_asked = study.not_asked(project)?;
    let figure = matrix::figure(&coded, &tallies, measure, &not_asked, &study.pattern, transposed);
    Ok(study.named(with_speech(figure, scope, Texts::of(measure))))
}

/// Codes × codes.
pub fn codes_codes(project: &Project, scope: &Scope, relation: Relation, what: Figured) -> Result<Figure> {
    together(project, scope, relation, |coded, all| cooccurrence::figure(coded, all, relation, what))
}

/// The pairs of codes that occur together.
pub fn code_pairs(project: &Project, scope: &Scope, relation: Relation) -> Result<Figure> {
    together(project, scope, relation, |coded, all| cooccurrence::pairs(coded, all, relation))
}

fn together(
    project: &Project,
    scope: &Scope,
    relation: Relation,
    figure: impl FnOnce(&Coded<'_>, &cooccurrence::Occurrences) -> Figure,
) -> Result<Figure> {
    let study = Study::new(project, scope)?;
    let coded = study.coded(&scope.codes);
    let mut paragraphs: Paragraphs = HashMap::new();
    if matches!(relation, Relation::Near(_)) {
        for (document, span) in documents::numbered_spans(&project.read(), None)? {
            paragraphs.entry(document).or_default().push(span);
        }
    }
    let all = cooccurrence::occurrences(&coded, relation, &paragraphs);
    Ok(study.named(figure(&coded, &all)))
}

/// By what documents are put into columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    Group,
    /// Sets of documents by name; none: all.
    Sets(Vec<String>),
    /// A variable of documents, cases or persons by name.
    Variable(String, Shown),
}

/// Codes × groups of documents.
pub fn crosstab(project: &Project, scope: &Scope, by: &By, shape: Shape, transposed: bool) -> Result<Figure> {
    if shape.measure == Measure::Share && shape.percent.is_some() {
        return Err(Error::usage(tr!("crosstab-share-percent")).hint(tr!("crosstab-share-percent-hint")));
    }
    let study = Study::new(project, scope)?;
    let coded = study.coded(&scope.codes);
    let tallies = tallies(project, &coded, scope, Texts::of(shape.measure))?;
    let (groups, name, title, side) = match by {
        By::Group => {
            let side = tr!("table-group");
            (by_group(&study.documents), "codes-groups", tr!("matrix-codes-groups"), side)
        }
        By::Sets(names) => {
            (by_set(project, names)?, "codes-sets", tr!("matrix-codes-sets"), tr!("cli-column-set"))
        }
        By::Variable(name, shown) => {
            let loaded = Loaded::new(project)?;
            let variable = loaded.variable(name)?;
            let groups = by_variable(&loaded.material(), variable, &study.documents, *shown);
            let title = tr!("matrix-codes-variable", variable = variable.name.clone());
            (groups, "codes-variable", title, variable.name.clone())
        }
    };
    let mut cross = crosstab::cross(&coded, &tallies, &groups, shape, &study.not_asked(project)?);
    (cross.name, cross.title) = (name.to_owned(), title);
    cross.sides.1.title = side;
    if let By::Variable(_, shown) = by {
        cross.notes.push(shown.note());
    }
    let figure = if transposed { cross.transposed() } else { cross }.figure();
    Ok(study.named(with_speech(figure, scope, Texts::of(shape.measure))))
}

/// A column for each document group, in their order; those without one last.
pub(super) fn by_group(documents: &[Document]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for document in documents {
        let (key, title) = match &document.group {
            Some(name) => (name.clone(), name.clone()),
            None => ("(none)".to_owned(), tr!("crosstab-no-group")),
        };
        match groups.iter_mut().find(|group| group.key == key) {
            Some(group) => group.documents.push(document.id),
            None => groups.push(Group { key, title, documents: vec![document.id] }),
        }
    }
    groups
}

pub(super) fn by_set(project: &Project, names: &[String]) -> Result<Vec<Group>> {
    let all = sets::list(&project.read())?;
    let group = |set: &Set| match &set.members {
        Members::Documents(ids) => {
            Some(Group { key: set.name.clone(), title: set.name.clone(), documents: ids.clone() })
        }
        Members::Codes(_) => None,
    };
    if names.is_empty() {
        let groups: Vec<Group> = all.iter().filter_map(group).collect();
        return match groups.is_empty() {
            true => Err(Error::not_found(tr!("error-no-document-sets")).hint(tr!("error-no-sets-hint"))),
            false => Ok(groups),
        };
    }
    names
        .iter()
        .map(|name| {
            let set = find_set(&all, name)?;
            group(set).ok_or_else(|| {
                Error::invalid(tr!("error-not-a-document-set", name = set.name.clone()))
                    .hint(tr!("error-not-a-document-set-hint"))
            })
        })
        .collect()
}

/// The set that a person means.
pub fn find_set<'a>(all: &'a [Set], name: &str) -> Result<&'a Set> {
    all.iter().find(|set| crate::model::cases::same_name(&set.name, name.trim())).ok_or_else(|| {
        let names = all.iter().map(|set| set.name.as_str()).collect::<Vec<_>>().join(", ");
        Error::not_found(tr!("error-no-set", name = name.to_owned())).hint(match all.is_empty() {
            true => tr!("error-no-sets-hint"),
            false => tr!("error-no-set-hint", names = names),
        })
    })
}

/// A column for each value; where those who belong to a document differ, it stands under "differing".
pub(super) fn by_variable(
    material: &Material<'_>,
    variable: &Variable,
    documents: &[Document],
    shown: Shown,
) -> Vec<Group> {
    let mut classes: Vec<(Class, Vec<DocumentId>)> = Vec::new();
    for document in documents {
        let class = material.class(variable, Owner::Document(document.id), shown);
        match classes.iter_mut().find(|(other, _)| *other == class) {
            Some((_, ids)) => ids.push(document.id),
            None => classes.push((class, vec![document.id])),
        }
    }
    classes.sort_by(|a, b| a.0.compare(&b.0));
    classes
        .into_iter()
        .map(|(class, documents)| Group { key: class.key(), title: class.heading().plain(), documents })
        .collect()
}

/// How much of what is said lies under each code.
pub fn coverage(project: &Project, scope: &Scope) -> Result<Figure> {
    let study = Study::new(project, scope)?;
    let coded = study.coded(&scope.codes);
    let tallies = tallies(project, &coded, scope, Texts::Words)?;
    Ok(study.named(with_speech(coverage::figure(&coded, &tallies), scope, Texts::Words)))
}

/// One document as tiles.
pub fn portrait(project: &Project, document: DocumentId, scope: &Scope, tiles: usize) -> Result<Figure> {
    let scope = Scope { documents: Some(vec![document]), without_pretests: false, ..scope.clone() };
    let study = Study::new(project, &scope)?;
    let coded = study.coded(&scope.codes);
    let transcript = documents::transcript(&project.read(), document)?;
    let speech = spoken(&transcript, &interviewers(project, scope.with_interviewers)?);
    let figure = portrait::figure(&coded, &transcript, &speech, tiles, &study.pattern);
    Ok(study.named(with_speech(figure, &scope, Texts::Characters)))
}

/// The codes of one document as lines over its paragraphs.
pub fn codeline(project: &Project, document: DocumentId, scope: &Scope) -> Result<Figure> {
    let scope = Scope { documents: Some(vec![document]), without_pretests: false, ..scope.clone() };
    let study = Study::new(project, &scope)?;
    let coded = study.coded(&scope.codes);
    let transcript = documents::transcript(&project.read(), document)?;
    Ok(study.named(codeline::figure(&coded, &transcript, &study.pattern)))
}
