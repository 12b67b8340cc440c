//! A code tree from the lines of a file, checked line by line so that an error can name the line.

use std::collections::{HashMap, HashSet};

use super::check::{duplicate, too_deep};
use super::{MAX_CODES, MAX_DEPTH, at_line, too_large};
use crate::error::Result;
use crate::model::codebook::{Codebook, CodebookCode, FORMAT};
use crate::model::codes::{check_color, check_name, fold_name};

/// The codes read so far; a code is known by its number.
#[derive(Default)]
pub struct Tree {
    nodes: Vec<Node>,
    by_name: HashMap<(Option<usize>, String), usize>,
    /// Codes that only the path of a subcode has named so far.
    implied: HashSet<usize>,
}

struct Node {
    code: CodebookCode,
    parent: Option<usize>,
    depth: usize,
}

impl Tree {
    /// Adds a code below another. Its name and colour are checked and made tidy.
    pub fn add(&mut self, line: u64, parent: Option<usize>, mut code: CodebookCode) -> Result<usize> {
        code.name = check_name(&code.name).map_err(|e| at_line(line, e))?.to_owned();
        if let Some(color) = &code.color {
            code.color = Some(check_color(color).map_err(|e| at_line(line, e))?);
        }
        let depth = parent.map_or(1, |parent| self.nodes[parent].depth + 1);
        let number = self.nodes.len();
        if number >= MAX_CODES {
            return Err(too_large());
        }
        let known = self.by_name.insert((parent, fold_name(&code.name)), number);
        if known.is_some() || depth > MAX_DEPTH {
            let above = parent.map(|parent| self.path(parent) + "/").unwrap_or_default();
            let path = above + &code.name;
            return Err(at_line(line, if known.is_some() { duplicate(&path) } else { too_deep(&path) }));
        }
        self.nodes.push(Node { code, parent, depth });
        Ok(number)
    }

    /// Adds a code by its path; parents that are not there yet are made.
    pub fn add_path(&mut self, line: u64, path: &[String], code: CodebookCode) -> Result<usize> {
        let mut parent = None;
        let (last, above) = match path.split_last() {
            Some((last, above)) => (last.as_str(), above),
            None => ("", path),
        };
        for name in above {
            parent = Some(match self.by_name.get(&(parent, fold_name(name))) {
                Some(known) => *known,
                None => {
                    let made =
                        self.add(line, parent, CodebookCode { name: name.clone(), ..Default::default() })?;
                    self.implied.insert(made);
                    made
                }
            });
        }
        match self.by_name.get(&(parent, fold_name(last))).copied() {
            Some(known) if self.implied.remove(&known) => {
                let color =
                    code.color.as_deref().map(check_color).transpose().map_err(|e| at_line(line, e))?;
                let node = &mut self.nodes[known].code;
                *node = CodebookCode { name: std::mem::take(&mut node.name), color, ..code };
                Ok(known)
            }
            _ => self.add(line, parent, CodebookCode { name: last.to_owned(), ..code }),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    fn path(&self, number: usize) -> String {
        let node = &self.nodes[number];
        match node.parent {
            Some(parent) => format!("{}/{}", self.path(parent), node.code.name),
            None => node.code.name.clone(),
        }
    }

    /// The codebook, siblings in the order of their lines.
    pub fn finish(self, name: String) -> Codebook {
        let mut codes: Vec<CodebookCode> = Vec::new();
        let mut waiting: HashMap<Option<usize>, Vec<CodebookCode>> = HashMap::new();
        // A parent has a lower number than its subcodes: backwards, these are complete when it is reached.
        for (number, mut node) in self.nodes.into_iter().enumerate().rev() {
            let mut children = waiting.remove(&Some(number)).unwrap_or_default();
            children.reverse();
            node.code.children = children;
            match node.parent {
                None => codes.push(node.code),
                parent => waiting.entry(parent).or_default().push(node.code),
            }
        }
        codes.reverse();
        Codebook { format: FORMAT.to_owned(), name, language: String::new(), codes }
    }
}
