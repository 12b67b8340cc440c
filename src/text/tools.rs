//! Lines that transcription programs write about themselves: no speech, no number.

/// Whose line it is, as far as the lines around it depend on that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    NoScribe,
    Other,
}

/// A line that a transcription program writes about itself.
pub fn tool(line: &str) -> Option<Tool> {
    let line = line.trim();
    if line.is_empty() || line.len() > 300 {
        return None;
    }
    let lower = line.to_lowercase();
    let starts = ["transcribed by http", "(transcribed by ", "transcribed by otter", "transcribed by sonix"];
    if lower.contains("noscribe")
        && ["transcribed with", "transkribiert mit"].iter().any(|s| lower.contains(s))
    {
        return Some(Tool::NoScribe);
    }
    (starts.iter().any(|start| lower.starts_with(start)) || is_teams_event(&lower)).then_some(Tool::Other)
}

fn is_teams_event(lower: &str) -> bool {
    lower.len() < 120
        && [
            "started transcription",
            "stopped transcription",
            "hat die transkription gestartet",
            "hat die transkription beendet",
        ]
        .iter()
        .any(|end| lower.ends_with(end))
}

/// The second and third header line of noScribe.
pub fn noscribe_line(line: &str) -> bool {
    let line = line.trim();
    ["Audio file:", "Audiodatei:", "(Language:", "(Sprache:"].iter().any(|start| line.starts_with(start))
}

/// Teams opens with title, date and length before „X started transcription": none of it is speech.
pub fn preamble<'a>(lines: impl Iterator<Item = &'a str>) -> usize {
    let filled = lines.enumerate().filter(|(_, line)| !line.trim().is_empty()).take(8);
    filled
        .filter(|(_, line)| is_teams_event(&line.trim().to_lowercase()))
        .map(|(index, _)| index + 1)
        .next()
        .unwrap_or(0)
}
