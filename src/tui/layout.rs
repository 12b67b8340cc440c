//! Where things are: pure geometry, the same for `update` (what is in sight) and `view` (where it is drawn).

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::model::{Half, Main, Model, Pane, Reading, Top, Wrapped};
use crate::text::wrap;
use crate::text::{CharPos, Span, Text};

/// Below this the side shows one pane at a time.
pub const NARROW: u16 = 100;
/// Narrower transcripts do not stand side by side.
pub const HALF: u16 = 48;
/// Below these only a page that says so.
pub const MIN: (u16, u16) = (60, 16);

/// The areas of the window. Each pane's first line is its title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Areas {
    pub documents: Option<Rect>,
    pub codes: Option<Rect>,
    /// The column between side and main area.
    pub rule: Option<Rect>,
    /// Of two transcripts in sight, the one with the keys.
    pub main: Rect,
    /// The column between two transcripts, and the one at rest.
    pub between: Option<Rect>,
    pub resting: Option<Rect>,
    /// The lesson, below all panes.
    pub lesson: Option<Rect>,
    /// Messages and where one is.
    pub status: Rect,
    pub hints: Rect,
}

pub fn too_small(model: &Model) -> bool {
    model.width < MIN.0 || model.height < MIN.1
}

pub fn areas(model: &Model) -> Areas {
    let mut areas = panes(model, model.main);
    if model.main == Main::Transcript
        && let Some((main, between, resting)) = halves(model, areas.main)
    {
        areas = Areas { main, between: Some(between), resting: Some(resting), ..areas };
    }
    areas
}

/// The area with the keys, the column between, and the area at rest, where two transcripts are open and have room.
fn halves(model: &Model, whole: Rect) -> Option<(Rect, Rect, Rect)> {
    model.resting.as_ref()?;
    let most = whole.width.checked_sub(HALF + 1).filter(|most| *most >= HALF)?;
    let left = (u32::from(whole.width) * u32::from(model.sizes.left) / 1000) as u16;
    let left = Rect { width: left.clamp(HALF, most), ..whole };
    let between = Rect { x: left.right(), width: 1, ..whole };
    let right = Rect { x: between.right(), width: whole.right().saturating_sub(between.right()), ..whole };
    Some(match model.half {
        Half::Left => (left, between, right),
        Half::Right => (right, between, left),
    })
}

/// All areas where the main one shows this, without its division.
fn panes(model: &Model, main: Main) -> Areas {
    let (width, height) = (model.width, model.height);
    let lesson = lesson_rows(model);
    let body = height.saturating_sub(2 + lesson);
    let narrow = width < NARROW;
    let beside = width.saturating_sub(side_width(model) + 1);
    // Two transcripts take the room of the side panes where they would not find theirs otherwise.
    let twins = model.resting.is_some() && beside < 2 * HALF + 1 && width > 2 * HALF;
    let hide = match main {
        Main::Transcript => twins && model.pane == Pane::Main,
        _ => narrow && model.pane == Pane::Main,
    };
    let side = if hide { 0 } else { side_width(model) };
    let mut areas = Areas {
        main: Rect::new(
            if side > 0 { side + 1 } else { 0 },
            0,
            width.saturating_sub(if side > 0 { side + 1 } else { 0 }),
            body,
        ),
        lesson: (lesson > 0).then(|| Rect::new(0, body, width, lesson)),
        status: Rect::new(0, body + lesson, width, 1),
        hints: Rect::new(0, body + lesson + 1, width, 1),
        ..Areas::default()
    };
    if side == 0 {
        return areas;
    }
    areas.rule = Some(Rect::new(side, 0, 1, body));
    let whole = Rect::new(0, 0, side, body);
    if narrow {
        match model.side {
            Pane::Codes => areas.codes = Some(whole),
            _ => areas.documents = Some(whole),
        }
    } else {
        let top = (u32::from(body) * u32::from(model.sizes.split) / 100) as u16;
        let top = top.clamp(3, body.saturating_sub(4).max(3));
        areas.documents = Some(Rect::new(0, 0, side, top));
        areas.codes = Some(Rect::new(0, top, side, body.saturating_sub(top)));
    }
    areas
}

