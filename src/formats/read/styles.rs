//! What a docx file's styles say that a reader must know: which are headings, which hide their text, which number.

use std::collections::HashMap;

use super::ooxml::{Node, Package};
use crate::error::Result;

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    /// 0 to 8 is a heading, 9 body text.
    outline: Option<u32>,
    hidden: Option<bool>,
    numbered: bool,
}

/// The styles by their id.
#[derive(Debug, Default)]
pub struct Styles(HashMap<String, Style>);

/// Whether a style's name or id is one that Word and its peers give headings.
pub fn names_heading(name: &str) -> bool {
    // A heading's name is short; one of a megabyte is not compared for every paragraph.
    let bare: String =
        name.chars().take(40).flat_map(char::to_lowercase).filter(|c| c.is_alphabetic()).collect();
    ["heading", "überschrift", "berschrift", "title", "titel", "subtitle", "untertitel"]
        .contains(&bare.as_str())
}

/// Whether a style's name is one of block quotations.
pub fn names_quotation(name: &str) -> bool {
    let bare: String = name.chars().take(40).flat_map(char::to_lowercase).collect();
    ["quot", "zitat", "block text", "blocktext"].iter().any(|word| bare.contains(word))
}

/// How far `basedOn` is followed: files with cycles exist.
const CHAIN: usize = 16;

impl Styles {
    pub fn read(package: &mut Package<'_>, part: &str) -> Result<Styles> {
        let mut styles = HashMap::new();
        let Some(xml) = package.part(part)? else { return Ok(Styles::default()) };
        let mut nodes = package.xml(&xml, part);
        let mut current: Option<(String, Style)> = None;
        let mut depth = 0_u32;
        let mut style_depth = 0;
        while let Some(node) = nodes.next()? {
            match node {
                Node::Start(element) => {
                    depth += 1;
                    if element.is("style") {
                        style_depth = depth;
                        current = element.any("styleId").map(|id| (id.to_owned(), Style::default()));
                        continue;
                    }
                    let Some((_, style)) = &mut current else { continue };
                    let value = || element.any("val").map(str::to_owned);
                    match element.name.as_str() {
                        "name" if element.is("name") => {
                            style.name = value().unwrap_or_default().to_lowercase()
                        }
                        "basedOn" => style.based_on = value(),
                        "outlineLvl" => style.outline = value().and_then(|level| level.parse().ok()),
                        "vanish" => style.hidden = Some(element.is_on()),
                        "numPr" => style.numbered = true,
                        _ => {}
                    }
                }
                Node::End => {
                    if depth == style_depth
                        && let Some((id, style)) = current.take()
                    {
                        styles.insert(id, style);
                        nodes.check(0, styles.len())?;
                    }
                    depth = depth.saturating_sub(1);
                }
                Node::Text(_) => {}
            }
        }
        Ok(Styles(styles))
    }

    fn chain<'s>(&'s self, id: &'s str) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let mut next = Some(id);
        std::iter::from_fn(move || {
            let id = next?;
            let style = self.0.get(id)?;
            next = style.based_on.as_deref();
            Some((id, style))
        })
        .take(CHAIN)
    }

    /// Whether the style is a heading's: by outline level, else by the name or id that Word and its peers use.
    pub fn is_heading(&self, id: &str) -> bool {
        if let Some(level) = self.chain(id).find_map(|(_, style)| style.outline) {
            return level < 9;
        }
        names_heading(id) || self.chain(id).any(|(id, style)| names_heading(id) || names_heading(&style.name))
    }
    pub fn is_quotation(&self, id: &str) -> bool {
        self.chain(id).any(|(id, style)| names_quotation(id) || names_quotation(&style.name))
    }
    pub fn is_hidden(&self, id: &str) -> Option<bool> {
        self.chain(id).find_map(|(_, style)| style.hidden)
    }
    pub fn is_numbered(&self, id: &str) -> bool {
        self.chain(id).any(|(_, style)| style.numbered)
    }
}
