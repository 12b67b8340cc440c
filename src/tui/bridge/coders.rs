//! The bridge to coders: who they are, what they are given to code, and the coding passes.

use crate::error::Result;
use crate::model::coders::{Draw, Pass};
use crate::model::history::Changed;
use crate::model::{CoderId, DocumentId};
use crate::ops::coders;
use crate::store::Project;
use crate::tr;

/// What is asked for.
#[derive(Debug, Clone)]
pub enum Ask {
    Recolor(CoderId, String),
    Rename(CoderId, String),
    Assign(Assigning),
    AddPass(String),
    RenamePass(i64, String),
    UsePass(Pass),
}

/// What is given to whom.
#[derive(Debug, Clone)]
pub struct Assigning {
    pub coders: Vec<CoderId>,
    /// None: all.
    pub documents: Option<Vec<DocumentId>>,
    pub draw: Option<Draw>,
    /// False: taken away where it is not begun.
    pub to_do: bool,
}

/// Does what is asked for; says what there is to say besides.
pub fn run(project: &mut Project, ask: Ask) -> Result<(Changed, String)> {
    let changed = match ask {
        Ask::Recolor(coder, color) => coders::recolor(project, coder, &color)?.changed,
        Ask::Rename(coder, name) => coders::rename(project, coder, &name)?.changed,
        Ask::AddPass(name) => coders::add_pass(project, &name)?.changed,
        Ask::RenamePass(pass, name) => coders::rename_pass(project, pass, &name)?.changed,
        Ask::UsePass(pass) => coders::use_pass(project, &pass)?.changed,
        Ask::Assign(Assigning { coders: who, documents, draw, to_do }) => {
            let done = coders::hand_out(project, &who, documents.as_deref(), draw.as_ref(), to_do)?;
            let progress = coders::progress(project)?;
            let (count, all) = (done.value.documents.len(), progress.rows.len());
            let share = crate::i18n::number(progress.twice as f64 * 100.0 / all.max(1) as f64, 0);
            let key = if to_do { "coders-assigned" } else { "coders-taken-away" };
            let said = tr!(key, count = count, twice = progress.twice, all = all, share = share);
            return Ok((done.changed, said));
        }
    };
    Ok((changed, String::new()))
}
