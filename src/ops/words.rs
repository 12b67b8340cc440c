//! What is said how often, and where.

use std::path::{Path, PathBuf};

use super::matrix::{Scope, Study, interviewers, speech_note};
use crate::analysis::concordance::{self, Order};
use crate::analysis::speech::{spoken, union};
use crate::analysis::words::{self, Counts, Occurrences, StopWords, Wanted};
use crate::error::{Error, Result};
use crate::model::chart::Figure;
use crate::model::documents::Transcript;
use crate::model::table::Table;
use crate::store::{Project, documents};
use crate::text::Span;
use crate::text::search::{self, Mode};
use crate::text::stop_words::{self, StopList};
use crate::tr;

/// Which words are left out.
#[derive(Debug, Clone, Default)]
pub struct Stop {
    lists: Vec<StopList>,
    /// Files of a person's own.
    files: Vec<PathBuf>,
    own: StopWords,
}

impl Stop {
    /// German and English: interviews of both may be in one study, and neither has the other's stop words for topics.
    pub fn usual() -> Stop {
        Stop { lists: StopList::ALL.to_vec(), ..Stop::default() }
    }

    /// From what was typed: `de`, `en`, `none`, or files with words; with files alone also the usual lists.
    pub fn typed(names: &[String]) -> Result<Stop> {
        let mut stop = Stop::default();
        let mut none = false;
        for name in names.iter().map(|name| name.trim()) {
            match (name, StopList::ALL.into_iter().find(|list| list.name() == name)) {
                ("none", _) => none = true,
                (_, Some(list)) => stop.lists.push(list),
                (_, None) => {
                    stop.own.extend(read(Path::new(name))?.iter().map(|word| words::fold(word)));
                    stop.files.push(PathBuf::from(name));
                }
            }
        }
        if stop.lists.is_empty() && !none {
            stop.lists = StopList::ALL.to_vec();
        }
        Ok(stop)
    }

    fn words(&self) -> StopWords {
        let lists = self.lists.iter().flat_map(|list| list.words());
        lists.map(|word| words::fold(&word)).chain(self.own.iter().cloned()).collect()
    }

    fn note(&self) -> String {
        let lists = self.lists.iter().map(|list| tr!(&format!("stop-words-{}", list.name())));
        let files = self.files.iter().map(|file| file.display().to_string());
        let all: Vec<String> = lists.chain(files).collect();
        match all.is_empty() {
            true => tr!("words-stop-none"),
            false => tr!("words-stop", lists = all.join(", ")),
        }
    }
}

fn read(file: &Path) -> Result<std::collections::BTreeSet<String>> {
    let bytes = std::fs::read(file).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            Error::not_found(tr!("error-stop-words", name = file.display().to_string()))
                .hint(tr!("error-stop-words-hint"))
        }
        _ => Error::io(file, &error),
    })?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Error::unreadable(tr!("error-stop-words-encoding", file = file.display().to_string())).file(file)
    })?;
    Ok(stop_words::parse(&text))
}

/// What is counted of a document: what is said; with codes named, what of it lies under them.
fn counted(
    transcript: &Transcript,
    interviewers: &crate::analysis::speech::Interviewers,
    under: Option<&[Span]>,
) -> Vec<Span> {
    let spans = spoken(transcript, interviewers);
    match under {
        None => spans,
        Some(under) => {
            spans.iter().flat_map(|span| under.iter().filter_map(|other| span.intersection(*other))).collect()
        }
    }
}

