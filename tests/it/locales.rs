//! Every word in both languages: what the sources ask for exists, with the same variables, and nothing is left over.

use std::collections::{BTreeMap, BTreeSet};

use absatz::model::history::OperationKind;
use fluent_bundle::FluentResource;
use regex::Regex;

use crate::support::{collect, root, sources};

/// Messages that are the same word in both languages.
const SAME: &[&str] = &[
    "agreement-brennan-prediger",
    "agreement-holsti",
    "agreement-pabak",
    "agreement-u-alpha",
    "alias-codeline",
    "cli-column-code",
    "cli-column-definition",
    "cli-column-codes",
    "cli-column-interviews",
    "cli-column-memo",
    "cli-column-person",
    "cli-column-set",
    "cli-column-uuid",
    "cli-list-sets",
    "coders-blind",
    "codebook-column-code",
    "codebook-column-definition",
    "cooccurrence-dice-short",
    "cooccurrence-jaccard-short",
    "crosstab-interviews",
    "export-file-grid",
    "guide-column-documents",
    "hint-grid",
    "key-alt",
    "key-enter",
    "key-esc",
    "key-tab",
    "matrix-codes-variable",
    "method-interviews",
    "pane-codes",
    "portrait-codes",
    "table-code",
    "table-interview",
    "table-interviews",
    "table-main",
    "table-overview-title",
    "table-person",
    "table-pretests",
    "table-sample-title",
    "table-segment",
    "cli-column-in",
    "cli-column-name",
    "name-field-code",
    "name-field-memo",
    "name-field-paraphrase",
    "table-paraphrase",
    "name-field-set",
    "name-field-summary",
    "name-field-variable",
    "guide-column-documents",
    "version-column-codes",
    "version-column-name",
];

struct Message {
    value: String,
    variables: BTreeSet<String>,
}

/// The messages of a language, each key once.
fn messages(lang: &str) -> BTreeMap<String, Message> {
    let mut files = Vec::new();
    collect(&root().join("locales").join(lang), "ftl", &mut files);
    assert!(files.len() >= 8, "{files:?}");
    let variable = Regex::new(r"\$([a-z_0-9]+)").unwrap();
    let mut all = BTreeMap::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let name = file.display();
        if let Err((_, errors)) = FluentResource::try_new(text.clone()) {
            panic!("{name} does not parse: {errors:?}");
        }
        let mut current: Option<(String, String)> = None;
        for line in text.lines().chain(["end = "]) {
            let start = line.split_once(" =").filter(|(key, _)| {
                !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
            });
            if let Some((key, value)) = start {
                if let Some((key, value)) = current.take() {
                    let variables = variable.captures_iter(&value).map(|found| found[1].to_owned()).collect();
                    let message = Message { value: value.trim().to_owned(), variables };
                    assert!(!message.value.is_empty(), "{name}: {key} says nothing");
                    assert!(
                        all.insert(key.clone(), message).is_none(),
                        "{name}: {key} stands twice in {lang}"
                    );
                }
                current = Some((key.to_owned(), value.to_owned()));
            } else if let Some((_, value)) = &mut current
                && !line.starts_with('#')
            {
                value.push('\n');
                value.push_str(line);
            }
        }
    }
    all
}

/// A use of `tr!` with a literal key: file, key, variables.
struct Use {
    file: String,
    key: String,
    variables: BTreeSet<String>,
}

/// Reads `tr!(…)` calls: their arguments split at the commas of the outermost level.
fn uses(file: &str, code: &str) -> Vec<Use> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("tr!(") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let arguments = arguments(&code[at + 4..]);
        let Some(key) = arguments.first().and_then(|key| key.strip_prefix('"')?.strip_suffix('"')) else {
            continue;
        };
        let variables = arguments[1..]
            .iter()
            .filter_map(|argument| argument.split_once('='))
            .map(|(name, _)| name.trim().to_owned())
            .collect();
        found.push(Use { file: file.to_owned(), key: key.to_owned(), variables });
    }
    found
}

fn arguments(code: &str) -> Vec<String> {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    let mut arguments = vec![String::new()];
    let mut previous = ' ';
    for c in code.chars() {
        let argument = arguments.last_mut().unwrap();
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' if previous != '\'' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' if previous != '\'' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' if previous != '\'' => depth -= 1,
            ',' if depth == 0 => {
                arguments.push(String::new());
                previous = c;
                continue;
            }
            _ => {}
        }
        argument.push(c);
        previous = c;
    }
    arguments.iter().map(|argument| argument.trim().to_owned()).filter(|a| !a.is_empty()).collect()
}

fn all_uses() -> Vec<Use> {
    sources()
        .iter()
        .filter(|source| source.path != "i18n.rs")
        .flat_map(|source| uses(&source.path, &source.code()))
        .collect()
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    let (en, de) = (messages("en"), messages("de"));
    let keys = |all: &BTreeMap<String, Message>| all.keys().cloned().collect::<BTreeSet<_>>();
    let only: Vec<_> = keys(&en).symmetric_difference(&keys(&de)).cloned().collect();
    assert!(only.is_empty(), "in one language only: {only:#?}");
    for (key, message) in &en {
        assert_eq!(message.variables, de[key].variables, "variables of {key}");
    }
}

