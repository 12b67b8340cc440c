//! Paragraph numbers that stand beside their paragraphs: MAXQDA's export of a document to Word or HTML is a table of two
//! columns, the number and the paragraph. As paragraphs of their own they would double every number that a report cites.

use super::Reading;
use crate::text::ParagraphKind;
use crate::text::recognise::Block;
use crate::tr;

/// Fewer say nothing: `1`, `2` may be answers.
const LEAST: usize = 3;
/// Lines that may stand before the table: the document's name, a date.
const BEFORE: usize = 4;

/// Takes the numbers out where each paragraph has its own, from 1 and without a gap; what stands before the table gets
/// none, so that ours are the same.
pub fn take_out(reading: &mut Reading) {
    let Some(first) = begins(&reading.blocks) else { return };
    let mut at = 0;
    let mut count = 0;
    let mut expects_number = true;
    for block in reading.blocks.iter_mut().filter(|block| !is_blank(block)).take(first) {
        block.kind = ParagraphKind::Header;
    }
    reading.blocks.retain(|block| {
        if is_blank(block) {
            return true;
        }
        at += 1;
        if at <= first {
            return true;
        }
        let is_number = expects_number;
        expects_number = !expects_number;
        count += usize::from(is_number);
        !is_number
    });
    reading.warnings.push(tr!("read-numbers-beside", count = count));
}

fn is_blank(block: &Block) -> bool {
    block.text.trim().is_empty()
}

/// How many lines stand before the first number; none where not every paragraph has its number before it.
fn begins(blocks: &[Block]) -> Option<usize> {
    let lines: Vec<&str> =
        blocks.iter().map(|block| block.text.trim()).filter(|text| !text.is_empty()).collect();
    let first = lines.iter().take(BEFORE + 1).position(|text| *text == "1")?;
    let rest = lines.get(first..)?;
    let fits = rest.chunks(2).enumerate().all(|(nth, pair)| match pair {
        [number, text] => number.parse() == Ok(nth + 1) && text.parse::<u32>().is_err(),
        _ => false,
    });
    (fits && rest.len() / 2 >= LEAST).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> (Vec<String>, usize) {
        let blocks = lines.iter().map(|line| Block::new(*line)).collect();
        let mut reading = Reading { blocks, ..Reading::default() };
        take_out(&mut reading);
        (reading.blocks.into_iter().map(|block| block.text).collect(), reading.warnings.len())
    }

    #[test]
    fn numbers_go_only_where_every_paragraph_has_its_own() {
        let (lines, warnings) = read(&["1", "I: Was?", "", "2", "B: Das.", "3", "I: Und?"]);
        assert_eq!((lines, warnings), (["I: Was?", "", "B: Das.", "I: Und?"].map(str::to_owned).to_vec(), 1));
        let (lines, _) = read(&["Interview 5", "1", "I: Was?", "2", "B: Das.", "3", "I: Und?"]);
        assert_eq!(lines, ["Interview 5", "I: Was?", "B: Das.", "I: Und?"]);
        for other in [
            ["1", "I: Was?", "2", "B: Das.", "4", "I: Und?"],
            ["1", "I: Was?", "2", "B: Das.", "3", "12"],
            ["I: Was?", "1", "I: Und?", "2", "B: Ja.", "3"],
        ] {
            assert_eq!(read(&other), (other.map(str::to_owned).to_vec(), 0));
        }
    }
}
