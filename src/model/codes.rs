//! The code system: a tree of codes, each with what a coding guide says of it.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::{AnchorId, CodeId, DocumentId};
use crate::error::{Error, Result};
use crate::text::Span;
use crate::tr;

/// A code with the fields of a coding guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    pub id: CodeId,
    pub uuid: String,
    pub parent: Option<CodeId>,
    /// Order among its siblings.
    pub position: i64,
    pub name: String,
    /// `#RRGGBB`.
    pub color: String,
    pub guide: Guide,
}

/// What the coding guide says of a code.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Guide {
    pub definition: String,
    /// When to apply.
    pub apply: String,
    /// When not to apply, and which code instead.
    pub not_apply: String,
    pub origin: Origin,
    pub research_question: String,
}

/// Where a category comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    #[default]
    Unspecified,
    Deductive,
    Inductive,
}

impl Origin {
    pub const ALL: [Origin; 3] = [Origin::Unspecified, Origin::Deductive, Origin::Inductive];
    pub fn name(self) -> &'static str {
        match self {
            Origin::Unspecified => "unspecified",
            Origin::Deductive => "deductive",
            Origin::Inductive => "inductive",
        }
    }
    pub fn from_name(name: &str) -> Option<Origin> {
        Origin::ALL.into_iter().find(|o| o.name() == name)
    }
}

/// An anchor example: words that show how a code is meant, linked to their place where they come from the material.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    pub id: AnchorId,
    pub code: CodeId,
    /// Where the words stand, if they come from a document of the project.
    pub place: Option<(DocumentId, Span)>,
    pub text: String,
    /// Where the words come from as a codebook's file says it (`IP 5: 9`), while no document of the project has them.
    pub source: String,
    pub position: i64,
}

/// The codes of a project as a tree, in tree order (a parent before its subcodes, siblings by position).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CodeTree {
    nodes: Vec<Node>,
    by_id: HashMap<CodeId, usize>,
}

/// A code in its tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    pub code: Code,
    /// 0 for a main code.
    pub depth: usize,
    /// `Obstacles/Legal`.
    pub path: String,
    /// How many nodes after this one are its subcodes, at any depth.
    pub descendants: usize,
}

/// Between the names of a path.
pub const PATH_SEPARATOR: char = '/';

impl CodeTree {
    /// Builds the tree; codes whose parent is missing or that form a cycle come out as main codes, none is lost.
    pub fn new(codes: Vec<Code>) -> CodeTree {
        let ids: std::collections::HashSet<CodeId> = codes.iter().map(|code| code.id).collect();
        let mut children: HashMap<Option<CodeId>, Vec<Code>> = HashMap::new();
        for code in codes {
            let parent = code.parent.filter(|parent| ids.contains(parent));
            children.entry(parent).or_default().push(code);
        }
        for siblings in children.values_mut() {
            siblings.sort_by(|a, b| a.position.cmp(&b.position).then(a.id.cmp(&b.id)));
        }
        let mut tree = CodeTree::default();
        tree.place(None, 0, "", &mut children);
        while let Some(orphan) = children.keys().next().copied() {
            tree.place(orphan, 0, "", &mut children);
        }
        tree.by_id = tree.nodes.iter().enumerate().map(|(at, node)| (node.code.id, at)).collect();
        tree
    }

    fn place(
        &mut self,
        parent: Option<CodeId>,
        depth: usize,
        prefix: &str,
        children: &mut HashMap<Option<CodeId>, Vec<Code>>,
    ) {
        for code in children.remove(&parent).unwrap_or_default() {
            let path = if prefix.is_empty() { code.name.clone() } else { format!("{prefix}/{}", code.name) };
            let at = self.nodes.len();
            let id = code.id;
            self.nodes.push(Node { code, depth, path: path.clone(), descendants: 0 });
            self.place(Some(id), depth + 1, &path, children);
            self.nodes[at].descendants = self.nodes.len() - at - 1;
        }
    }

