//! The bridge to queries: what is typed and activated becomes a question to the study.

use crate::analysis::segments;
use crate::error::Result;
use crate::model::history::Changed;
use crate::model::table::Table;
use crate::model::variables::Entity;
use crate::ops;
use crate::ops::queries;
use crate::ops::query::{Answer, Ask, Known, ask as answer_to};
use crate::ops::retrieve::without_coders;
use crate::store::Project;
use crate::tui::effect::{Export, Look, QueryChange, Question};
use crate::tui::msg::Msg;

/// Reads what is asked for. `asked` is the query whose answer is seen.
pub fn look(project: &Project, look: Look, asked: &mut Option<Ask>) -> Result<Vec<Msg>> {
    Ok(vec![match look {
        Look::Ask(question) => {
            let answer = ask(project, &question).map(|(ask, answer)| {
                *asked = Some(ask);
                answer
            });
            Msg::Answer(question, answer)
        }
        Look::Vocabulary => Msg::Vocabulary(Box::new(Known::new(&project.read())?.vocabulary())),
        Look::Saved => Msg::Queries(queries::list(&project.read())?),
    }])
}

/// Asks, and says what was asked, so that the same can be written to a file.
fn ask(project: &Project, question: &Question) -> Result<(Ask, Answer)> {
    let ask = read(project, question)?;
    let answer = answer_to(project, &ask)?;
    Ok((ask, answer))
}

fn read(project: &Project, question: &Question) -> Result<Ask> {
    let query = queries::read(&project.read(), &question.typed)?;
    let (documents, codes) = (question.documents.clone(), question.codes.clone());
    Ok(Ask { documents, codes, ..Ask::new(query) })
}

/// Of which documents, cases or persons nothing answers.
pub fn without(project: &Project, question: &Question, by: Entity) -> Result<Table> {
    ops::query::without(project, &read(project, question)?, by, None)
}

/// Saves or removes a query.
pub fn change(project: &mut Project, change: QueryChange) -> Result<Changed> {
    Ok(match change {
        QueryChange::Save { name, query, replace } => {
            let query = queries::read(&project.read(), &query)?;
            queries::save(project, &name, &query, replace)?.changed
        }
        QueryChange::Rename(id, name) => queries::rename(project, id, &name)?.changed,
        QueryChange::Remove(id) => queries::remove(project, id)?.changed,
    })
}

/// The tables that go to a file: of an answer, what it is now.
pub fn seen(project: &Project, what: &Export, asked: Option<&Ask>, tables: Vec<Table>) -> Result<Vec<Table>> {
    match (what, asked) {
        (Export::Answer, Some(asked)) => {
            let answer = answer_to(project, asked)?;
            let mut notes = answer.notes;
            without_coders(project, None, asked.documents.as_deref(), &mut notes)?;
            Ok(vec![segments::without_coders(segments::table(&answer.segments, notes))])
        }
        _ => Ok(tables),
    }
}
