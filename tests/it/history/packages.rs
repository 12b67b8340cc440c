//! Packages in the random walk: given away, worked in at random, merged.

use std::path::PathBuf;

use absatz::error::Result;
use absatz::model::history::{Changed, OperationKind};
use absatz::model::packages::Take;
use absatz::ops::merge::{self, Decisions};
use absatz::ops::share::{self, Wanted};
use absatz::progress::Progress;
use absatz::store::Project;

use super::{Things, carry_out, changed};
use crate::support;

fn file(project: &Project, n: u16) -> PathBuf {
    project.path().with_file_name(format!("package {}.absatz", n % 3))
}

pub fn carry_package(
    project: &mut Project,
    things: &Things,
    kind: OperationKind,
    n: [u16; 4],
) -> Result<Changed> {
    match kind {
        OperationKind::Share => {
            let Some(coder) = super::pick(&things.coders, n[1]) else { return Ok(Changed::default()) };
            let wanted = Wanted { file: file(project, n[0]), force: true, ..Wanted::default() };
            changed(share::share(project, coder, &wanted, &Progress::new()))
        }
        _ => {
            let file = file(project, n[0]);
            if !file.exists() {
                return Ok(Changed::default());
            }
            work_in(&file, n);
            let incoming = merge::open(project, &file, None)?;
            let all = Some(Take::ALL[usize::from(n[1] % 3)]);
            changed(merge::merge(
                project,
                &incoming,
                &Decisions { all, ..Decisions::default() },
                &Progress::new(),
            ))
        }
    }
}

/// What a second coder does with a package.
fn work_in(file: &std::path::Path, n: [u16; 4]) {
    use OperationKind::{
        AddCode, ApplyCode, ChangeCoding, DefineCode, EditText, MergeCodes, MoveCode, RemoveCode,
        RemoveCoding, RenameCode, ResizeCoding, SetStatus, WriteMemo, WriteParaphrase, WriteSummary,
    };
    let kinds = [
        ApplyCode,
        AddCode,
        ApplyCode,
        RenameCode,
        WriteMemo,
        MoveCode,
        ApplyCode,
        ResizeCoding,
        WriteSummary,
        MergeCodes,
        RemoveCode,
        RemoveCoding,
        DefineCode,
        EditText,
        ApplyCode,
        WriteParaphrase,
        SetStatus,
        ChangeCoding,
    ];
    let mut package = Project::open(file, None).unwrap();
    let raw = support::raw(file);
    for step in 0..4u16 {
        let mut m = n.map(|number| number.rotate_left(u32::from(step) * 3).wrapping_add(step * 7));
        m.rotate_left(usize::from(step));
        let kind = kinds[usize::from(m[3].wrapping_mul(31).wrapping_add(m[1])) % kinds.len()];
        // Refused or not: what comes out of it is a package.
        drop(carry_out(&mut package, &raw, kind, m));
    }
}