/// A title and room for what each step says, the same for all of them: the panes stand still.
fn lesson_rows(model: &Model) -> u16 {
    if model.lesson.as_ref().is_none_or(|lesson| !lesson.shown) {
        return 0;
    }
    if model.width >= 120 { 4 } else { 5 }
}

fn side_width(model: &Model) -> u16 {
    let most = if model.width < NARROW { model.width / 3 } else { model.width / 2 };
    model.sizes.side.clamp(16, most.max(16))
}

/// Lines of a list below its title.
pub fn list_height(area: Option<Rect>) -> usize {
    area.map_or(1, |area| usize::from(area.height.saturating_sub(1)).max(1))
}

/// Columns of the transcript.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Columns {
    /// Cursor mark, number, space.
    pub gutter: u16,
    pub text: u16,
    /// Stripes, with the columns between the coders' where these stand side by side.
    pub lanes: u16,
    /// Lanes of each coder; all where they have no sides.
    pub per: u16,
    /// Names of codes.
    pub names: u16,
    /// Whether a blank row stands between paragraphs.
    pub gap: usize,
    /// Rows below the title.
    pub height: usize,
}

impl Columns {
    /// Where the lanes of a side begin.
    pub fn side(self, nth: usize) -> u16 {
        nth as u16 * (self.per + 1)
    }
}

/// Of the transcript with the keys.
pub fn columns(model: &Model, reading: &Reading) -> Columns {
    let whole = panes(model, Main::Transcript).main;
    columns_in(model, reading, halves(model, whole).map_or(whole, |(area, ..)| area))
}

/// Of the one at rest, where it stands or would stand.
pub fn resting_columns(model: &Model, reading: &Reading) -> Columns {
    let whole = panes(model, Main::Transcript).main;
    columns_in(model, reading, halves(model, whole).map_or(whole, |(_, _, area)| area))
}

fn columns_in(model: &Model, reading: &Reading, area: Rect) -> Columns {
    let last = reading.paragraphs().iter().rev().find_map(|paragraph| paragraph.number).unwrap_or(0);
    let gutter = last.max(100).to_string().len() as u16 + 3;
    let height = usize::from(area.height.saturating_sub(1)).max(1);
    let room = area.width.saturating_sub(gutter);
    let most = if room < 50 { 3 } else { 8 };
    let (per, lanes) = match reading.sides.len() as u16 {
        0 | 1 => (most.min(reading.lane_count as u16), most.min(reading.lane_count as u16)),
        sides => {
            // Two letters of a name stand over the lanes.
            let per = ((most + sides) / sides).min((reading.lane_count as u16).max(2));
            (per, (per * sides + sides - 1).min(room / 2))
        }
    };
    let beside = room.saturating_sub(lanes + 1);
    // Names where the text keeps a readable width; the text takes what it wants first.
    let names = match beside {
        0..=51 => 0,
        52..=95 => (beside / 4).min(beside - 44),
        _ => beside.saturating_sub(model.sizes.text).clamp(18, 34),
    };
    let names = if reading.lane_count == 0 { 0 } else { names };
    let text = beside.saturating_sub(names + 1).min(model.sizes.text).max(10);
    let gap = usize::from(height >= 30);
    Columns { gutter, text, lanes, per, names, gap, height }
}

/// The rows of a paragraph.
pub fn rows(reading: &Reading, paragraph: usize, columns: Columns) -> Cow<'_, [Span]> {
    if reading.wrapped.width == columns.text
        && let Some(rows) = reading.wrapped.rows.get(&paragraph)
    {
        return Cow::Borrowed(rows);
    }
    let Some(found) = reading.paragraph(paragraph) else { return Cow::Owned(Vec::new()) };
    let text = reading.transcript.text.slice(found.span);
    Cow::Owned(wrap::rows(text, found.span.start, usize::from(columns.text)))
}

