//! The bytes as a project file, or as changes to a sound one: opening gives a project or one error, and a file that is
//! refused stays as it was.
#![no_main]

use std::sync::OnceLock;

use absatz::ops;
use absatz::store::Project;
use absatz::text::citations::Pattern;
use absatz_fuzz::check;
use libfuzzer_sys::fuzz_target;

struct Ground {
    folder: tempfile::TempDir,
    sound: Vec<u8>,
}

fn ground() -> &'static Ground {
    static GROUND: OnceLock<Ground> = OnceLock::new();
    GROUND.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("sound.absatz");
        drop(ops::project::create(&path, "AK", &Pattern::default()).expect("a project"));
        let sound = std::fs::read(&path).expect("the project's bytes");
        Ground { folder, sound }
    })
}

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else { return };
    let Ground { folder, sound } = ground();
    let file = match first & 3 {
        0 => rest.to_vec(),
        // Its header, then anything.
        1 => [&sound[..100], rest].concat(),
        // Cut off.
        2 => sound[..rest.iter().fold(0, |at, &byte| (at * 256 + usize::from(byte)) % sound.len())].to_vec(),
        // Three bytes say where and what to change.
        _ => {
            let mut file = sound.clone();
            for change in rest.chunks_exact(4) {
                let at = usize::from(change[0]) << 16 | usize::from(change[1]) << 8 | usize::from(change[2]);
                let at = at % file.len();
                file[at] = change[3];
            }
            file
        }
    };
    let path = folder.path().join("a.absatz");
    std::fs::write(&path, &file).expect("the file");
    let opened = Project::open(&path, None);
    match opened {
        Ok(project) => {
            drop(absatz::store::backup::integrity(&project));
            drop(project);
        }
        Err(error) => {
            check::refusal(&error, &path.to_string_lossy());
            assert!(std::fs::read(&path).expect("the file") == file, "a refused file was changed: {error:?}");
        }
    }
    for entry in std::fs::read_dir(folder.path()).expect("the folder").flatten() {
        let name = entry.file_name();
        if name != "sound.absatz" {
            drop(std::fs::remove_file(entry.path()));
            assert!(name.to_string_lossy().starts_with("a.absatz"), "left behind: {name:?}");
        }
    }
});
