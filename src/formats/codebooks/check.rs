//! What holds for every codebook, whatever format it comes in.

use std::collections::HashSet;

use super::{MAX_CODES, MAX_DEPTH, too_large};
use crate::error::{Error, Result};
use crate::model::codebook::{Codebook, CodebookCode, FORMAT};
use crate::model::codes::{Origin, check_color, check_name, fold_name};
use crate::tr;

/// Checks a codebook whole and gives it with tidy names and colours. An error names the code by its path and its
/// place as `codes[2].children[0]`.
pub fn check(mut codebook: Codebook) -> Result<Codebook> {
    FORMAT.clone_into(&mut codebook.format);
    if codebook.len() > MAX_CODES {
        return Err(too_large());
    }
    let mut uuids = HashSet::new();
    level(&mut codebook.codes, "codes", "", 1, &mut uuids)?;
    Ok(codebook)
}

fn level(
    codes: &mut [CodebookCode],
    place: &str,
    above: &str,
    depth: usize,
    uuids: &mut HashSet<uuid::Uuid>,
) -> Result<()> {
    let mut names = HashSet::new();
    for (index, code) in codes.iter_mut().enumerate() {
        let place = format!("{place}[{index}]");
        let path = if above.is_empty() { code.name.clone() } else { format!("{above}/{}", code.name) };
        let here = |error: Error| {
            let message = tr!("codebook-at-code", place = place.clone(), reason = error.message.clone());
            Error { message, ..error }.place(place.clone())
        };
        if depth > MAX_DEPTH {
            return Err(here(too_deep(&path)));
        }
        code.name = check_name(&code.name).map_err(here)?.to_owned();
        if !names.insert(fold_name(&code.name)) {
            return Err(here(duplicate(&path)));
        }
        if let Some(color) = &code.color {
            code.color = Some(check_color(color).map_err(here)?);
        }
        if let Some(text) = &code.uuid {
            let uuid = uuid::Uuid::try_parse(text).map_err(|_| {
                here(Error::invalid(tr!("codebook-uuid-invalid", uuid = text.clone(), path = path.clone())))
            })?;
            if !uuids.insert(uuid) {
                return Err(here(Error::invalid(tr!(
                    "codebook-uuid-twice",
                    uuid = text.clone(),
                    path = path.clone()
                ))));
            }
        }
        level(&mut code.children, &format!("{place}.children"), &path, depth + 1, uuids)?;
    }
    Ok(())
}

pub fn too_deep(path: &str) -> Error {
    Error::invalid(tr!("codebook-too-deep", path = path.to_owned(), most = MAX_DEPTH as i64))
}

pub fn duplicate(path: &str) -> Error {
    Error::invalid(tr!("codebook-twice", path = path.to_owned())).hint(tr!("codebook-twice-hint"))
}

/// The origin from its invariant name or the German word.
pub fn origin(text: &str) -> Result<Origin> {
    match text.trim().to_lowercase().as_str() {
        "" => Ok(Origin::Unspecified),
        "deduktiv" => Ok(Origin::Deductive),
        "induktiv" => Ok(Origin::Inductive),
        name => Origin::from_name(name)
            .ok_or_else(|| Error::invalid(tr!("codebook-origin", origin = text.trim().to_owned()))),
    }
}
