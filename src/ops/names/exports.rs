//! Names in what leaves the program: replaced where the study has decided so, otherwise counted.

use serde_json::json;

use super::list;
use crate::error::Result;
use crate::model::codebook::{Codebook, CodebookCode};
use crate::model::history::{Done, OperationKind};
use crate::model::names::Names;
use crate::model::table::{Table, Value};
use crate::store::{Project, settings};
use crate::text::names::NameFinder;
use crate::tr;

/// Lets everything that is exported have replaced names, the study staying as it is; or not.
pub fn set_in_exports(project: &mut Project, on: bool) -> Result<Done<()>> {
    let setting = if on { "names-replaced" } else { "names-kept" };
    project.operate(OperationKind::ChangeSetting, json!({"setting": setting}), |w| {
        settings::set_names_in_exports(w, on)
    })
}

/// Tables about the names themselves.
const ABOUT_NAMES: [&str; 4] = ["names", "name-occurrences", "name-suggestions", "disclosure"];

/// What is done about names in an export.
#[derive(Debug, Clone, Default)]
pub struct Exporting {
    list: Names,
    finder: NameFinder,
    replace: bool,
}

/// How many listed names were in an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seen {
    pub replaced: u32,
    pub standing: u32,
}

impl Seen {
    /// What to tell a person about names that still stand; none where there are none.
    pub fn warning(self) -> Option<String> {
        (self.standing > 0).then(|| tr!("names-standing-in-export", count = self.standing))
    }
}

/// The names as an export of this project has to treat them.
pub fn exporting(project: &Project) -> Result<Exporting> {
    let list = list(project)?;
    let finder = list.finder();
    Ok(Exporting { finder, list, replace: settings::names_in_exports(&project.read())? })
}

impl Exporting {
    /// Replaces the names in tables, with a note that says so, or counts them.
    pub fn tables(&self, tables: &mut [Table]) -> Seen {
        let mut seen = Seen::default();
        if self.finder.is_empty() {
            return seen;
        }
        for table in tables.iter_mut().filter(|table| !ABOUT_NAMES.contains(&table.name.as_str())) {
            let before = seen.replaced;
            self.text(&mut table.title, &mut seen);
            for column in &mut table.columns {
                self.text(&mut column.key, &mut seen);
                self.text(&mut column.title, &mut seen);
            }
            for cell in table.rows.iter_mut().flatten() {
                match &mut cell.value {
                    Value::Text(text) | Value::Undefined(text) => self.text(text, &mut seen),
                    Value::Blocks(blocks) => {
                        for block in blocks {
                            self.text(&mut block.text, &mut seen);
                            self.text(&mut block.citation, &mut seen);
                        }
                    }
                    // Dates, durations, yes and no.
                    Value::Said { .. } => {}
                    Value::Empty | Value::Integer(_) | Value::Decimal(..) | Value::Share(..) => {}
                }
            }
            for note in &mut table.notes {
                self.text(note, &mut seen);
            }
            if self.replace {
                table.notes.push(tr!("table-note-names", count = seen.replaced - before));
            }
        }
        seen
    }

    /// The same for a coding guide.
    pub fn codebook(&self, codebook: &mut Codebook) -> Seen {
        let mut seen = Seen::default();
        if !self.finder.is_empty() {
            self.text(&mut codebook.name, &mut seen);
            self.codes(&mut codebook.codes, &mut seen);
        }
        seen
    }

    fn codes(&self, codes: &mut [CodebookCode], seen: &mut Seen) {
        for code in codes {
            let guide = &mut code.guide;
            for text in [
                &mut code.name,
                &mut guide.definition,
                &mut guide.apply,
                &mut guide.not_apply,
                &mut guide.research_question,
            ] {
                self.text(text, seen);
            }
            for anchor in &mut code.anchors {
                self.text(&mut anchor.place, seen);
                self.text(&mut anchor.text, seen);
            }
            self.codes(&mut code.children, seen);
        }
    }

    /// One text that leaves the program.
    pub fn text(&self, text: &mut String, seen: &mut Seen) {
        if !self.replace {
            seen.standing += self.finder.find(text).len() as u32;
            return;
        }
        let replacements = self.list.replacements();
        if let Some((replaced, count)) =
            self.finder.replace(text, |form| replacements.get(form).copied().unwrap_or_default())
        {
            *text = replaced;
            seen.replaced += count;
        }
    }
}
