//! Under which name the unsaved text of a form is kept, and which form a name belongs to.

use super::FormKind;
use crate::model::memos::MemoOn;
use crate::model::summaries::Condensed;
use crate::model::{CaseId, CodeId, CodingId, DocumentId, GroupId, MemoId};
use crate::ops::search::WrittenOn;
use crate::text::Span;
use crate::tui::bridge::edits::{Asks, Correct};

impl FormKind {
    /// The name under which unsaved text is kept; none for prompts.
    pub fn draft(&self) -> Option<String> {
        match self {
            FormKind::Define(code) => Some(format!("define {}", code.0)),
            FormKind::Summary(on) => Some(match on {
                WrittenOn::Cell(document, code) => format!("summary {} {}", document.0, code.0),
                WrittenOn::Whole(Condensed::Document(id)) => format!("summary-document {}", id.0),
                WrittenOn::Whole(Condensed::Code(id)) => format!("summary-code {}", id.0),
                WrittenOn::Whole(Condensed::Case(id)) => format!("summary-case {}", id.0),
            }),
            FormKind::Paraphrase { document, span } => {
                Some(format!("paraphrase {} {} {}", document.0, span.start.0, span.end.0))
            }
            FormKind::Correct { document, number, .. } => Some(Correct::draft(*document, *number)),
            FormKind::Comment(coding) => Some(format!("comment {}", coding.0)),
            FormKind::Memo { id: Some(id), .. } => Some(format!("memo {}", id.0)),
            FormKind::Template(name) => Some(format!("template {}", name.as_deref().unwrap_or_default())),
            FormKind::Logbook(None) => Some("logbook".to_owned()),
            FormKind::Logbook(Some(id)) => Some(format!("logbook {}", id.0)),
            FormKind::Memo { id: None, on: MemoOn::Document(document), template: Some(name) } => {
                Some(format!("memo-begun {} {name}", document.0))
            }
            FormKind::Memo { id: None, on, .. } => Some(match on {
                MemoOn::Group(group) => format!("memo-on group {}", group.0),
                MemoOn::Case(case) => format!("memo-on case {}", case.0),
                MemoOn::Document(document) => format!("memo-on document {}", document.0),
                MemoOn::Place(document, span) => {
                    format!("memo-on place {} {} {}", document.0, span.start.0, span.end.0)
                }
                MemoOn::Code(code) => format!("memo-on code {}", code.0),
                MemoOn::Coding(coding) => format!("memo-on coding {}", coding.0),
                other => format!("memo-on {}", other.kind()),
            }),
            _ => None,
        }
    }
    /// The form that a draft's name belongs to.
    pub fn from_draft(name: &str) -> Option<FormKind> {
        let mut words = name.split(' ');
        let kind = words.next()?;
        if kind == "template" {
            let name = words.collect::<Vec<_>>().join(" ");
            return Some(FormKind::Template(Some(name).filter(|name| !name.is_empty())));
        }
        if kind == "logbook" {
            let entry = words.next().map(|word| word.parse().map(MemoId)).transpose().ok()?;
            return Some(FormKind::Logbook(entry));
        }
        if kind == "memo-begun" {
            let document = DocumentId(words.next()?.parse().ok()?);
            let template = Some(words.collect::<Vec<_>>().join(" "));
            return Some(FormKind::Memo { id: None, on: MemoOn::Document(document), template });
        }
        if kind == "memo-on" {
            let on = words.next()?;
            let mut number = || words.next().and_then(|word| word.parse::<i64>().ok());
            let on = match on {
                "project" => MemoOn::Project,
                "group" => MemoOn::Group(GroupId(number()?)),
                "case" => MemoOn::Case(CaseId(number()?)),
                "document" => MemoOn::Document(DocumentId(number()?)),
                "place" => {
                    let document = DocumentId(number()?);
                    let (start, end) = (u32::try_from(number()?).ok()?, u32::try_from(number()?).ok()?);
                    MemoOn::Place(document, Span::new(start, end))
                }
                "code" => MemoOn::Code(CodeId(number()?)),
                "coding" => MemoOn::Coding(CodingId(number()?)),
                "free" => MemoOn::Free,
                _ => return None,
            };
            return Some(FormKind::Memo { id: None, on, template: None });
        }
        let mut number = || words.next().and_then(|word| word.parse::<i64>().ok());
        Some(match kind {
            "define" => FormKind::Define(CodeId(number()?)),
            "summary" => FormKind::Summary(WrittenOn::Cell(DocumentId(number()?), CodeId(number()?))),
            "summary-document" => {
                FormKind::Summary(WrittenOn::Whole(Condensed::Document(DocumentId(number()?))))
            }
            "summary-code" => FormKind::Summary(WrittenOn::Whole(Condensed::Code(CodeId(number()?)))),
            "summary-case" => FormKind::Summary(WrittenOn::Whole(Condensed::Case(CaseId(number()?)))),
            "paraphrase" => {
                let document = DocumentId(number()?);
                let (start, end) = (u32::try_from(number()?).ok()?, u32::try_from(number()?).ok()?);
                FormKind::Paraphrase { document, span: Span::new(start, end) }
            }
            "correct" => FormKind::Correct {
                document: DocumentId(number()?),
                number: number().and_then(|number| u32::try_from(number).ok()),
                base: String::new(),
                asks: Asks::Always,
            },
            "comment" => FormKind::Comment(CodingId(number()?)),
            "memo" => FormKind::Memo { id: Some(MemoId(number()?)), on: MemoOn::Free, template: None },
            _ => return None,
        })
    }
}