/// The word list of a scope; where codes are named, only of their segments. With `places` it leads to where the words are
/// said, which takes as long again.
pub fn list(project: &Project, scope: &Scope, stop: &Stop, wanted: Wanted, places: bool) -> Result<Figure> {
    let study = Study::new(project, scope)?;
    let coded = study.coded(&scope.codes);
    let interviewers = interviewers(project, scope.with_interviewers)?;
    let reader = project.read();
    let under = |nth: usize| -> Option<Vec<Span>> {
        scope.codes.only.as_ref().map(|_| union(coded.of_document(nth).iter().map(|one| one.span)))
    };
    scope.progress.start((1 + u64::from(places)) * study.documents.len() as u64);
    let mut counts = Counts::default();
    for (nth, document) in study.documents.iter().enumerate() {
        scope.progress.step()?;
        let transcript = documents::transcript(&reader, document.id)?;
        let spans = counted(&transcript, &interviewers, under(nth).as_deref());
        counts.add(document.id, &transcript.text, &spans);
    }
    let listed = counts.listed(&stop.words(), wanted);
    // Where the listed ones stand is looked for once it is known which they are.
    let mut found: Occurrences = listed.iter().map(|(key, _)| ((*key).to_owned(), Vec::new())).collect();
    for (nth, document) in study.documents.iter().enumerate().filter(|_| places) {
        scope.progress.step()?;
        let transcript = documents::transcript(&reader, document.id)?;
        let spans = counted(&transcript, &interviewers, under(nth).as_deref());
        words::find(&mut found, document.id, &transcript.text, &spans);
    }
    let mut notes = vec![tr!(
        "words-said",
        words = counts.said,
        count = counts.documents,
        different = counts.different()
    )];
    if counts.said == 0 {
        notes.push(tr!("words-nothing"));
    } else if listed.is_empty() {
        notes.push(tr!("words-none-left"));
    } else if listed.len() == wanted.most {
        notes.push(tr!("words-listed", count = listed.len()));
    }
    notes.extend([speech_note(scope.with_interviewers), stop.note(), tr!("words-form")]);
    let figure = words::figure(&counts, &listed, &mut found, notes);
    Ok(match &scope.codes.only {
        None => study.left_out_named(figure),
        Some(_) => {
            let mut figure = figure;
            let codes: Vec<&str> = coded.rows.iter().map(|code| code.path.as_str()).collect();
            figure.table.notes.insert(1, tr!("words-coded-only", codes = codes.join(", ")));
            study.named(figure)
        }
    })
}

/// Which occurrences of a word, and how they are shown.
#[derive(Debug, Clone)]
pub struct Keyword {
    pub word: String,
    /// A regular expression.
    pub regex: bool,
    /// Only as a whole word, not inside of longer ones.
    pub whole: bool,
    /// Code points of context on each side.
    pub context: u32,
    pub order: Order,
}

impl Keyword {
    pub fn new(word: &str) -> Keyword {
        let (regex, whole, order) = (false, true, Order::Text);
        Keyword { word: word.to_owned(), regex, whole, context: 50, order }
    }
}

/// Where a word is said, with what is said around it.
pub fn concordance(project: &Project, scope: &Scope, keyword: &Keyword) -> Result<Table> {
    let finder = search::compile(&keyword.word, if keyword.regex { Mode::Regex } else { Mode::Folded })?;
    let study = Study::new(project, scope)?;
    let coded = study.coded(&scope.codes);
    let interviewers = interviewers(project, scope.with_interviewers)?;
    let reader = project.read();
    scope.progress.start(study.documents.len() as u64);
    let mut lines = Vec::new();
    let mut within = 0;
    for (nth, document) in study.documents.iter().enumerate() {
        scope.progress.step()?;
        let text = documents::text(&reader, document.id)?;
        let mut hits: Vec<Span> = finder.find_in(&text).collect();
        if keyword.whole && !keyword.regex {
            hits.retain(|hit| concordance::is_whole(&text, *hit));
        }
        if scope.codes.only.is_some() {
            let under = union(coded.of_document(nth).iter().map(|one| one.span));
            hits.retain(|hit| under.iter().any(|span| span.overlaps(*hit)));
        }
        if hits.is_empty() {
            continue;
        }
        let transcript = documents::transcript(&reader, document.id)?;
        let speech = spoken(&transcript, &interviewers);
        let found =
            concordance::lines(&transcript, &document.label, &speech, hits, keyword.context, &study.pattern);
        within += usize::from(!found.is_empty());
        lines.extend(found);
    }
    concordance::sort(&mut lines, keyword.order);
    let word = keyword.word.trim();
    let mut notes = vec![tr!("concordance-found", word = word.to_owned(), count = lines.len())];
    if within > 0 {
        notes.push(tr!("concordance-in", count = within));
    }
    notes.push(speech_note(scope.with_interviewers));
    if scope.codes.only.is_some() {
        let codes: Vec<&str> = coded.rows.iter().map(|code| code.path.as_str()).collect();
        notes.push(tr!("words-coded-only", codes = codes.join(", ")));
        notes.extend(study.set_notes());
    }
    Ok(concordance::table(&lines, word, notes))
}
