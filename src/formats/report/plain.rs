//! Plain text: paragraphs are what blank lines part where lines are wrapped, every line otherwise.

use crate::model::report::ReportParagraph;

/// Wrapped lines are hardly longer.
const WIDTH: usize = 100;
/// So many spaces at the start of its lines set a paragraph off.
const INDENTED: usize = 2;

pub fn read(text: &str) -> Vec<ReportParagraph> {
    let lines: Vec<&str> = text.split('\n').collect();
    let wrapped = is_wrapped(&lines);
    let mut paragraphs: Vec<ReportParagraph> = Vec::new();
    let mut open = false;
    for (number, line) in (1_u32..).zip(&lines) {
        let filled = !line.trim().is_empty();
        let spaces = line.len() - line.trim_start_matches(' ').len();
        let indented = spaces >= INDENTED || line.starts_with('\t');
        match paragraphs.last_mut() {
            Some(last) if filled && open && last.indented == indented => {
                last.text.push('\n');
                last.text.push_str(line.trim());
            }
            _ if filled => paragraphs.push(ReportParagraph {
                line: number,
                text: line.trim().to_owned(),
                indented,
                ..ReportParagraph::default()
            }),
            _ => {}
        }
        open = filled && wrapped;
    }
    paragraphs
}

/// Blank lines part the text, and no line is long.
fn is_wrapped(lines: &[&str]) -> bool {
    let filled = || lines.iter().filter(|line| !line.trim().is_empty());
    let long = filled().filter(|line| line.chars().count() > WIDTH).count();
    let blank = lines.iter().any(|line| line.trim().is_empty());
    blank && long * 20 <= filled().count()
}
