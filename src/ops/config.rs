//! The person's own settings, which belong to no project: `absatz/config.toml` in the folder of their settings. Theirs to
//! write; what the program remembers for them by itself lies apart.

use std::path::PathBuf;

use etcetera::BaseStrategy as _;

use crate::error::{Error, Result};
use crate::tr;

/// Where the settings are; none where the system names no such folder.
pub fn file() -> Option<PathBuf> {
    let places = etcetera::choose_base_strategy().ok()?;
    Some(places.config_dir().join("absatz").join("config.toml"))
}

/// The same as people can be told.
pub fn shown() -> String {
    file().map_or_else(|| "absatz/config.toml".to_owned(), |file| file.display().to_string())
}

/// A setting of words, from the environment or else from the file, and where it stands. One that is empty is none.
pub fn words(variable: &str, key: &str) -> Result<Option<(String, String)>> {
    if let Ok(words) = std::env::var(variable)
        && !words.trim().is_empty()
    {
        return Ok(Some((words, variable.to_owned())));
    }
    let Some((file, value)) = setting(key)? else { return Ok(None) };
    let name = file.display().to_string();
    match value {
        toml::Value::String(words) if !words.trim().is_empty() => Ok(Some((words, name))),
        _ => {
            let message = tr!("error-config-words", file = name, key = key.to_owned());
            Err(Error::invalid(message).hint(tr!("hint-config-words", key = key.to_owned())).file(&file))
        }
    }
}

/// A setting of the file that is on unless it is switched off there.
pub fn is_on(key: &str) -> Result<bool> {
    match setting(key)? {
        None => Ok(true),
        Some((_, toml::Value::Boolean(on))) => Ok(on),
        Some((file, _)) => {
            let name = file.display().to_string();
            Err(Error::invalid(tr!("error-config-switch", file = name, key = key.to_owned())).file(&file))
        }
    }
}

/// What the file says of a key, and the file.
fn setting(key: &str) -> Result<Option<(PathBuf, toml::Value)>> {
    let Some(file) = file() else { return Ok(None) };
    let Ok(text) = std::fs::read_to_string(&file) else { return Ok(None) };
    let mut table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let (file_name, reason) = (file.display().to_string(), error.message().to_owned());
        Error::invalid(tr!("error-config", file = file_name, reason = reason)).file(&file)
    })?;
    Ok(table.remove(key).map(|value| (file, value)))
}

/// A file that the program writes for itself, not for a project: in the folder for what programs note of themselves.
pub fn own_file(name: &str) -> Option<PathBuf> {
    let places = etcetera::choose_base_strategy().ok()?;
    let folder = places.state_dir().unwrap_or_else(|| places.data_dir());
    Some(folder.join("absatz").join(name))
}

/// Where choices made with a key are remembered: they belong to the person, and not into a file that the person writes.
fn memory() -> Option<PathBuf> {
    own_file("state.toml")
}

fn memories() -> toml::Table {
    let text = memory().and_then(|file| std::fs::read_to_string(file).ok()).unwrap_or_default();
    text.parse().unwrap_or_default()
}

/// A choice that was remembered.
pub fn remembered(key: &str) -> Option<String> {
    memories().get(key).and_then(toml::Value::as_str).map(str::to_owned)
}

/// Remembers a choice, or forgets it. Where that cannot be written it holds for this time only.
pub fn remember(key: &str, value: Option<&str>) {
    let mut all = memories();
    match value {
        Some(value) => drop(all.insert(key.to_owned(), value.into())),
        None => drop(all.remove(key)),
    }
    let write = |file: PathBuf| -> std::io::Result<()> {
        let folder = file.parent().unwrap_or(&file);
        std::fs::create_dir_all(folder)?;
        let mut fresh = tempfile::NamedTempFile::new_in(folder)?;
        std::io::Write::write_all(&mut fresh, all.to_string().as_bytes())?;
        fresh.persist(&file)?;
        Ok(())
    };
    if let Some(file) = memory() {
        drop(write(file));
    }
}
