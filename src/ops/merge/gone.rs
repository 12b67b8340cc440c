//! Gone here, used there: a code or a document that was removed while somebody went on working with it.
//!
//! It is asked about once, and not for every segment. Brought back, it comes with all that stands on it there, also what
//! was not changed: that went from here with it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Merger, text};
use crate::error::Result;
use crate::model::CodeId;
use crate::model::packages::{Clash, Delta, NOUNS, Noun, Policy, Remark, Take, noun, policy};
use crate::store::codes;
use crate::store::packages::rows::{self, Found};
use crate::tr;

impl Merger<'_> {
    /// Codes that both sides have merged, each into another one: neither is what it was before, so it is asked about. If it
    /// stays as it is here, what went along there goes where it went here.
    pub(super) fn merged_apart(&mut self) -> Result<()> {
        let Some(noun) = noun("code") else { return Ok(()) };
        let gone: Vec<(String, String)> = self
            .deltas
            .iter()
            .filter(|delta| delta.noun == noun && delta.theirs.is_none())
            .filter_map(|delta| Some((delta.key.clone(), text(delta.base.as_ref()?, "name").to_owned())))
            .collect();
        for (key, title) in gone {
            let Some(successor) = self.foreign.tombstone(&key)?.flatten() else { continue };
            let (Found::Row(here), Found::Row(there)) =
                (rows::resolve(self.w, noun, &key)?, rows::resolve(self.w, noun, &successor)?)
            else {
                continue;
            };
            let here_still = rows::image(self.w, "code", here)?.is_some_and(|row| text(&row, "uuid") == key);
            if here == there || here_still {
                continue;
            }
            let tree = codes::tree(self.w)?;
            let into = |id: i64| tr!("merge-went-into", code = tree.path(CodeId(id)).to_owned());
            let words = (String::new(), into(here), into(there));
            let id = format!("code {key} merged");
            if self.collides(id, Clash::Changed, "code", "", title, words, false) != Take::Theirs {
                self.stays_merged(&key, &successor);
            }
        }
        Ok(())
    }

    /// What stood on a code at the cut and on its successor now is taken as if it had not changed.
    fn stays_merged(&mut self, code: &str, successor: &str) {
        for delta in &mut self.deltas {
            let (Some(base), Some(theirs)) = (&delta.base, &mut delta.theirs) else { continue };
            let Some(shape) = self.shapes.get(delta.noun.table) else { continue };
            for (column, _) in shape.references.iter().filter(|(_, target)| target == "code") {
                if text(base, column) == code && text(theirs, column) == successor {
                    theirs.insert(column.clone(), code.into());
                }
            }
        }
    }

    pub(super) fn gone_here(&mut self) -> Result<()> {
        for table in ["document", "code"] {
            let Some(noun) = noun(table) else { continue };
            let mut used: BTreeMap<String, BTreeMap<&'static str, u32>> = BTreeMap::new();
            for delta in self.deltas.iter().filter(|delta| says_more(delta)) {
                let Some(theirs) = &delta.theirs else { continue };
                if delta.noun == noun {
                    used.entry(delta.key.clone()).or_default();
                }
                for (column, _) in
                    self.shape(delta.noun.table)?.references.iter().filter(|(_, target)| target == table)
                {
                    let uuid = text(theirs, column);
                    if !uuid.is_empty() {
                        let count = used.entry(uuid.to_owned()).or_default();
                        *count.entry(delta.noun.table).or_default() += 1;
                    }
                }
            }
            for (uuid, count) in used {
                self.is_gone_here(noun, uuid, &count)?;
            }
        }
        Ok(())
    }

    fn is_gone_here(
        &mut self,
        noun: &'static Noun,
        uuid: String,
        count: &BTreeMap<&'static str, u32>,
    ) -> Result<()> {
        let comes =
            self.deltas.iter().any(|delta| delta.noun == noun && delta.key == uuid && delta.base.is_none());
        let found = rows::resolve(self.w, noun, &uuid)?;
        if comes || matches!(found, Found::Row(_)) {
            return Ok(());
        }
        self.asked.insert((noun.table, uuid.clone()));
        let Some(row) = self.foreign.row(noun, &uuid)? else { return Ok(()) };
        let title = self.title_there(noun, &row)?;
        if noun.table == "document" && found == Found::Buried {
            self.report.remarks.push(Remark::Erased(title));
            return Ok(());
        }
        let theirs = match count.is_empty() {
            true => tr!("merge-changed-there"),
            false => {
                count.iter().map(|(table, count)| super::amount(table, *count)).collect::<Vec<_>>().join(", ")
            }
        };
        let key = format!("{} {uuid}", noun.table);
        let words = (String::new(), tr!("merge-gone"), theirs);
        if self.collides(key, Clash::GoneHere, noun.table, "", title, words, false) == Take::Theirs {
            self.bring_back(noun, &uuid, row)?;
        }
        Ok(())
    }

    fn bring_back(
        &mut self,
        noun: &'static Noun,
        uuid: &str,
        row: crate::model::packages::Image,
    ) -> Result<()> {
        codes::unbury(self.w, uuid)?;
        let mut back = vec![Delta { noun, key: uuid.to_owned(), base: None, theirs: Some(row) }];
        let coder = self.foreign.package.as_ref().map(|package| package.coder.clone());
        for other in NOUNS.iter().filter(|other| self.foreign.package.is_none() || other.given) {
            if other.table == noun.table {
                continue;
            }
            let columns: Vec<String> = self
                .shape(other.table)?
                .references
                .iter()
                .filter(|(_, target)| target == noun.table)
                .map(|(column, _)| column.clone())
                .collect();
            for column in columns {
                // Lines without a number come with their document.
                let rows = self.foreign.about(other, &column, uuid, coder.as_deref())?;
                back.extend(rows.into_iter().filter(|delta| {
                    other.table != "paragraph"
                        || delta
                            .theirs
                            .as_ref()
                            .is_some_and(|image| image.get("number").is_some_and(Value::is_i64))
                }));
            }
        }
        self.deltas
            .retain(|delta| !back.iter().any(|other| other.noun == delta.noun && other.key == delta.key));
        self.deltas.extend(back);
        Ok(())
    }

    /// Whether it was asked about that something is gone here.
    pub(super) fn asked(&self, table: &str, uuid: &str) -> bool {
        self.asked.iter().any(|(asked, of)| *asked == table && of == uuid)
    }
}

/// Whether a row is new, or changed in more than its order.
fn says_more(delta: &Delta) -> bool {
    match (&delta.base, &delta.theirs) {
        (None, Some(_)) => true,
        (Some(base), Some(theirs)) => base.iter().any(|(column, value)| {
            policy(delta.noun.table, column) == Policy::Compared
                && !column.starts_with('@')
                && theirs.get(column) != Some(value)
        }),
        _ => false,
    }
}
