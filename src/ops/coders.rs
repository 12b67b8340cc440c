//! Coders: who they are, how far they are, and whose codings count.

use serde_json::json;

use crate::error::{Error, Result};
use crate::model::coders::{Coder, CoderProgress, Draw, Drawn, HandedOut, Pass, Standing, Status};
use crate::model::codes::{PALETTE, check_color};
use crate::model::documents::Document;
use crate::model::history::{Done, OperationKind};
use crate::model::table::{Cell, Column, ColumnKind, Place, Table};
use crate::model::{CoderId, DocumentId, VersionId};
use crate::store::{Project, Reader, coders, documents, settings, versions, viewer};
use crate::tr;

/// Adds a coder; refused for a name that is taken.
pub fn add(project: &mut Project, name: &str) -> Result<Done<CoderId>> {
    let name = check_name(name)?;
    project.operate(OperationKind::AddCoder, json!({"name": name}), |w| {
        let all = coders::list(w)?;
        check_free(&all, name, None)?;
        coders::insert(w, name, PALETTE[all.len() % PALETTE.len()], false)
    })
}

pub fn rename(project: &mut Project, coder: CoderId, name: &str) -> Result<Done<()>> {
    let name = check_name(name)?;
    let before = coders::get(&project.read(), coder)?.name;
    project.operate(OperationKind::RenameCoder, json!({"coder": before, "name": name}), |w| {
        check_free(&coders::list(w)?, name, Some(coder))?;
        coders::rename(w, coder, name)
    })
}

pub fn recolor(project: &mut Project, coder: CoderId, color: &str) -> Result<Done<()>> {
    let color = check_color(color)?;
    let name = coders::get(&project.read(), coder)?.name;
    project.operate(OperationKind::RecolorCoder, json!({"coder": name, "value": color}), |w| {
        coders::recolor(w, coder, &color)
    })
}

/// Gives a coder documents to code, or takes away those that have not been begun.
pub fn assign(project: &mut Project, coder: CoderId, chosen: &[DocumentId], to_do: bool) -> Result<Done<()>> {
    let known = coders::get(&project.read(), coder)?;
    if known.consensus {
        return Err(Error::refused(tr!("error-assign-consensus", name = known.name)));
    }
    let arguments = json!({"coder": known.name, "count": chosen.len()});
    project.operate(OperationKind::AssignCoder, arguments, |w| {
        chosen.iter().try_for_each(|document| coders::assign(w, *document, coder, to_do))
    })
}

/// Gives documents to coders, or takes away those that have not been begun; of more than two coders pairs take turns: first
/// and second, second and third, and so on. With a draw only those are meant that it draws, and it is kept.
pub fn hand_out(
    project: &mut Project,
    who: &[CoderId],
    of: Option<&[DocumentId]>,
    draw: Option<&Draw>,
    to_do: bool,
) -> Result<Done<HandedOut>> {
    let mut names = Vec::new();
    for coder in who {
        let known = coders::get(&project.read(), *coder)?;
        if known.consensus {
            return Err(Error::refused(tr!("error-assign-consensus", name = known.name)));
        }
        names.push(known.name);
    }
    project.operate(OperationKind::AssignCoder, json!({"coder": names.join(", ")}), |w| {
        let all = documents::list(w)?;
        let pot: Vec<&Document> =
            all.iter().filter(|document| of.is_none_or(|of| of.contains(&document.id))).collect();
        let drawn = draw.map(|draw| super::agreement::draw_documents(w, of, draw)).transpose()?;
        let chosen: Vec<DocumentId> = match &drawn {
            Some(drawn) => drawn.iter().map(|document| document.id).collect(),
            None => pot.iter().map(|document| document.id).collect(),
        };
        w.argument("count", chosen.len());
        for (nth, document) in chosen.iter().enumerate() {
            for (at, coder) in who.iter().enumerate() {
                let turn = (at + who.len() - nth % who.len()) % who.len();
                if turn < 2 {
                    coders::assign(w, *document, *coder, to_do)?;
                }
            }
        }
        let drawn = draw.zip(drawn).map(|(draw, drawn)| Drawn {
            draw: *draw,
            documents: drawn.into_iter().map(|document| document.uuid).collect(),
            of: pot.len(),
        });
        if let Some(drawn) = &drawn {
            w.argument("seed", drawn.draw.seed as i64);
            let mut kept = settings::drawn(w)?;
            kept.retain(|other| other != drawn);
            if to_do {
                kept.push(drawn.clone());
            }
            settings::set_drawn(w, &kept)?;
        }
        Ok(HandedOut { documents: chosen, drawn })
    })
}

