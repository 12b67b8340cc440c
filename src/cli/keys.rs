//! `keys`: the effective keymap of the workbench.

use clap::Args;
use serde_json::{Value, json};

use super::context::Context as Call;
use super::table;
use crate::error::Result;
use crate::tr;
use crate::tui::command::{Command, Context};
use crate::tui::keymap::Keymap;
use crate::tui::{keys, runtime};

/// Show the keys of the workbench, with your own from keymap.toml.
///
/// The file is absatz/keymap.toml in the folder of your settings. What cannot be used in it is named on stderr.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  absatz keys\n  absatz keys --context transcript\n\nA keymap.toml:\n  [transcript]\n  \"<ctrl-k>\" = \"code\"   # another key for a command\n  \"x\" = \"\"              # a key that does nothing any more"
)]
pub struct Keys {
    /// Only where these keys apply
    #[arg(long, value_name = "CONTEXT", value_parser = Context::ALL.map(Context::name))]
    context: Option<String>,
}

impl Keys {
    pub fn run(self, call: &Call) -> Result<()> {
        let mut keymap = Keymap::default();
        for wrong in runtime::keymap(&mut keymap) {
            call.warn(&wrong);
        }
        let wanted = self.context.as_deref().and_then(Context::from_name);
        let is_wanted = |context: Context| wanted.is_none_or(|wanted| wanted == context);
        let mut rows: Vec<(Context, String, String, Command)> = keymap
            .all()
            .filter(|(context, ..)| is_wanted(*context))
            .map(|(context, sequence, command)| {
                (context, keys::shown(sequence), keys::written(sequence), command)
            })
            .collect();
        // What only the palette knows is a command too.
        for &command in Command::ALL {
            if is_wanted(command.home()) && !rows.iter().any(|(.., bound)| *bound == command) {
                rows.push((command.home(), String::new(), String::new(), command));
            }
        }
        rows.sort_by_key(|(context, _, _, command)| (*context, *command));
        if call.json {
            let values = rows.iter().map(|(context, shown, written, command)| {
                json!({
                    "context": context.name(),
                    "keys": written,
                    "shown": shown,
                    "command": command.name(),
                    "label": command.words(),
                })
            });
            return call.print_json(&values.collect::<Value>());
        }
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .map(|(context, shown, _, command)| {
                vec![context.name().to_owned(), shown, command.name().to_owned(), command.words()]
            })
            .collect();
        let heading = ["context", "keys", "command", "does"];
        call.print(&table::columns(&heading.map(|key| tr!(&format!("cli-column-{key}"))), &rows))
    }
}