#[test]
fn every_message_asked_for_is_there_with_its_variables() {
    let en = messages("en");
    let uses = all_uses();
    assert!(uses.len() > 60, "the test reads too little: {} uses", uses.len());
    let mut wrong = Vec::new();
    for found in uses {
        match en.get(&found.key) {
            None => wrong.push(format!("{}: no message {}", found.file, found.key)),
            Some(message) if message.variables != found.variables => wrong.push(format!(
                "{}: {} is given {:?} and says {:?}",
                found.file, found.key, found.variables, message.variables
            )),
            Some(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_operation_has_words() {
    let known = [
        "label", "code", "place", "to", "coder", "count", "name", "value", "title", "status", "entity",
        "speaker",
    ];
    for lang in ["en", "de"] {
        let all = messages(lang);
        for kind in OperationKind::ALL {
            let key = format!("operation-{}", kind.name());
            let message = all.get(&key).unwrap_or_else(|| panic!("{lang}: no {key}"));
            for variable in &message.variables {
                assert!(known.contains(&variable.as_str()), "{lang}: {key} asks for {variable}");
            }
        }
    }
}

/// A key is used when a source names it, or looks up a family of keys by its beginning: `format!("operation-{}", …)`.
#[test]
fn no_message_is_left_over() {
    let literal = Regex::new(r#""([a-z0-9]+(?:-[a-z0-9]+)+)""#).unwrap();
    let family = Regex::new(r#""([a-z0-9]+(?:-[a-z0-9]+)*-)\{"#).unwrap();
    let (mut named, mut families) = (BTreeSet::new(), BTreeSet::new());
    for source in sources() {
        let code = source.code();
        named.extend(literal.captures_iter(&code).map(|found| found[1].to_owned()));
        families.extend(family.captures_iter(&code).map(|found| found[1].to_owned()));
    }
    let left: Vec<String> = messages("en")
        .into_keys()
        .filter(|key| !named.contains(key) && !families.iter().any(|family| key.starts_with(family.as_str())))
        .collect();
    assert!(left.is_empty(), "nobody says {left:#?}");
}

#[test]
fn german_is_german() {
    let (en, de) = (messages("en"), messages("de"));
    let letters = |text: &str| text.chars().any(char::is_alphabetic);
    let variable = Regex::new(r"\{[^{}]*\}").unwrap();
    let mut same = Vec::new();
    for (key, message) in &en {
        let words = variable.replace_all(&message.value, "").into_owned();
        if message.value == de[key].value && letters(&words) && !SAME.contains(&key.as_str()) {
            same.push(format!("{key} = {}", message.value));
        }
    }
    assert!(same.is_empty(), "not translated, or to be listed as the same in both: {same:#?}");
    for (key, message) in &de {
        assert!(!message.value.contains('“') || message.value.contains('„'), "{key}: German quotes are „…“");
    }
}

/// An operation in words, in both languages, with numbers that agree.
#[test]
fn operations_are_said_in_whole_phrases() {
    use absatz::i18n::{Lang, set_lang};
    use absatz::model::OperationId;
    use absatz::model::history::{Operation, OperationState};
    use absatz::store::history::words;
    use serde_json::json;

    let say = |lang, kind, arguments| {
        set_lang(lang);
        words(&Operation {
            id: OperationId(1),
            uuid: String::new(),
            kind,
            coder: String::new(),
            at: String::new(),
            arguments,
            state: OperationState::Done,
            batch: None,
        })
    };
    let applied = json!({"code": "Obstacles/Legal", "place": "(IP 5: 9)"});
    let removed = |count: i64| json!({"code": "Legal", "count": count});
    use OperationKind::{ApplyCode, ChangeSetting, RemoveCode, SetStatus, Undo, WriteMemo};
    assert_eq!(say(Lang::En, ApplyCode, applied.clone()), "applied Obstacles/Legal to (IP 5: 9)");
    assert_eq!(say(Lang::De, ApplyCode, applied.clone()), "Obstacles/Legal an (IP 5: 9) vergeben");
    assert_eq!(say(Lang::En, RemoveCode, removed(1)), "removed the code Legal with one coding");
    assert_eq!(say(Lang::En, RemoveCode, removed(3)), "removed the code Legal with 3 codings");
    assert_eq!(say(Lang::De, RemoveCode, removed(1)), "Code Legal mit einer Codierung entfernt");
    let undo = json!({"target": {"kind": "apply-code", "arguments": applied}});
    assert_eq!(say(Lang::De, Undo, undo), "rückgängig gemacht: Obstacles/Legal an (IP 5: 9) vergeben");
    let blind = json!({"setting": "blind"});
    assert_eq!(
        say(Lang::De, ChangeSetting, blind),
        "Einstellung geändert: die Codierenden sehen die Arbeit der anderen nicht"
    );
    let done = json!({"label": "5", "status": "done"});
    assert_eq!(say(Lang::De, SetStatus, done), "Dokument 5 für fertig erklärt");
    assert_eq!(say(Lang::En, WriteMemo, json!({"title": ""})), "wrote the memo “untitled”");
    // A sealed entry says what kind of thing it was.
    assert_eq!(say(Lang::En, ApplyCode, json!({})), "applied … to …");
    assert_eq!(say(Lang::En, RemoveCode, json!({})), "removed the code … with … codings");
    assert_eq!(say(Lang::De, SetStatus, json!({})), "Dokument … für … erklärt");
    assert_eq!(say(Lang::En, WriteMemo, json!({})), "wrote the memo “…”");
    assert_eq!(say(Lang::En, Undo, json!({})), "undid: …");
}
