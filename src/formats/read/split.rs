//! One file with many interviews: lines `#TEXT name`, as the preprocessor of MAXQDA takes them.
//!
//! Each such line begins an interview; `#TEXT group\name` says its group as well. The line itself is no part of any of
//! them. What stands before the first one is an interview without a name, so that nothing is lost.

use crate::model::draft::Part;
use crate::text::recognise::{Block, LeftOut, LeftOutReason};

/// An interview of a file, and the line that began it.
pub struct Piece {
    pub part: Part,
    pub blocks: Vec<Block>,
    pub left_out: Option<LeftOut>,
}

/// Whether the blocks hold a line that begins an interview.
pub fn is_many(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| marker(&block.text).is_some())
}

/// The interviews that hold any text, numbered in the order of the file, and how many hold none.
pub fn pieces(blocks: Vec<Block>) -> (Vec<Piece>, usize) {
    let mut pieces = vec![Piece { part: Part::default(), blocks: Vec::new(), left_out: None }];
    for block in blocks {
        match marker(&block.text) {
            Some(name) => pieces.push(Piece {
                part: named(name),
                blocks: Vec::new(),
                left_out: Some(LeftOut::new(&block.text, LeftOutReason::Split)),
            }),
            None => {
                if let Some(piece) = pieces.last_mut() {
                    piece.blocks.push(block);
                }
            }
        }
    }
    let holds = |piece: &Piece| piece.blocks.iter().any(|block| !block.text.trim().is_empty());
    let all = pieces.iter().filter(|piece| piece.left_out.is_some() || holds(piece)).count();
    pieces.retain(holds);
    let empty = all - pieces.len();
    for (piece, number) in pieces.iter_mut().zip(1..) {
        piece.part.number = number;
        // The lines between the interviews are theirs to no one.
        let end = piece.blocks.iter().rposition(|block| !block.text.trim().is_empty()).map_or(0, |at| at + 1);
        if piece.blocks.len() > end {
            piece.blocks.truncate(end);
        }
    }
    (pieces, empty)
}

/// The name in a line `#TEXT name`; the line has nothing else, capitals count.
fn marker(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches('\u{feff}').strip_prefix("#TEXT")?;
    let plain = rest.is_empty() || rest.starts_with(char::is_whitespace);
    (plain && !rest.contains('\u{2028}')).then_some(rest.trim())
}

fn named(name: &str) -> Part {
    let (group, name) = match name.rsplit_once('\\') {
        Some((group, name)) => (Some(group.trim()), name.trim()),
        None => (None, name),
    };
    let filled = |text: &&str| !text.is_empty();
    Part {
        number: 0,
        name: Some(name).filter(filled).map(str::to_owned),
        group: group.filter(filled).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_many_interviews() {
        let lines =
            "Vorwort\n#TEXT Land\\IP 5\nI: Wie?\n\n\n#TEXT IP 6\n\n#TEXT\nI: Und?\n#TEXTIL ist kein Marker\n";
        let (pieces, empty) = pieces(lines.split('\n').map(Block::new).collect());
        let seen: Vec<(u32, Option<&str>, Option<&str>, usize)> = pieces
            .iter()
            .map(|piece| {
                let part = &piece.part;
                (part.number, part.name.as_deref(), part.group.as_deref(), piece.blocks.len())
            })
            .collect();
        assert_eq!(
            seen,
            [(1, None, None, 1), (2, Some("IP 5"), Some("Land"), 1), (3, None, None, 2)],
            "the second one is empty"
        );
        assert_eq!(empty, 1);
    }
}
