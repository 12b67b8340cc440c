//! The bridge to agreement: computes the figures once, as every table that shows them.

use crate::analysis::agreement::{method, tables};
use crate::analysis::differences::{Confused, Only};
use crate::error::Result;
use crate::model::table::Table;
use crate::ops::agreement::{self, AgreementQuery, Compared};
use crate::progress::Progress;
use crate::store::Project;

use crate::tui::model::comparing::Agreed;
use crate::tui::model::table::{AgreementBy, ColumnOf, Report, RowOf, Tabled};

/// Computes; the person may stop it.
pub fn compute(project: &Project, query: &AgreementQuery, progress: &Progress) -> Result<Agreed> {
    let compared = agreement::compare_watched(project, query, progress)?;
    let names = agreement::names(&project.read(), &compared)?;
    let context = names.context(&compared);
    let paragraph = method::paragraph(&compared.agreement, &compared.asked, &agreement::facts(&compared));
    let mut views = Vec::new();
    for by in AgreementBy::ALL {
        views.extend(view(&compared, &context, by, &paragraph)?.map(|tabled| (by, tabled)));
    }
    Ok(Agreed { views, paragraph })
}

/// One of the tables with what its rows and columns are; none where it would say nothing.
fn view(
    compared: &Compared,
    context: &tables::Context<'_>,
    by: AgreementBy,
    paragraph: &str,
) -> Result<Option<Tabled>> {
    let of = |only: Only| RowOf::Judged(only);
    let (table, rows, columns): (Table, Vec<RowOf>, Vec<ColumnOf>) = match by {
        AgreementBy::Code => {
            let code = |code: &_| of(Only { code: Some(*code), ..Only::default() });
            let rows = compared.codes.iter().map(|(id, _)| code(id)).collect();
            (tables::by_code(&compared.agreement, context), rows, Vec::new())
        }
        AgreementBy::Document => {
            let row = |document: &crate::model::documents::Document| {
                of(Only { document: Some(document.id), ..Only::default() })
            };
            let rows = compared.documents.iter().map(row).collect();
            (tables::by_document(&compared.agreement, context), rows, Vec::new())
        }
        AgreementBy::Pair if compared.coders.len() > 2 => {
            let id = |at: usize| compared.coders.get(at).map(|coder| coder.id);
            let pair = |first: usize, second: usize| id(first).zip(id(second));
            let pairs = compared.agreement.pairs.iter();
            let rows =
                pairs.map(|(first, second, _)| of(Only { pair: pair(*first, *second), ..Only::default() }));
            (tables::by_pair(&compared.agreement, context), rows.collect(), Vec::new())
        }
        AgreementBy::Overall => {
            let mut table = tables::overall(&compared.agreement, context);
            table.notes.push(paragraph.to_owned());
            let rows = vec![of(Only::default()); table.rows.len()];
            (table, rows, Vec::new())
        }
        AgreementBy::Confusion if compared.coders.len() == 2 => {
            let table = agreement::confusion(compared, context)?;
            let [first, second] = compared.coders.as_slice() else { return Ok(None) };
            let codes = || compared.codes.iter().map(|(id, _)| Some(*id)).chain([None]);
            let pair = (first.id, second.id);
            let rows = codes()
                .map(|first| Confused { pair, first, second: None })
                .map(|confused| of(Only { confused: Some(confused), ..Only::default() }));
            let columns = [ColumnOf::Attribute].into_iter().chain(codes().map(ColumnOf::Code));
            (table, rows.collect(), columns.collect())
        }
        AgreementBy::Pair | AgreementBy::Confusion => return Ok(None),
    };
    Ok(Some(Tabled { table, rows, columns, ..Tabled::default() }))
}

/// A table as it is exported by itself, with the usual settings.
pub fn table(project: &Project, by: AgreementBy) -> Result<Table> {
    let agreed = compute(project, &AgreementQuery::default(), &Progress::new())?;
    let found = agreed.views.into_iter().find(|(other, _)| *other == by);
    Ok(found.map(|(_, tabled)| tabled.table).unwrap_or_default())
}

impl Agreed {
    /// The tables that are written when one of them is seen: over all, the table by code stands before it.
    pub fn exported(&self, report: &Report) -> Vec<Table> {
        let Report::Agreement(by) = report else { return Vec::new() };
        let wanted: &[AgreementBy] = match by {
            AgreementBy::Overall => &[AgreementBy::Code, AgreementBy::Overall],
            _ => &[*by],
        };
        let table = |by: &AgreementBy| self.view(*by).map(|tabled| tabled.table.clone());
        wanted.iter().filter_map(table).collect()
    }
}