/// The draws that were kept, in words, with what is left of their documents.
pub fn drawn_words(reader: &Reader<'_>) -> Result<Vec<String>> {
    let all = documents::list(reader)?;
    let words = settings::drawn(reader)?.into_iter().map(|drawn| {
        let count = all.iter().filter(|document| drawn.documents.contains(&document.uuid)).count();
        let share = crate::i18n::number(count as f64 * 100.0 / drawn.of.max(1) as f64, 0);
        let by_group = if drawn.draw.by_group { "yes" } else { "no" };
        tr!(
            "coders-drawn",
            count = count,
            all = drawn.of,
            share = share,
            seed = drawn.draw.seed.to_string(),
            groups = by_group
        )
    });
    Ok(words.collect())
}

/// Begins a new coding pass; statuses are declared in it from now on. Its codes are of the newest version of the
/// codebook, where nothing has changed since.
pub fn add_pass(project: &mut Project, name: &str) -> Result<Done<()>> {
    let name = check_pass(project, name, None)?;
    project.operate(OperationKind::ChangePass, json!({"name": name}), |w| {
        let newest = super::versions::unchanged(w)?;
        coders::insert_pass(w, &name, newest.map(|version| version.id))
    })
}

/// Says of which version of the codebook the codes of a pass are; none: of no version that is kept.
pub fn set_pass_version(project: &mut Project, pass: &Pass, version: Option<VersionId>) -> Result<Done<()>> {
    project.operate(OperationKind::ChangePass, json!({"name": pass.name}), |w| {
        version.map(|id| versions::get(w, id)).transpose()?;
        coders::set_pass_version(w, pass.id, version)
    })
}

pub fn rename_pass(project: &mut Project, pass: i64, name: &str) -> Result<Done<()>> {
    let name = check_pass(project, name, Some(pass))?;
    project.operate(OperationKind::ChangePass, json!({"name": name}), |w| coders::rename_pass(w, pass, &name))
}

/// Statuses are declared in this pass from now on.
pub fn use_pass(project: &mut Project, pass: &Pass) -> Result<Done<()>> {
    project.operate(OperationKind::ChangePass, json!({"name": pass.name}), |w| coders::use_pass(w, pass.id))
}

fn check_pass(project: &Project, name: &str, but: Option<i64>) -> Result<String> {
    let name = check_name(name)?.to_owned();
    let taken = coders::passes(&project.read())?
        .into_iter()
        .any(|pass| Some(pass.id) != but && pass.name.to_lowercase() == name.to_lowercase());
    if taken {
        return Err(Error::invalid(tr!("error-pass-exists", name = name)));
    }
    Ok(name)
}

/// How far everybody is, document by document; none where that is not to be seen. And how many of the documents two
/// coders or more have begun, done or been given.
pub fn progress(project: &Project) -> Result<CoderProgress> {
    let reader = project.read();
    let work = coders::work(&reader)?;
    let mut shown = Vec::new();
    for coder in coders::list(&reader)? {
        let worked = !coder.consensus || work.iter().any(|work| work.coder == coder.id);
        if worked && viewer::sees_any(&reader, coder.id)? {
            shown.push(coder);
        }
    }
    let mut rows = Vec::new();
    let mut twice = 0;
    for document in documents::list(&reader)? {
        let mut declared = Vec::with_capacity(shown.len());
        for coder in &shown {
            let found = work.iter().find(|work| work.document == document.id && work.coder == coder.id);
            declared.push(match viewer::sees(&reader, coder.id, Some(document.id))? {
                true => Standing::of(found.map(|work| work.status)),
                false => Standing::Hidden,
            });
        }
        let busy = |(standing, coder): &(&Standing, &Coder)| {
            !coder.consensus && !matches!(standing, Standing::Hidden | Standing::Nothing)
        };
        twice += usize::from(declared.iter().zip(&shown).filter(busy).count() > 1);
        rows.push((document, declared));
    }
    Ok(CoderProgress { coders: shown, rows, twice })
}

