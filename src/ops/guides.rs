//! Interview guides and other reference documents: kept as texts, never coded and never counted; which interview was led
//! by which, and which codes they ask about. And the stage of an interview.

use serde_json::json;

use super::documents::Source;
use crate::error::{Error, Result};
use crate::model::draft::Draft;
use crate::model::guides::{Reference, ReferenceKind, Stage};
use crate::model::history::{Done, OperationKind};
use crate::model::{CodeId, DocumentId, ReferenceId};
use crate::store::guides::NewReference;
use crate::store::{Project, Reader, codes, documents, guides};
use crate::tr;

/// What a reference document is kept as.
#[derive(Debug, Clone, Default)]
pub struct KeepAs {
    /// None: the file's name without its ending.
    pub name: Option<String>,
    pub version: String,
    pub kind: ReferenceKind,
}

/// Keeps what a reader has read as a reference document: its text, and nothing of speakers and numbers.
pub fn import(
    project: &mut Project,
    draft: &Draft,
    source: &Source,
    wanted: &KeepAs,
) -> Result<Done<ReferenceId>> {
    let stem = source.name.rsplit_once('.').map_or(source.name.as_str(), |(stem, _)| stem);
    let from_file: String = stem.chars().map(|c| if c == ':' || c.is_control() { ' ' } else { c }).collect();
    let name = check(wanted.name.as_deref().unwrap_or(&from_file))?;
    let version = match wanted.version.trim() {
        "" => "",
        version => check(version)?,
    };
    let arguments = json!({"name": name, "value": version});
    project.operate(OperationKind::ImportGuide, arguments, |w| {
        let same =
            |other: &Reference| other.name.to_lowercase() == name.to_lowercase() && other.version == version;
        if let Some(other) = guides::list(w)?.into_iter().find(same) {
            return Err(
                Error::refused(tr!("error-guide-there", guide = other.typed())).hint(tr!("hint-guide-there"))
            );
        }
        let new = NewReference {
            kind: wanted.kind,
            name,
            version,
            source_name: &source.name,
            source_sha256: &source.sha256,
        };
        guides::insert(w, new, draft.text.as_str())
    })
}

fn check(name: &str) -> Result<&str> {
    let name = name.trim();
    if name.is_empty() || name.contains(|c: char| c == ':' || c.is_control()) {
        return Err(Error::invalid(tr!("error-guide-name", name = name.to_owned())));
    }
    Ok(name)
}

/// Removes a reference document; interviews that were led by it have none then.
pub fn remove(project: &mut Project, id: ReferenceId) -> Result<Done<()>> {
    let guide = guides::get(&project.read(), id)?;
    project.operate(OperationKind::RemoveGuide, json!({"name": guide.typed()}), |w| guides::remove(w, id))
}

/// Says which codes a guide asks about, and only those.
pub fn set_codes(project: &mut Project, id: ReferenceId, wanted: &[CodeId]) -> Result<Done<()>> {
    let guide = guides::get(&project.read(), id)?;
    let arguments = json!({"name": guide.typed(), "count": wanted.len()});
    project.operate(OperationKind::SetGuideCodes, arguments, |w| {
        if guide.kind != ReferenceKind::Guide {
            return Err(Error::invalid(tr!("error-no-guide", name = guide.typed())));
        }
        let tree = codes::tree(w)?;
        if wanted.iter().any(|code| tree.get(*code).is_none()) {
            return Err(Error::not_found(tr!("error-code-gone")));
        }
        let before = guides::codes(w, id)?;
        for code in before.iter().filter(|code| !wanted.contains(code)) {
            guides::remove_code(w, id, *code)?;
        }
        for code in wanted {
            guides::insert_code(w, id, *code)?;
        }
        Ok(())
    })
}

/// Says by which guide an interview was led; none: by none that is kept here.
pub fn choose(project: &mut Project, document: DocumentId, guide: Option<ReferenceId>) -> Result<Done<()>> {
    let label = documents::get(&project.read(), document)?.label;
    let chosen = guide.map(|id| guides::get(&project.read(), id)).transpose()?;
    let name = chosen.as_ref().map(Reference::typed);
    project.operate(OperationKind::ChooseGuide, json!({"label": label, "value": name}), |w| {
        if let Some(other) = chosen.as_ref().filter(|guide| guide.kind != ReferenceKind::Guide) {
            return Err(Error::invalid(tr!("error-no-guide", name = other.typed())));
        }
        guides::set_guide(w, document, guide)
    })
}

/// Says whether an interview belongs to the main study or was a pretest.
pub fn set_stage(project: &mut Project, document: DocumentId, stage: Stage) -> Result<Done<()>> {
    let label = documents::get(&project.read(), document)?.label;
    project.operate(OperationKind::SetStage, json!({"label": label, "status": stage.name()}), |w| {
        guides::set_stage(w, document, stage)
    })
}

/// A reference document as a person names it: `Leitfaden`, where it has several versions `Leitfaden:2`.
pub fn find(reader: &Reader<'_>, typed: &str) -> Result<Reference> {
    let wanted = typed.trim().to_lowercase();
    let all = guides::list(reader)?;
    let named = |guide: &&Reference| guide.name.to_lowercase() == wanted;
    if let Some(exact) = all.iter().find(|guide| guide.typed().to_lowercase() == wanted)
        && (exact.version.is_empty() || wanted.contains(':'))
    {
        return Ok(exact.clone());
    }
    let names = |of: &[&Reference]| of.iter().map(|guide| guide.typed()).collect::<Vec<_>>().join(", ");
    let found: Vec<&Reference> = all.iter().filter(named).collect();
    match found[..] {
        [one] => Ok(one.clone()),
        [] if all.is_empty() => Err(Error::not_found(tr!("error-no-guides")).hint(tr!("hint-no-guides"))),
        [] => Err(Error::not_found(tr!("error-no-such-guide", name = typed.to_owned()))
            .hint(tr!("hint-no-such-guide", names = names(&all.iter().collect::<Vec<_>>())))),
        _ => Err(Error::invalid(tr!("error-several-guides", name = typed.to_owned(), names = names(&found)))),
    }
}
