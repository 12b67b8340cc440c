//! The person's own settings, which belong to no project: `absatz/config.toml` in the folder of their settings.

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
