//! What a preview says of a reading, in words, alike on every surface.

use crate::model::draft::{Draft, LeftOut, LeftOutReason, Side};
use crate::text::wrap;
use crate::tr;

/// What the times were taken for; none where there are none.
pub fn times(draft: &Draft) -> Option<String> {
    let stamps = draft.stamps;
    let forced = draft.options.pointer("/recognise/stamps").is_some_and(|side| !side.is_null());
    let most = stamps.are?;
    if stamps.starts > 0 && stamps.ends > 0 && !forced {
        let (starts, ends) = (stamps.starts, stamps.ends);
        return Some(tr!("structure-times-mixed", starts = starts, ends = ends, most = most.name()));
    }
    let count = stamps.starts + stamps.ends + stamps.alone;
    Some(match most {
        Side::Start => tr!("structure-times-start", count = count),
        Side::End => tr!("structure-times-end", count = count),
    })
}

/// The lines that are no paragraphs, a sentence a reason, with the first of them.
pub fn left_out(draft: &Draft) -> Vec<String> {
    const SHOWN: usize = 3;
    const WIDTH: usize = 60;
    let mut reasons: Vec<LeftOutReason> = draft.left_out.iter().map(|line| line.reason).collect();
    reasons.sort_unstable();
    reasons.dedup();
    let of = |reason: LeftOutReason| {
        let lines: Vec<&LeftOut> = draft.left_out.iter().filter(|line| line.reason == reason).collect();
        let count = lines.len();
        let mut shown: Vec<String> = Vec::new();
        for line in lines {
            let text = wrap::cut(&line.text, WIDTH);
            if shown.len() == SHOWN {
                shown.push("…".to_owned());
                break;
            }
            if !shown.contains(&text) {
                shown.push(text);
            }
        }
        tr!(&format!("left-out-{}", reason.name()), count = count, lines = shown.join(" · "))
    };
    reasons.into_iter().map(of).collect()
}
