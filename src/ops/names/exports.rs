//! Names in what leaves the program: replaced where the study has decided so, otherwise counted.

use std::collections::BTreeMap;

use serde_json::json;

use super::check::{Kind, Telling, counts};
use super::list;
use crate::analysis::edition::Change;
use crate::error::Result;
use crate::model::chart::{Chart, Figure};
use crate::model::codebook::{Codebook, CodebookCode};
use crate::model::history::{Done, OperationKind};
use crate::model::names::Names;
use crate::model::table::{Table, Value};
use crate::model::written::Written;
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
    telling: Telling,
}

/// How many listed names were replaced in an export, and what tells who someone is that still stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    pub replaced: u32,
    pub standing: BTreeMap<Kind, u32>,
}

impl Seen {
    /// What to tell a person about names that still stand; none where there are none.
    pub fn warning(&self) -> Option<String> {
        if self.standing.is_empty() {
            return None;
        }
        let found = tr!("names-standing-in-export", found = counts(&self.standing));
        Some(match self.standing.contains_key(&Kind::ListedName) {
            true => format!("{found} {}", tr!("names-standing-replace")),
            false => found,
        })
    }
}

/// The names as an export of this project has to treat them. Reads every transcript: for what is written, and not for
/// every command.
pub fn exporting(project: &Project) -> Result<Exporting> {
    let list = list(project)?;
    let finder = list.finder();
    let telling = Telling::of(project, &list)?;
    Ok(Exporting { finder, list, replace: settings::names_in_exports(&project.read())?, telling })
}

impl Exporting {
    /// Replaces the names in tables, with a note that says so, and counts what stands.
    pub fn tables(&self, tables: &mut [Table]) -> Seen {
        let mut seen = Seen::default();
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
            if self.replace && !self.finder.is_empty() {
                table.notes.push(tr!("table-note-names", count = seen.replaced - before));
            }
        }
        seen
    }

    /// The same for running text and the tables in it.
    pub fn written(&self, written: &mut Written) -> Seen {
        let mut seen = Seen::default();
        written.each_text(&mut |text| self.text(text, &mut seen));
        for table in written.tables() {
            let more = self.tables(std::slice::from_mut(table));
            seen.replaced += more.replaced;
            for (kind, count) in more.standing {
                *seen.standing.entry(kind).or_default() += count;
            }
        }
        if self.replace && !self.finder.is_empty() {
            written.notes.push(tr!("table-note-names", count = seen.replaced));
        }
        seen
    }

    /// The same for a figure: its table, and the codes that its picture names.
    pub fn figure(&self, figure: &mut Figure) -> Seen {
        let mut seen = self.tables(std::slice::from_mut(&mut figure.table));
        match &mut figure.chart {
            Chart::Heat(_) | Chart::Bars(_) => {}
            Chart::Portrait(portrait) => {
                portrait.codes.iter_mut().for_each(|(path, _)| self.text(path, &mut seen));
            }
            Chart::Codeline(codeline) => {
                codeline.lines.iter_mut().for_each(|line| self.text(&mut line.code, &mut seen));
            }
        }
        seen
    }

    /// The same for a coding guide.
    pub fn codebook(&self, codebook: &mut Codebook) -> Seen {
        let mut seen = Seen::default();
        self.text(&mut codebook.name, &mut seen);
        self.codes(&mut codebook.codes, &mut seen);
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
        for change in self.changes(text, seen).iter().rev() {
            text.replace_range(change.bytes.clone(), &change.by);
        }
    }

    /// What is to be changed in a text that leaves the program, in order.
    pub fn changes(&self, text: &str, seen: &mut Seen) -> Vec<Change> {
        let found = self.finder.find(text);
        let mut changes = Vec::new();
        if self.replace {
            let replacements = self.list.replacements();
            seen.replaced += found.len() as u32;
            changes.extend(found.into_iter().map(|one| Change {
                by: replacements.get(one.form).copied().unwrap_or_default().to_owned(),
                bytes: one.bytes,
            }));
        } else if !found.is_empty() {
            *seen.standing.entry(Kind::ListedName).or_default() += found.len() as u32;
        }
        for told in self.telling.find(text) {
            // What holds a listed name, or is part of one that goes, is counted or gone as such.
            let gone = changes
                .iter()
                .any(|one| one.bytes.start < told.bytes.end && told.bytes.start < one.bytes.end);
            if !gone && !self.finder.is_in(text.get(told.bytes).unwrap_or_default()) {
                *seen.standing.entry(told.kind).or_default() += 1;
            }
        }
        changes
    }

    /// Replaces listed names, whatever the study has decided for other exports.
    #[must_use]
    pub fn replacing(self) -> Exporting {
        Exporting { replace: true, ..self }
    }

    /// What is said in an export about names that were replaced; none where nothing is replaced.
    pub fn note(&self, seen: &Seen) -> Option<String> {
        (self.replace && !self.finder.is_empty()).then(|| tr!("table-note-names", count = seen.replaced))
    }
}
