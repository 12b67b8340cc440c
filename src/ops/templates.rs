//! Templates of memos: those of the study and the interview protocol that comes with the program.

use serde_json::json;

use crate::error::{Error, Result};
use crate::model::history::{Done, OperationKind};
use crate::model::memos::{KINDS, PROTOCOL, Template};
use crate::store::{Project, Reader, templates};
use crate::tr;

/// The interview protocol in the language of the thread: place, date, duration, atmosphere, particulars.
pub fn protocol() -> Template {
    Template {
        id: None,
        name: PROTOCOL.to_owned(),
        kind: "document".to_owned(),
        text: format!("{}\n", tr!("template-protocol-text")),
    }
}

/// All templates; one of the study takes the place of the one that comes with the program and has its name.
pub fn list(reader: &Reader<'_>) -> Result<Vec<Template>> {
    let mut all = templates::list(reader)?;
    if !all.iter().any(|template| is(template, PROTOCOL)) {
        all.insert(0, protocol());
    }
    Ok(all)
}

/// What people call a template.
pub fn shown(template: &Template) -> String {
    match template.id {
        None => tr!("template-protocol-name"),
        Some(_) => template.name.clone(),
    }
}

fn is(template: &Template, name: &str) -> bool {
    let name = name.trim().to_lowercase();
    let given = template.id.is_none() && tr!("template-protocol-name").to_lowercase() == name;
    given || template.name.to_lowercase() == name
}

/// A template by its name, letter case aside.
pub fn find(reader: &Reader<'_>, name: &str) -> Result<Template> {
    let all = list(reader)?;
    let names = all.iter().map(|template| template.name.as_str()).collect::<Vec<_>>().join(", ");
    all.iter().find(|template| is(template, name)).cloned().ok_or_else(|| {
        Error::not_found(tr!("error-no-such-template", name = name.to_owned()))
            .hint(tr!("hint-no-such-template", names = names))
    })
}

/// Writes a template of the study: a new one, or one that is there anew.
pub fn set(project: &mut Project, name: &str, kind: &str, text: &str) -> Result<Done<()>> {
    let name = name.trim();
    project.operate(OperationKind::SetTemplate, json!({"name": name}), |w| {
        check(name, kind, text)?;
        let there = templates::list(w)?.into_iter().find(|template| is(template, name));
        match there.and_then(|template| template.id) {
            Some(id) => templates::update(w, id, kind, text),
            None => templates::insert(w, name, kind, text).map(drop),
        }
    })
}

fn check(name: &str, kind: &str, text: &str) -> Result<()> {
    if name.is_empty() || name.contains(|c: char| c.is_control()) {
        return Err(Error::invalid(tr!("error-template-name")));
    }
    if !KINDS.contains(&kind) {
        let kinds = KINDS.join(", ");
        return Err(Error::invalid(tr!("error-template-kind", kind = kind.to_owned(), kinds = kinds)));
    }
    if text.trim().is_empty() {
        return Err(Error::invalid(tr!("error-template-empty", name = name.to_owned())));
    }
    Ok(())
}

/// Gives a template of the study another name; memos that were begun with it keep to it.
pub fn rename(project: &mut Project, name: &str, to: &str) -> Result<Done<()>> {
    let template = find(&project.read(), name)?;
    rewrite(project, &template.name, to, &template.kind, &template.text)
}

/// Writes a template of the study anew, perhaps under another name. One that comes with the program stays as it is, and
/// what was made of it is the study's.
pub fn rewrite(project: &mut Project, name: &str, to: &str, kind: &str, text: &str) -> Result<Done<()>> {
    let to = to.trim();
    let there = templates::list(&project.read())?.into_iter().find(|template| is(template, name));
    let other_name = there.filter(|template| template.name != to);
    let Some((id, name)) = other_name.and_then(|template| Some((template.id?, template.name))) else {
        return set(project, to, kind, text);
    };
    let arguments = json!({"name": name, "to": to});
    project.operate(OperationKind::RenameTemplate, arguments, |w| {
        check(to, kind, text)?;
        if let Some(other) = templates::list(w)?.iter().find(|other| other.id != Some(id) && is(other, to)) {
            return Err(Error::refused(tr!("error-template-exists", name = other.name.clone()))
                .hint(tr!("hint-template-exists")));
        }
        templates::rename(w, id, to)?;
        templates::update(w, id, kind, text)
    })
}

/// Removes a template of the study; memos that were begun with it stay.
pub fn remove(project: &mut Project, name: &str) -> Result<Done<()>> {
    let template = find(&project.read(), name)?;
    project.operate(OperationKind::RemoveTemplate, json!({"name": template.name}), |w| match template.id {
        Some(id) => templates::remove(w, id),
        None => Err(Error::refused(tr!("error-template-given", name = template.name.clone()))
            .hint(tr!("hint-template-given"))),
    })
}