    /// All nodes in tree order.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }
    pub fn get(&self, id: CodeId) -> Option<&Node> {
        self.by_id.get(&id).map(|&at| &self.nodes[at])
    }
    /// Index in tree order.
    pub fn index(&self, id: CodeId) -> Option<usize> {
        self.by_id.get(&id).copied()
    }
    /// The path of a code; empty for one that is not there.
    pub fn path(&self, id: CodeId) -> &str {
        self.get(id).map_or("", |node| node.path.as_str())
    }
    /// The code and its subcodes at any depth, in tree order.
    pub fn subtree(&self, id: CodeId) -> &[Node] {
        self.index(id).map_or(&[], |at| &self.nodes[at..=at + self.nodes[at].descendants])
    }
    /// The codes directly below one (or the main codes).
    pub fn children(&self, parent: Option<CodeId>) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(move |node| node.code.parent == parent)
    }

    /// The code that a person means: a whole path or an ending of it that only one code has, letter case aside.
    pub fn find(&self, typed: &str) -> Result<&Node> {
        let wanted = typed.trim().trim_matches(PATH_SEPARATOR);
        let wanted = fold_name(wanted);
        let matches = |node: &&Node| {
            let path = fold_name(&node.path);
            path == wanted || path.strip_suffix(&wanted).is_some_and(|head| head.ends_with(PATH_SEPARATOR))
        };
        if let Some(exact) = self.nodes.iter().find(|node| node.path == typed.trim()) {
            return Ok(exact);
        }
        let whole: Vec<&Node> = self.nodes.iter().filter(|node| fold_name(&node.path) == wanted).collect();
        let found = if whole.is_empty() { self.nodes.iter().filter(matches).collect() } else { whole };
        match found[..] {
            [one] => Ok(one),
            [] => Err(Error::not_found(tr!("error-no-such-code", code = typed.to_owned()))
                .hint(self.nearest(&wanted))),
            _ => {
                let paths = found.iter().map(|node| node.path.as_str()).collect::<Vec<_>>().join(", ");
                Err(Error::invalid(tr!("error-code-ambiguous", code = typed.to_owned(), paths = paths)))
            }
        }
    }

    /// A hint with the paths that share the most with what was typed.
    fn nearest(&self, wanted: &str) -> String {
        let last = wanted.rsplit(PATH_SEPARATOR).next().unwrap_or(wanted);
        let start: String = last.chars().take(3).collect();
        let near: Vec<&str> = self
            .nodes
            .iter()
            .filter(|node| !start.is_empty() && fold_name(&node.path).contains(&start))
            .map(|node| node.path.as_str())
            .take(3)
            .collect();
        if near.is_empty() {
            tr!("hint-codes-list")
        } else {
            tr!("hint-did-you-mean", names = near.join(", "))
        }
    }
}

/// Checks a code's name: not empty, no `/` (it separates names in a path), nothing that cannot be shown.
pub fn check_name(name: &str) -> Result<&str> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::invalid(tr!("error-code-name-empty")));
    }
    // Zero-width and direction characters make two names look the same.
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
    };
    if name.contains(hidden) {
        return Err(Error::invalid(tr!("error-code-name-hidden", name = name.escape_debug().to_string())));
    }
    if name.contains([PATH_SEPARATOR, '>']) {
        return Err(Error::invalid(tr!("error-code-name-slash", name = name.to_owned()))
            .hint(tr!("hint-code-name-slash")));
    }
    if name.chars().count() > 200 {
        return Err(Error::invalid(tr!("error-code-name-long")));
    }
    Ok(name)
}

/// Two names are one where they differ only in letter case or in how umlauts are composed.
pub fn fold_name(name: &str) -> String {
    name.trim().nfc().collect::<String>().to_lowercase()
}

/// Checks a colour and gives it as `#RRGGBB`.
pub fn check_color(color: &str) -> Result<String> {
    let hex = color.trim().trim_start_matches('#');
    if hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Ok(format!("#{}", hex.to_uppercase()));
    }
    Err(Error::invalid(tr!("error-color", color = color.to_owned())).hint(tr!("hint-color")))
}

/// Colours for new codes and coders. The first three are of Okabe and Ito (2008), the rest was searched for: as the
/// workbench shows them on dark and on light ground, any two are told apart, also with no red, green or blue cones.
pub const PALETTE: [&str; 10] = [
    "#0072B2", "#E69F00", "#009E73", "#D998BF", "#B5301C", "#B8AAF2", "#315159", "#B1F285", "#8B57D9",
    "#4418F2",
];
