//! The bridge to working apart: giving a package away, looking at one that came back, merging it.

use std::path::PathBuf;

use crate::error::Result;
use crate::model::history::Changed;
use crate::model::packages::MergeReport;
use crate::ops::merge::{self, Decisions};
use crate::ops::share::{self, Wanted};
use crate::progress::Progress;
use crate::store::{Project, coders, documents};
use crate::tr;

/// What is asked for.
#[derive(Debug, Clone)]
pub enum Ask {
    Share {
        coder: String,
        file: PathBuf,
        /// Labels of documents, separated by commas; empty: all.
        documents: String,
        /// Empty: not encrypted.
        passphrase: String,
    },
    /// What a merge would do; nothing is written.
    Plan(Came),
    Merge(Came),
    /// What is out and what came back.
    Packages,
}

/// A file that came back, with what is decided of what collides.
#[derive(Debug, Clone, Default)]
pub struct Came {
    pub file: PathBuf,
    pub passphrase: Option<String>,
    pub decisions: Decisions,
}

/// What came of it.
#[derive(Debug)]
pub enum Told {
    Shared {
        said: String,
        changed: Changed,
    },
    /// The file is encrypted: it is asked for once more, with its passphrase.
    NeedsPassphrase(PathBuf),
    Planned(Came, Box<MergeReport>),
    Merged(Changed),
    Packages(Vec<String>),
}

/// Does what is asked for.
pub fn run(project: &mut Project, ask: Ask, progress: &Progress) -> Result<Told> {
    match ask {
        Ask::Share { coder, file, documents: labels, passphrase } => {
            let coder = coders::by_name(&project.read(), &coder)?.id;
            let wanted = Wanted {
                documents: chosen(project, &labels)?,
                file,
                passphrase: Some(passphrase).filter(|text| !text.is_empty()),
                force: false,
            };
            let done = share::share(project, coder, &wanted, progress)?;
            let (shared, changed) = (done.value, done.changed);
            let held = &shared.held;
            let said = tr!(
                "cli-shared",
                file = shared.file.display().to_string(),
                coder = shared.coder.clone(),
                documents = held.documents,
                codes = held.codes
            );
            Ok(Told::Shared { said, changed })
        }
        Ask::Plan(came) => {
            if came.passphrase.is_none() && came.file.is_file() && share::needs_passphrase(&came.file)? {
                return Ok(Told::NeedsPassphrase(came.file));
            }
            let report = plan(project, &came, progress)?;
            Ok(Told::Planned(came, Box::new(report)))
        }
        Ask::Merge(came) => {
            // A decision may have brought up something else: then it is shown, and nothing is written.
            let report = plan(project, &came, progress)?;
            if report.undecided() > 0 {
                return Ok(Told::Planned(came, Box::new(report)));
            }
            let incoming = merge::open(project, &came.file, came.passphrase.as_deref())?;
            let done = merge::merge(project, &incoming, &came.decisions, progress)?;
            Ok(Told::Merged(done.changed))
        }
        Ask::Packages => {
            let all = share::given(project)?;
            let line = |one: crate::model::packages::Given| match one.merged {
                Some(at) => tr!(
                    "sharing-package-back",
                    coder = one.coder,
                    cut = crate::clock::local(&one.cut),
                    at = crate::clock::local(&at)
                ),
                None => {
                    tr!("sharing-package-out", coder = one.coder, cut = crate::clock::local(&one.cut))
                }
            };
            Ok(Told::Packages(all.into_iter().map(line).collect()))
        }
    }
}

fn plan(project: &mut Project, came: &Came, progress: &Progress) -> Result<MergeReport> {
    let incoming = merge::open(project, &came.file, came.passphrase.as_deref())?;
    project.set_dry_run(true);
    let report = merge::merge(project, &incoming, &came.decisions, progress);
    project.set_dry_run(false);
    Ok(report?.value)
}

fn chosen(project: &Project, labels: &str) -> Result<Option<Vec<crate::model::DocumentId>>> {
    let labels: Vec<&str> = labels.split(',').map(str::trim).filter(|label| !label.is_empty()).collect();
    if labels.is_empty() {
        return Ok(None);
    }
    let reader = project.read();
    let ids = labels.iter().map(|label| documents::by_label(&reader, label).map(|document| document.id));
    ids.collect::<Result<Vec<_>>>().map(Some)
}