/// The documents with how far everybody is, as a table.
pub fn table(project: &Project) -> Result<(Table, Vec<DocumentId>)> {
    let progress = progress(project)?;
    let pattern = settings::citation(&project.read())?;
    let mut columns = vec![Column::new("document", tr!("agreement-column-document"), ColumnKind::Short)];
    columns.extend(
        progress.coders.iter().map(|coder| Column::new(&coder.name, coder.name.clone(), ColumnKind::Short)),
    );
    let place = |document| Place { document, span: Default::default(), code: None, coding: None };
    let rows = progress.rows.iter().map(|(document, declared)| {
        let mut row = vec![Cell::text(pattern.name(&document.label)).at(place(document.id))];
        let standing = |one: &Standing| Cell::text(tr!(&format!("standing-{}", one.name())));
        row.extend(declared.iter().map(standing));
        row
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    let passes = coders::passes(&project.read())?;
    let current = passes.last().map(|pass| pass.name.clone()).unwrap_or_default();
    let all = rows.len();
    let share = crate::i18n::number(progress.twice as f64 * 100.0 / all.max(1) as f64, 0);
    let table = Table {
        name: "coders".to_owned(),
        title: tr!("coders-title"),
        columns,
        rows,
        notes: [
            vec![
                tr!("coders-pass", name = current),
                tr!("coders-twice", twice = progress.twice, all = all, share = share),
            ],
            drawn_words(&project.read())?,
        ]
        .concat(),
        frozen: 1,
    };
    Ok((table, progress.rows.into_iter().map(|(document, _)| document.id).collect()))
}

fn check_free(all: &[crate::model::coders::Coder], name: &str, but: Option<CoderId>) -> Result<()> {
    let taken =
        all.iter().any(|other| Some(other.id) != but && other.name.to_lowercase() == name.to_lowercase());
    if taken {
        return Err(Error::invalid(tr!("error-coder-exists", name = name.to_owned())));
    }
    Ok(())
}

/// Works as another coder from now on, in this copy of the project. No entry in the history: nothing of the study
/// changes.
pub fn sign_in(project: &mut Project, coder: CoderId) -> Result<()> {
    let coder = coders::get(&project.read(), coder)?;
    if coder.consensus {
        return Err(Error::refused(tr!("error-consensus-signs-in", name = coder.name.clone()))
            .hint(tr!("hint-consensus-signs-in", name = coder.name)));
    }
    let coder = coder.id;
    project.sign_in(coder)?;
    project.keep(|keeper| keeper.set_current_coder(coder))
}

/// Declares how far the current coder is with a document in the current coding pass.
pub fn set_status(project: &mut Project, document: DocumentId, status: Status) -> Result<Done<()>> {
    let label = documents::get(&project.read(), document)?.label;
    let coder = project.coder();
    project.operate(OperationKind::SetStatus, json!({"label": label, "status": status.name()}), |w| {
        coders::set_status(w, document, coder, status)
    })
}

/// Chooses whose codings count in a document; none: the first coder who declared it done.
pub fn choose(project: &mut Project, document: DocumentId, coder: Option<CoderId>) -> Result<Done<()>> {
    let label = documents::get(&project.read(), document)?.label;
    let name = coder.map(|id| coders::get(&project.read(), id)).transpose()?.map(|coder| coder.name);
    project.operate(OperationKind::ChooseCoder, json!({"label": label, "coder": name}), |w| {
        coders::choose(w, document, coder)
    })
}

/// Checks a coder's name: one line, not empty.
pub fn check_name(name: &str) -> Result<&str> {
    let name = name.trim();
    if name.is_empty() || name.contains(|c: char| c.is_control()) || name.chars().count() > 80 {
        return Err(Error::invalid(tr!("error-coder-name")));
    }
    Ok(name)
}
