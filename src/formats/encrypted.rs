//! Files behind a passphrase, in the age format (`age-encryption.org/v1`, scrypt): any `age` opens them as well.

use std::io::{Read as _, Write as _};
use std::path::Path;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor};

use crate::error::{Error, Result};
use crate::tr;

/// The ending of an encrypted package, behind its own.
pub const ENDING: &str = "age";

/// scrypt with N = 2^18, as the `age` program writes it: about a second and 256 MB.
const WORK: u8 = 18;
/// A file that asks for more was made to keep the machine busy.
const MOST_WORK: u8 = 20;

/// Whether bytes begin as an encrypted file does.
pub fn is_encrypted(bytes: &[u8]) -> bool {
    bytes.starts_with(b"age-encryption.org/v1\n")
}

/// Whether a file is called as an encrypted package is.
pub fn is_named(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
}

pub fn encrypt(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>> {
    let mut recipient = age::scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    recipient.set_work_factor(WORK);
    let failed = |error: String| Error::invalid(tr!("error-encrypting", reason = error));
    let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as _))
        .map_err(|error| failed(error.to_string()))?;
    let mut sealed = Vec::with_capacity(bytes.len() + 1024);
    let mut writer = encryptor.wrap_output(&mut sealed).map_err(|error| failed(error.to_string()))?;
    writer.write_all(bytes).map_err(|error| failed(error.to_string()))?;
    writer.finish().map_err(|error| failed(error.to_string()))?;
    Ok(sealed)
}

/// The bytes behind a passphrase, at most `most` of them.
pub fn decrypt(sealed: &[u8], passphrase: &str, most: u64) -> Result<Vec<u8>> {
    let mut identity = age::scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
    identity.set_max_work_factor(MOST_WORK);
    let decryptor = Decryptor::new(sealed).map_err(|error| refused(&error))?;
    if !decryptor.is_scrypt() {
        return Err(Error::unreadable(tr!("error-no-passphrase-file")).hint(tr!("hint-no-passphrase-file")));
    }
    let reader = decryptor.decrypt(std::iter::once(&identity as _)).map_err(|error| refused(&error))?;
    let mut bytes = Vec::new();
    // What was cut off or changed is noticed while it is read.
    reader.take(most + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
    if bytes.len() as u64 > most {
        return Err(Error::unreadable(tr!("error-package-too-large")));
    }
    Ok(bytes)
}

fn damaged() -> Error {
    Error::unreadable(tr!("error-encrypted-damaged")).hint(tr!("hint-package-damaged"))
}

fn refused(error: &DecryptError) -> Error {
    match error {
        DecryptError::DecryptionFailed
        | DecryptError::KeyDecryptionFailed
        | DecryptError::NoMatchingKeys
        | DecryptError::InvalidMac => {
            Error::refused(tr!("error-wrong-passphrase")).hint(tr!("hint-wrong-passphrase"))
        }
        DecryptError::ExcessiveWork { .. } => Error::unreadable(tr!("error-encrypted-too-much-work")),
        _ => damaged(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Kind;

    #[test]
    fn what_is_encrypted_comes_back_with_the_passphrase_only() {
        let sealed = encrypt("Grüße".as_bytes(), "eins zwei").unwrap();
        assert!(is_encrypted(&sealed));
        assert!(!sealed.windows(6).any(|part| part == "Grüße".as_bytes()));
        assert_eq!(decrypt(&sealed, "eins zwei", 100).unwrap(), "Grüße".as_bytes());
        assert_eq!(decrypt(&sealed, "eins drei", 100).unwrap_err().kind, Kind::Refused);
        assert_eq!(decrypt(&sealed, "eins zwei", 3).unwrap_err().kind, Kind::Unreadable);
    }

    #[test]
    fn a_file_that_was_cut_off_or_changed_is_refused() {
        let mut sealed = encrypt(b"words", "p").unwrap();
        for end in [0, 10, 40, sealed.len() - 1] {
            assert!(decrypt(&sealed[..end], "p", 100).is_err(), "{end}");
        }
        let last = sealed.len() - 1;
        sealed[last] ^= 1;
        assert_eq!(decrypt(&sealed, "p", 100).unwrap_err().kind, Kind::Unreadable);
    }
}
