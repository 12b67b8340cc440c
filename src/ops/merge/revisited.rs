//! Codes that are new or mean something else by the merge: whoever has coded without them looks once more.
//!
//! What came from there is looked for by the others in what they have begun here; what the package did not know is looked
//! for by its coder in what has come back begun for the first time. What waits there comes as rows of their own.

use std::collections::HashMap;

use super::Merger;
use crate::error::Result;
use crate::model::codes::{CodeTree, Guide};
use crate::model::packages::{Remark, noun};
use crate::model::revisit::Reason;
use crate::model::{CodeId, CoderId, DocumentId};
use crate::ops::codes::redefines;
use crate::store::packages::rows::{self, Found};
use crate::store::{codes, packages, revisit};

impl Merger<'_> {
    /// Marks what is to be revisited, and says for which codes something waits that may be seen.
    pub(super) fn mark_revisits(&mut self, before: &CodeTree) -> Result<()> {
        let tree = codes::tree(self.w)?;
        let seen = revisit::list(self.w)?;
        let their_coder = match noun("coder").map(|noun| rows::resolve(self.w, noun, &self.package.coder)) {
            Some(found) => match found? {
                Found::Row(id) => Some(CoderId(id)),
                Found::Buried | Found::Unknown => None,
            },
            None => None,
        };
        let theirs = match self.begun.is_empty() {
            true => HashMap::new(),
            false => self.guides_there(&tree)?,
        };
        for node in tree.nodes() {
            let (code, guide) = (node.code.id, &node.code.guide);
            if let Some(reason) = news(before.get(code).map(|node| &node.code.guide), guide) {
                let whose = their_coder.map_or(revisit::Whose::Everyone, revisit::Whose::But);
                revisit::mark(self.w, code, reason, whose)?;
            }
            if let Some(reason) = news(theirs.get(&code), guide) {
                for (document, coder) in &self.begun {
                    revisit::mark(self.w, code, reason, revisit::Whose::Only(*coder, *document))?;
                }
            }
        }
        for one in revisit::list(self.w)? {
            if !seen.iter().any(|other| (other.document, other.code) == (one.document, one.code)) {
                self.report.remarks.push(Remark::Revisit(tree.path(one.code).to_owned()));
            }
        }
        Ok(())
    }

    /// What the package says of the codes that it has.
    fn guides_there(&self, tree: &CodeTree) -> Result<HashMap<CodeId, Guide>> {
        let Some(noun) = noun("code") else { return Ok(HashMap::new()) };
        let aliases = packages::aliases(self.w, "code")?;
        let mut guides = HashMap::new();
        for node in tree.nodes() {
            let local = node.code.uuid.as_str();
            let known = aliases.iter().filter(|(_, of)| of == local).map(|(uuid, _)| uuid.as_str());
            for uuid in std::iter::once(local).chain(known) {
                if let Some(image) = self.foreign.row(noun, uuid)? {
                    let said = |column| super::text(&image, column).to_owned();
                    let guide = Guide {
                        definition: said("definition"),
                        apply: said("apply"),
                        not_apply: said("not_apply"),
                        ..Guide::default()
                    };
                    guides.insert(node.code.id, guide);
                    break;
                }
            }
        }
        Ok(guides)
    }

    /// A coder's work on a document came that nothing was known of here.
    pub(super) fn has_begun(&mut self, document: i64, coder: i64) {
        self.begun.push((DocumentId(document), CoderId(coder)));
    }
}

/// Why a code has to be looked for once more by somebody who knew it so, or not at all.
fn news(known: Option<&Guide>, now: &Guide) -> Option<Reason> {
    match known {
        None => Some(Reason::Added),
        Some(known) => redefines(known, now).then_some(Reason::Redefined),
    }
}
