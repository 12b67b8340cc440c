//! The quote matrix of the project: what was said on each code, side by side.

use std::collections::HashMap;

use super::material::Loaded;
use super::matrix::{By, Scope, Study, by_group, by_set, by_variable};
use super::retrieve::{self, SegmentQuery};
use crate::analysis::crosstab::Group;
use crate::analysis::quotes;
use crate::error::Result;
use crate::model::CodingId;
use crate::model::codings::Segment;
use crate::model::documents::Document;
use crate::model::table::Table;
use crate::store::{Project, cases};
use crate::text::citations::Pattern;
use crate::tr;

/// What stands side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sides {
    Documents,
    /// Cases with their documents; documents without one last.
    Cases,
    Grouped(By),
}

/// How the matrix is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteQuery {
    pub sides: Sides,
    pub transposed: bool,
    /// Only segments with a weight in this range.
    pub weights: Option<(u8, u8)>,
    /// Letters stand for the coders: for what leaves the program.
    pub lettered: bool,
}

/// The matrix; rows are the codes of the scope.
pub fn matrix(project: &Project, scope: &Scope, query: &QuoteQuery) -> Result<Table> {
    let study = Study::new(project, scope)?;
    let coded = study.coded(&scope.codes);
    let asked =
        SegmentQuery { documents: Some(coded.document_ids()), coder: scope.coder, ..SegmentQuery::default() };
    let fits = |segment: &Segment| {
        query.weights.is_none_or(|(least, most)| {
            segment.coding.weight.is_some_and(|weight| (least..=most).contains(&weight))
        })
    };
    let mut segments = retrieve::segments(project, &asked)?.segments;
    segments.retain(|segment| fits(segment) && !coded.rows_of(segment.coding.code).is_empty());
    let flags = super::consent::flags(&project.read(), &segments)?;
    let flagged: Vec<&Segment> =
        segments.iter().filter(|segment| flags.contains_key(&segment.coding.id)).collect();
    let mut notes = Vec::new();
    if !flagged.is_empty() {
        let bundle = retrieve::bundle(project, &flagged)?;
        notes.push(tr!("quotes-flagged", count = flagged.len(), places = bundle));
    }
    let words: HashMap<CodingId, Segment> =
        segments.into_iter().map(|segment| (segment.coding.id, segment)).collect();
    let (groups, key, side) = sides(project, &study, &query.sides)?;
    let not_asked = study.not_asked(project)?;
    let mut table = quotes::table(&coded, &groups, (key, side), &words, &not_asked, query.transposed);
    table.notes = coded.notes();
    if let Some((least, most)) = query.weights {
        table.notes.push(tr!("quotes-weights", least = least, most = most));
    }
    if let Sides::Grouped(By::Variable(_, shown)) = &query.sides {
        table.notes.push(shown.note());
    }
    table.notes.append(&mut notes);
    let mut of_set = study.left_out_notes();
    of_set.extend(study.set_notes());
    if query.lettered {
        retrieve::without_coders(project, scope.coder, Some(&coded.document_ids()), &mut of_set)?;
    }
    table.notes.extend(of_set);
    Ok(table)
}

fn sides(project: &Project, study: &Study, sides: &Sides) -> Result<(Vec<Group>, &'static str, String)> {
    Ok(match sides {
        Sides::Documents => {
            (each_document(&study.documents, &study.pattern), "document", tr!("table-document"))
        }
        Sides::Cases => (by_case(project, study)?, "case", tr!("cli-column-case")),
        Sides::Grouped(By::Group) => (by_group(&study.documents), "group", tr!("table-group")),
        Sides::Grouped(By::Sets(names)) => (by_set(project, names)?, "set", tr!("cli-column-set")),
        Sides::Grouped(By::Variable(name, shown)) => {
            let loaded = Loaded::new(project)?;
            let variable = loaded.variable(name)?;
            let groups = by_variable(&loaded.material(), variable, &study.documents, *shown);
            (groups, "value", variable.name.clone())
        }
    })
}

fn each_document(documents: &[Document], pattern: &Pattern) -> Vec<Group> {
    let group = |document: &Document| Group {
        key: document.label.clone(),
        title: pattern.name(&document.label),
        documents: vec![document.id],
    };
    documents.iter().map(group).collect()
}

fn by_case(project: &Project, study: &Study) -> Result<Vec<Group>> {
    let mut left: Vec<&Document> = study.documents.iter().collect();
    let mut groups = Vec::new();
    for case in cases::list(&project.read())? {
        let own: Vec<_> = case
            .documents
            .iter()
            .copied()
            .filter(|id| left.iter().any(|document| document.id == *id))
            .collect();
        left.retain(|document| !own.contains(&document.id));
        if !own.is_empty() {
            groups.push(Group { key: case.name.clone(), title: case.name, documents: own });
        }
    }
    groups.extend(
        left.into_iter().flat_map(|document| each_document(std::slice::from_ref(document), &study.pattern)),
    );
    Ok(groups)
}