/// The lines below a paragraph: its paraphrases.
pub fn below(reading: &Reading, paragraph: usize, columns: Columns) -> Vec<String> {
    let first = reading.below.partition_point(|(of, _)| *of < paragraph);
    let mut lines = Vec::new();
    let here = reading.below.get(first..).unwrap_or(&[]).iter();
    for (_, text) in here.take_while(|(of, _)| *of == paragraph) {
        let mut sign = "≈ ";
        for line in text.split('\n') {
            let whole = Text::new(line);
            for row in wrap::rows(line, CharPos(0), usize::from(columns.text).saturating_sub(2)) {
                lines.push(format!("{sign}{}", whole.slice(row).trim_end()));
                sign = "  ";
            }
        }
    }
    lines
}

/// Rows after the text of a paragraph: what stands below it, and the blank one.
fn after(reading: &Reading, paragraph: usize, columns: Columns) -> usize {
    below(reading, paragraph, columns).len() + columns.gap
}

fn row_count(reading: &Reading, paragraph: usize, columns: Columns) -> usize {
    rows(reading, paragraph, columns).len() + after(reading, paragraph, columns)
}

/// From so many code points on, the rows of a paragraph are kept while it is in sight.
const LONG: u32 = 2_000;

/// Keeps the rows of the long paragraphs that the next picture and the next movement ask for, and no others.
pub fn keep_wrapped(reading: &mut Reading, columns: Columns) {
    if reading.wrapped.width != columns.text {
        reading.wrapped = Wrapped { width: columns.text, ..Wrapped::default() };
    }
    let top = reading.top.paragraph;
    // Each paragraph has a row at least; a movement also asks how long the last one and the one above are.
    let mut asked: Vec<usize> = (top.saturating_sub(1)..top.saturating_add(columns.height)).collect();
    asked.extend([reading.at, reading.last()]);
    reading.wrapped.rows.retain(|paragraph, _| asked.contains(paragraph));
    for paragraph in asked {
        let long = reading.paragraph(paragraph).is_some_and(|found| found.span.len() >= LONG);
        if long && !reading.wrapped.rows.contains_key(&paragraph) {
            let rows = rows(reading, paragraph, columns).into_owned();
            reading.wrapped.rows.insert(paragraph, rows);
        }
    }
}

/// A row in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    pub paragraph: usize,
    /// Which of the paragraph's.
    pub row: usize,
    pub span: Span,
    /// Below the title.
    pub line: usize,
}

/// The rows in sight, from the top.
pub fn visible(reading: &Reading, columns: Columns) -> Vec<Row> {
    let mut shown = Vec::with_capacity(columns.height);
    let mut line = 0;
    let mut skip = reading.top.row;
    for paragraph in reading.top.paragraph..reading.paragraphs().len() {
        for (row, &span) in rows(reading, paragraph, columns).iter().enumerate() {
            if row < skip {
                continue;
            }
            if line >= columns.height {
                return shown;
            }
            shown.push(Row { paragraph, row, span, line });
            line += 1;
        }
        skip = 0;
        line += after(reading, paragraph, columns);
        if line >= columns.height {
            break;
        }
    }
    shown
}

/// The top that puts row `row` of `paragraph` on the line `line` from the top (or the text's beginning on the first).
pub fn top_for(reading: &Reading, columns: Columns, paragraph: usize, row: usize, line: usize) -> Top {
    let mut top = Top { paragraph, row };
    let mut left = line;
    loop {
        if left <= top.row {
            top.row -= left;
            return top;
        }
        left -= top.row;
        top.row = 0;
        if top.paragraph == 0 {
            return top;
        }
        top.paragraph -= 1;
        top.row = row_count(reading, top.paragraph, columns);
        // A row that is not the text's never stands at the top.
        let after = after(reading, top.paragraph, columns);
        let text_rows = top.row - after;
        if left <= after {
            top.row = text_rows;
            left = 1;
        }
        top.row = top.row.max(1);
    }
}

/// The row of a paragraph that holds a position.
pub fn row_of(reading: &Reading, columns: Columns, position: CharPos) -> (usize, usize) {
    let paragraph = reading.paragraph_at(position);
    let rows = rows(reading, paragraph, columns);
    let row = rows.iter().rposition(|row| row.start <= position).unwrap_or(0);
    (paragraph, row)
}

