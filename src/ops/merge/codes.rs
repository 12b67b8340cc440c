//! The code system: new codes, renames and moves of both sides, codes that are gone there.

use serde_json::Value;

use super::translate::Translated;
use super::{Merger, number, text};
use crate::error::Result;
use crate::model::codes::{PATH_SEPARATOR, fold_name};
use crate::model::packages::{Clash, Delta, Happened, Image, Noun, Remark, Take};
use crate::model::{CodeId, DocumentId};
use crate::ops::{codes as coding_guide, documents as material};
use crate::progress::Progress;
use crate::store::codes;
use crate::store::packages;
use crate::store::packages::rows::{self, Found};
use crate::tr;

/// A code that waits for its name.
struct Named {
    id: i64,
    name: String,
    /// What it was called here, where it was renamed there.
    before: Option<String>,
}

impl Merger<'_> {
    /// Codes that were here first: names and places change together, since two may have changed them with each other.
    /// Then the new ones, parents before their subcodes.
    pub(super) fn codes(&mut self, deltas: &[&Delta], progress: &Progress) -> Result<()> {
        let Some(first) = deltas.first() else { return Ok(()) };
        let noun = first.noun;
        let mut new: Vec<&Delta> = Vec::new();
        let mut changed: Vec<&Delta> = Vec::new();
        for delta in deltas.iter().filter(|delta| delta.theirs.is_some()) {
            match rows::resolve(self.w, noun, &delta.key)? {
                Found::Row(_) => changed.push(delta),
                // Asked about in `gone_here`; brought back it has no base.
                _ if delta.base.is_some() => {}
                _ => new.push(delta),
            }
        }
        // A new parent is needed by what was moved under it, so the new ones come first, under names of their own.
        let mut named: Vec<Named> = Vec::new();
        while !new.is_empty() {
            let mut later = Vec::new();
            let before = new.len();
            for delta in new {
                match self.new_code(delta, false)? {
                    Some(waits) => named.extend(waits),
                    None => later.push(delta),
                }
            }
            if later.len() == before {
                // Their parents are gone here: they become main codes.
                for delta in later {
                    named.extend(self.new_code(delta, true)?.into_iter().flatten());
                    progress.step()?;
                }
                break;
            }
            new = later;
        }
        for delta in changed {
            progress.step()?;
            named.extend(self.changed_code(delta)?);
        }
        for Named { id, name, before } in named {
            self.name_code(noun, id, &name, before.as_deref())?;
        }
        Ok(())
    }

    /// Adds a code, under a name that nobody has; none while its parent is not here yet.
    fn new_code(&mut self, delta: &Delta, anywhere: bool) -> Result<Option<Vec<Named>>> {
        let Some(theirs) = &delta.theirs else { return Ok(Some(Vec::new())) };
        let mut image = match self.translate(delta.noun, theirs)? {
            Translated::Here(image) => image,
            Translated::Missing(..) if anywhere => {
                let mut free = theirs.clone();
                free.insert("parent".to_owned(), Value::Null);
                match self.translate(delta.noun, &free)? {
                    Translated::Here(image) => image,
                    Translated::Missing(..) => return Ok(Some(Vec::new())),
                }
            }
            Translated::Missing(..) => return Ok(None),
        };
        let name = text(&image, "name").to_owned();
        if let Some(id) = self.twin(delta, &image)? {
            let Some(ours) = rows::image(self.w, "code", id)? else { return Ok(Some(Vec::new())) };
            packages::insert_alias(self.w, "code", &delta.key, text(&ours, "uuid"))?;
            self.report.remarks.push(Remark::SameAs(codes::tree(self.w)?.path(CodeId(id)).to_owned()));
            self.meet(delta, id, None, &image)?;
            return Ok(Some(Vec::new()));
        }
        image.insert("name".to_owned(), delta.key.clone().into());
        codes::unbury(self.w, &delta.key)?;
        let id = rows::insert(self.w, "code", &image)?;
        self.count("code", Happened::Added);
        Ok(Some(vec![Named { id, name, before: None }]))
    }

    /// The code here that a new one there is: of the same name under the same parent, and unknown to the package.
    fn twin(&self, delta: &Delta, image: &Image) -> Result<Option<i64>> {
        let parent = number(image, "parent").map(CodeId);
        let tree = codes::tree(self.w)?;
        let Some(node) = coding_guide::sibling(&tree, parent, text(image, "name")) else { return Ok(None) };
        let known = self.foreign.row(delta.noun, &node.code.uuid)?.is_some();
        Ok((!known).then_some(node.code.id.0))
    }

    /// A code that is on both sides. A name that is taken from there is given at the end.
    fn changed_code(&mut self, delta: &Delta) -> Result<Option<Named>> {
        let Found::Row(id) = rows::resolve(self.w, delta.noun, &delta.key)? else { return Ok(None) };
        let Some(theirs) = &delta.theirs else { return Ok(None) };
        let theirs = match self.translate(delta.noun, theirs)? {
            Translated::Here(image) => image,
            // Moved under a code that is gone here: it stays where it is.
            Translated::Missing(..) => {
                let mut still = theirs.clone();
                still.insert(
                    "parent".to_owned(),
                    delta.base.as_ref().and_then(|base| base.get("parent").cloned()).unwrap_or(Value::Null),
                );
                match self.translate(delta.noun, &still)? {
                    Translated::Here(image) => image,
                    Translated::Missing(..) => return Ok(None),
                }
            }
        };
        let base = match &delta.base {
            Some(base) => self.base_here(delta.noun, base)?,
            None => None,
        };
        // Known under an alias and not given: it met what is here when it came the first time.
        let Some(ours) = rows::image(self.w, "code", id)? else { return Ok(None) };
        if text(&ours, "uuid") != delta.key && delta.base.is_none() {
            return Ok(None);
        }
        let columns = self.shape("code")?.columns.clone();
        let mut taken = self.columns(delta, &columns, base.as_ref(), &ours, &theirs)?;
        let take = |taken: &mut Vec<(String, Value)>, column: &str| {
            taken.iter().position(|(name, _)| name == column).map(|at| taken.remove(at).1)
        };
        let name = take(&mut taken, "name");
        if let Some(parent) = take(&mut taken, "parent") {
            self.move_code(delta, id, &ours, parent.as_i64())?;
        }
        rows::update(self.w, "code", id, &taken)?;
        if !taken.is_empty() || name.is_some() {
            self.count("code", Happened::Changed);
        }
        let name = name.and_then(|name| name.as_str().map(str::to_owned));
        if name.is_some() {
            rows::update(self.w, "code", id, &[("name".to_owned(), text(&ours, "uuid").into())])?;
        }
        Ok(name.map(|name| Named { id, name, before: Some(text(&ours, "name").to_owned()) }))
    }

    fn move_code(&mut self, delta: &Delta, id: i64, ours: &Image, parent: Option<i64>) -> Result<()> {
        if parent == Some(id) {
            // What it was moved under there has gone into it here.
            return Ok(());
        }
        let tree = codes::tree(self.w)?;
        let below = |id: i64| tree.subtree(CodeId(id)).iter().any(|node| Some(node.code.id.0) == parent);
        if below(id) {
            let title = tree.path(CodeId(id)).to_owned();
            let there = parent.map(|parent| tree.path(CodeId(parent)).to_owned()).unwrap_or_default();
            let key = format!("code {} cycle", delta.key);
            let words = (String::new(), title.clone(), there);
            if self.collides(key, Clash::Cycle, "code", "parent", title, words, false) != Take::Theirs {
                return Ok(());
            }
            // What was moved under it here becomes a main code, so that this one can go under it.
            if let Some(parent) = parent {
                let uuid = rows::image(self.w, "code", parent)?.map(|image| text(&image, "uuid").to_owned());
                self.give_way(parent, None, &uuid.unwrap_or_default())?;
            }
        }
        self.give_way(id, parent, text(ours, "uuid"))?;
        self.count("code", Happened::Changed);
        Ok(())
    }

    /// Puts a code under another, for the moment under a name that nobody has, and gives its own back if it is free.
    fn give_way(&mut self, id: i64, parent: Option<i64>, uuid: &str) -> Result<()> {
        let name = rows::image(self.w, "code", id)?.map(|image| text(&image, "name").to_owned());
        let values = [
            ("name".to_owned(), Value::from(uuid)),
            ("parent".to_owned(), parent.map_or(Value::Null, Value::from)),
        ];
        rows::update(self.w, "code", id, &values)?;
        if let (Some(noun), Some(name)) = (crate::model::packages::noun("code"), name) {
            self.name_code(noun, id, &name, None)?;
        }
        Ok(())
    }

    /// Gives a code its name. Where a sibling has it here, a code that was renamed there is asked about, and one that is
    /// new gets a number.
    fn name_code(&mut self, noun: &'static Noun, id: i64, name: &str, before: Option<&str>) -> Result<()> {
        let Some(image) = rows::image(self.w, "code", id)? else { return Ok(()) };
        let tree = codes::tree(self.w)?;
        let parent = number(&image, "parent").map(CodeId);
        let siblings: Vec<String> = tree
            .children(parent)
            .filter(|node| node.code.id.0 != id)
            .map(|node| fold_name(&node.code.name))
            .collect();
        let free = |name: &str| !siblings.contains(&fold_name(name));
        let numbered =
            |name: &str| (2..).map(|nth| format!("{name} {nth}")).find(|name| free(name)).unwrap_or_default();
        let at = |name: &str| match parent {
            Some(parent) => format!("{}{PATH_SEPARATOR}{name}", tree.path(parent)),
            None => name.to_owned(),
        };
        let chosen = match before {
            _ if free(name) => name.to_owned(),
            None => {
                let other = numbered(name);
                self.report.remarks.push(Remark::Renamed(at(&other)));
                other
            }
            Some(before) => {
                let (kept, other) =
                    (if free(before) { before.to_owned() } else { numbered(before) }, numbered(name));
                let key = format!("code {} name taken", text(&image, "uuid"));
                let words = (String::new(), kept.clone(), other.clone());
                match self.collides(key, Clash::NameTaken, noun.table, "name", at(before), words, false) {
                    Take::Theirs => other,
                    _ => kept,
                }
            }
        };
        rows::update(self.w, "code", id, &[("name".to_owned(), chosen.into())])
    }

    /// A code that is gone there: removed, or merged into another. Asked about where it is used here.
    pub(super) fn remove_code(&mut self, delta: &Delta, id: i64, changed: bool, ours: &Image) -> Result<()> {
        let users = rows::users(self.w, "code", id, None)?;
        let worked =
            users.iter().any(|(table, _)| crate::model::packages::noun(table).is_some_and(|noun| noun.own));
        let tree = codes::tree(self.w)?;
        let has_subcodes = tree.children(Some(CodeId(id))).next().is_some();
        let successor = match self.foreign.tombstone(&delta.key)?.flatten() {
            Some(uuid) => match rows::resolve(self.w, delta.noun, &uuid)? {
                Found::Row(into) if into != id => Some(into),
                _ => None,
            },
            None => None,
        };
        if worked || has_subcodes || changed {
            let title = tree.path(CodeId(id)).to_owned();
            let theirs = match successor {
                Some(into) => tr!("merge-went-into", code = tree.path(CodeId(into)).to_owned()),
                None => tr!("merge-gone"),
            };
            let words = (String::new(), self.summed(delta.noun, ours)?, theirs);
            let key = format!("code {}", delta.key);
            if self.collides(key, Clash::GoneThere, "code", "", title, words, false) != Take::Theirs {
                return Ok(());
            }
        }
        match successor {
            Some(into) if !tree.subtree(CodeId(id)).iter().any(|node| node.code.id.0 == into) => {
                coding_guide::merge_one(self.w, &tree, CodeId(id), CodeId(into))?;
            }
            _ => {
                coding_guide::remove_in(self.w, &tree, CodeId(id))?;
            }
        }
        self.count("code", Happened::Removed);
        Ok(())
    }

    /// A document that is gone there goes here only when that is decided.
    pub(super) fn remove_document(&mut self, delta: &Delta, id: i64, ours: &Image) -> Result<()> {
        let title = text(ours, "label").to_owned();
        let words = (String::new(), self.summed(delta.noun, ours)?, tr!("merge-gone"));
        let key = format!("document {}", delta.key);
        if self.collides(key, Clash::GoneThere, "document", "", title, words, false) != Take::Theirs {
            return Ok(());
        }
        material::remove_in(self.w, DocumentId(id))?;
        self.count("document", Happened::Removed);
        Ok(())
    }
}
