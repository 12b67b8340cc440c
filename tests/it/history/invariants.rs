//! What holds of a project whatever was done to it.

use super::*;

/// What stands in every project file, whatever was done to it.
pub fn check(project: &Project, raw: &rusqlite::Connection) {
    let mut statement = raw
        .prepare_cached(
            "SELECT document, coder, code, start_pos, end_pos, weight FROM coding ORDER BY 1, 2, 3, 4",
        )
        .unwrap();
    let rows: Vec<(i64, i64, i64, u32, u32, Option<u8>)> = statement
        .query_map([], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))
        })
        .unwrap()
        .map(|row| row.unwrap())
        .collect();
    let mut transcripts = std::collections::HashMap::new();
    for (index, a) in rows.iter().enumerate() {
        for b in &rows[index + 1..] {
            let same = (a.0, a.1, a.2) == (b.0, b.1, b.2);
            assert!(
                !same || !(a.3..a.4).any(|at| (b.3..b.4).contains(&at)),
                "two segments of one coder and code overlap: {a:?} {b:?}"
            );
        }
        let transcript = transcripts
            .entry(a.0)
            .or_insert_with(|| documents::transcript(&project.read(), DocumentId(a.0)).unwrap());
        let words: String =
            transcript.text.as_str().chars().skip(a.3 as usize).take((a.4 - a.3) as usize).collect();
        assert_eq!(words.chars().count() as u32, a.4 - a.3, "a coding reaches past the end");
        assert_eq!(words.trim(), words, "a coding has white space at its ends");
        // Parts that a correction split off have no number of their own; they are cited by the one before.
        let numbered = transcript.paragraphs.iter().any(|p| {
            p.number.or(p.part_of).is_some()
                && (a.3..a.4).any(|at| (p.span.start.0..p.span.end.0).contains(&at))
        });
        assert!(numbered, "a coding without a numbered paragraph: {words:?}");
        assert!(a.5.is_none_or(|weight| weight <= 100));
    }
}