/// Moves the top as little as needed so that the rows `first..=last` of a paragraph are in sight (the first ones if
/// they are too many).
pub fn reveal(reading: &mut Reading, columns: Columns, paragraph: usize, first: usize, last: usize) {
    let from = Top { paragraph, row: first };
    // What stands below the paragraph is seen with its last row.
    let whole = last + 1 >= rows(reading, paragraph, columns).len();
    let under = if whole { below(reading, paragraph, columns).len() } else { 0 };
    let line = columns.height.saturating_sub(1 + under);
    let lowest = lowest(reading, columns, Top { paragraph, row: last }, line).min(from);
    if reading.top < lowest {
        reading.top = lowest;
    } else if reading.top > from {
        reading.top = from;
    }
}

/// The first top that shows a row no lower than on `line`.
fn lowest(reading: &Reading, columns: Columns, row: Top, line: usize) -> Top {
    let mut top = top_for(reading, columns, row.paragraph, row.row, line);
    while top < row && line_of(reading, columns, top, row) > line {
        top = next_row(reading, columns, top);
    }
    top
}

/// On which line a row stands when another one, not after it, is the first.
fn line_of(reading: &Reading, columns: Columns, top: Top, row: Top) -> usize {
    let above: usize =
        (top.paragraph..row.paragraph).map(|paragraph| row_count(reading, paragraph, columns)).sum();
    (above + row.row).saturating_sub(top.row)
}

/// The next row of the text.
fn next_row(reading: &Reading, columns: Columns, top: Top) -> Top {
    if top.row + 1 < rows(reading, top.paragraph, columns).len() {
        Top { row: top.row + 1, ..top }
    } else {
        Top { paragraph: top.paragraph + 1, row: 0 }
    }
}

/// Moves the top by rows.
pub fn scroll(reading: &mut Reading, columns: Columns, rows: isize) {
    if rows < 0 {
        let Top { paragraph, row } = reading.top;
        reading.top = top_for(reading, columns, paragraph, row, rows.unsigned_abs());
        return;
    }
    let mut left = rows.unsigned_abs();
    let mut top = reading.top;
    while left > 0 {
        let count = row_count(reading, top.paragraph, columns);
        if top.row + left < count {
            top.row += left;
            break;
        }
        if top.paragraph >= reading.last() {
            top.row = count.saturating_sub(1 + after(reading, top.paragraph, columns));
            break;
        }
        left -= count - top.row;
        top = Top { paragraph: top.paragraph + 1, row: 0 };
    }
    let count = row_count(reading, top.paragraph, columns);
    if top.row + after(reading, top.paragraph, columns) >= count && top.paragraph < reading.last() {
        top = Top { paragraph: top.paragraph + 1, row: 0 };
    }
    // The last row of the text stays in sight at the window's foot.
    let end = reading.last();
    let last_row = self::rows(reading, end, columns).len().saturating_sub(1);
    let foot = columns.height.saturating_sub(1 + below(reading, end, columns).len());
    let lowest = lowest(reading, columns, Top { paragraph: end, row: last_row }, foot);
    reading.top = top.min(lowest.max(reading.top));
}

/// The code point at a column of a row.
pub fn position_in(reading: &Reading, span: Span, column: usize) -> CharPos {
    use unicode_segmentation::UnicodeSegmentation;
    let mut at = span.start;
    let mut used = 0;
    for grapheme in reading.transcript.text.slice(span).graphemes(true) {
        used += wrap::cells(grapheme);
        if column < used {
            return at;
        }
        at.0 += grapheme.chars().count() as u32;
    }
    CharPos(at.0.saturating_sub(1).max(span.start.0))
}

/// A box in the middle of the window.
pub fn centred(model: &Model, width: u16, height: u16) -> Rect {
    let width = width.min(model.width.saturating_sub(2));
    let height = height.min(model.height.saturating_sub(2));
    // Above the lesson, as far as there is room.
    let most = areas(model).main.bottom().saturating_sub(height);
    Rect::new((model.width - width) / 2, ((model.height - height) / 3).min(most), width, height)
}
