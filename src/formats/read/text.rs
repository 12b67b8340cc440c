//! Plain text: encodings, and nothing else.
//!
//! The text is kept letter by letter. Only the encoding, a leading byte order mark, newlines (to LF) and NUL (removed)
//! are normalised.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::detect;
use super::{ReadOptions, Reading};
use crate::error::{Error, Result};
use crate::text::recognise::Block;
use crate::tr;

/// A text file's content.
#[derive(Debug)]
pub struct Decoded {
    pub text: String,
    /// The encoding's WHATWG name.
    pub encoding: String,
    /// The file does not say it.
    pub guessed: bool,
    pub warnings: Vec<String>,
}

/// Every line a block.
pub fn read(text: &str) -> Reading {
    Reading { blocks: text.split('\n').map(Block::new).collect(), ..Reading::default() }
}

/// Bytes to normalised text. The caller's encoding overrules everything, a byte order mark every guess.
pub fn decode(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Decoded> {
    let mut warnings = Vec::new();
    // No encoding makes less than half of it.
    if !options.limits.hold(bytes.len() as u64 / 2, 0) {
        return Err(super::too_long(name, &options.limits));
    }
    let mut guessed = false;
    let (encoding, bytes) = match options.encoding.as_deref() {
        Some(label) => {
            let Some(encoding) = Encoding::for_label(label.trim().as_bytes()) else {
                return Err(Error::invalid(tr!("read-encoding-unknown", encoding = label))
                    .hint(tr!("read-encoding-unknown-hint")));
            };
            // A byte order mark of that very encoding is no text.
            let mark =
                Encoding::for_bom(bytes).filter(|(found, _)| *found == encoding).map_or(0, |(_, len)| len);
            (encoding, bytes.get(mark..).unwrap_or(bytes))
        }
        None => detected(name, bytes, &mut guessed)?,
    };
    let (text, lost) = encoding.decode_without_bom_handling(bytes);
    if lost {
        let count = text.matches('\u{fffd}').count();
        warnings.insert(0, tr!("read-undecodable", count = count, encoding = encoding.name()));
    }
    if !options.limits.hold(text.len() as u64, text.matches(['\n', '\r']).count()) {
        return Err(super::too_long(name, &options.limits));
    }
    let (text, zeros) = normalise(&text);
    if zeros > 0 {
        warnings.push(tr!("read-zeros", count = zeros));
    }
    if is_rubbish(&text) {
        return Err(detect::binary(name));
    }
    Ok(Decoded { text, encoding: encoding.name().to_owned(), guessed, warnings })
}

/// Newlines to LF, NUL away; how many NULs there were.
fn normalise(text: &str) -> (String, usize) {
    let zeros = text.matches('\0').count();
    let kept = if zeros > 0 { text.replace('\0', "") } else { text.to_owned() };
    let kept = if kept.contains('\r') { kept.replace("\r\n", "\n").replace('\r', "\n") } else { kept };
    (kept, zeros)
}

fn detected<'a>(name: &str, bytes: &'a [u8], guessed: &mut bool) -> Result<(&'static Encoding, &'a [u8])> {
    if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
        return Err(Error::unreadable(tr!("read-utf32", name = name)).hint(tr!("read-utf32-hint")));
    }
    if let Some((encoding, len)) = Encoding::for_bom(bytes) {
        return Ok((encoding, bytes.get(len..).unwrap_or(&[])));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        *guessed = true;
        return Ok((encoding, bytes));
    }
    if let Some(encoding) = declared(bytes) {
        return Ok((encoding, bytes));
    }
    if mostly_utf8(bytes) {
        return Ok((UTF_8, bytes));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    *guessed = true;
    Ok((encoding, bytes))
}

/// UTF-16 shows by a zero in every other byte; the detector does not know it.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let (mut even, mut odd, mut pairs) = (0_usize, 0_usize, 0_usize);
    for pair in bytes.chunks_exact(2).take(4096) {
        pairs += 1;
        even += usize::from(pair.first() == Some(&0));
        odd += usize::from(pair.get(1) == Some(&0));
    }
    // Spaces and newlines alone are a zero in ten, even in scripts without one.
    let zeros = even.max(odd);
    if pairs < 2 || zeros * 10 < pairs || zeros < 8 && zeros * 2 < pairs {
        return None;
    }
    match (even, odd) {
        (even, odd) if odd > even * 8 => Some(UTF_16LE),
        (even, odd) if even > odd * 8 => Some(UTF_16BE),
        _ => None,
    }
}

/// What a web page or an XML file says of itself. Not believed where the bytes show otherwise: a page that was saved
/// again as UTF-8 by an editor often still names its old encoding.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: Vec<u8> = bytes.iter().take(2048).map(u8::to_ascii_lowercase).collect();
    let head = String::from_utf8_lossy(&head);
    let head = head.trim_start();
    let label = match head.strip_prefix("<?xml") {
        Some(rest) => rest.split_once("?>").and_then(|(said, _)| said.split_once("encoding=")),
        None => None,
    };
    let label = label.or_else(|| {
        let mut metas = head.strip_prefix('<')?.split("<meta").skip(1);
        metas.find_map(|meta| meta.split('>').next()?.split_once("charset="))
    });
    let value = label?.1.trim_start().trim_start_matches(['"', '\'']);
    let value = value.split(['"', '\'', ';', ' ', '/', '>', '?']).next()?;
    let encoding = Encoding::for_label(value.as_bytes())?;
    // What reads as ASCII cannot be UTF-16.
    let encoding = if [UTF_16LE, UTF_16BE].contains(&encoding) { UTF_8 } else { encoding };
    let other = encoding != UTF_8 && !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok();
    let (_, lost) = encoding.decode_without_bom_handling(bytes);
    (!other && !lost).then_some(encoding)
}

/// Valid UTF-8, or one that was damaged in a few places: many good sequences for each bad one.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad == 0 || good > bad * 20
}

/// Control characters that no transcription program writes, in bulk (CHAT files do have U+0015).
fn is_rubbish(text: &str) -> bool {
    let head: Vec<char> = text.chars().take(65_536).collect();
    let odd = |c: &&char| matches!(**c, '\u{1}'..='\u{8}' | '\u{e}'..='\u{14}' | '\u{16}'..='\u{1c}' | '\u{1e}' | '\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{fffd}');
    head.iter().filter(odd).count() * 25 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::read::read;
    use proptest::prelude::*;

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    }

    #[test]
    fn encodings() {
        let text = "I: Wie sind Sie zu der Gärtnerei gekommen?\nB: Über meine Tante, „komm doch vorbei“.";
        let (cp1252, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        let with = |mark: &[u8], bytes: Vec<u8>| [mark, bytes.as_slice()].concat();
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), "UTF-8"),
            (with(b"\xef\xbb\xbf", text.as_bytes().to_vec()), "UTF-8"),
            (with(b"\xff\xfe", utf16(text, false)), "UTF-16LE"),
            (with(b"\xfe\xff", utf16(text, true)), "UTF-16BE"),
            (utf16(text, false), "UTF-16LE"),
            (utf16(text, true), "UTF-16BE"),
            (cp1252.into_owned(), "windows-1252"),
        ] {
            let decoded = decode("a.txt", &bytes, &ReadOptions::default()).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding.as_str()), (text, encoding));
        }
        let as_if =
            |encoding: &str| ReadOptions { encoding: Some(encoding.to_owned()), ..ReadOptions::default() };
        let mac = decode("a.txt", b"Gr\xfc\xa7e", &as_if("macintosh")).unwrap();
        assert_eq!(mac.text, "Gr¸ße");
        assert!(decode("a.txt", b"x", &as_if("klingon")).is_err());
    }

    #[test]
    fn pages_say_their_encoding() {
        let encoding = |bytes: &[u8]| {
            let decoded = decode("a.html", bytes, &ReadOptions::default()).unwrap();
            (decoded.encoding, decoded.text.chars().last(), usize::from(decoded.guessed))
        };
        let cyrillic = b"<html><head><meta charset=\"koi8-r\"><p>\xc1";
        assert_eq!(encoding(cyrillic), ("KOI8-R".to_owned(), Some('а'), 0));
        let old = b"<html><META http-equiv=Content-Type content=\"text/html; charset=iso-8859-2\"/><p>\xb9";
        assert_eq!(encoding(old), ("ISO-8859-2".to_owned(), Some('š'), 0));
        let xml = b"<?xml version=\"1.0\" encoding='windows-1251'?><html>\xff";
        assert_eq!(encoding(xml), ("windows-1251".to_owned(), Some('я'), 0));
        // The bytes know better.
        let again = "<html><meta charset=windows-1252><p>ä".as_bytes();
        assert_eq!(encoding(again), ("UTF-8".to_owned(), Some('ä'), 0));
        let wrong = b"<html><meta charset=utf-8><p>Gr\xfc\xdfe an \xe4";
        assert_eq!(encoding(wrong), ("windows-1252".to_owned(), Some('ä'), 1));
        let wide: Vec<u8> = utf16("<html><meta charset=utf-16><p>ä", false);
        assert_eq!(encoding(&wide).0, "UTF-16LE");
        let asked = ReadOptions { encoding: Some("macintosh".to_owned()), ..ReadOptions::default() };
        assert!(decode("a.html", cyrillic, &asked).unwrap().text.ends_with('¡'));
        // A text that only speaks of it.
        assert_eq!(encoding("I: Das <meta charset=koi8-r> ä".as_bytes()).0, "UTF-8");
    }

    #[test]
    fn one_broken_byte_does_not_change_the_encoding() {
        let mut bytes = "ä".repeat(50).into_bytes();
        bytes.push(0xff);
        let decoded = decode("a.txt", &bytes, &ReadOptions::default()).unwrap();
        assert_eq!((decoded.encoding.as_str(), decoded.warnings.len()), ("UTF-8", 1));
    }

    #[test]
    fn newlines_and_zeros() {
        let draft = read("a.txt", b"a\r\nb\rc\nd\0e\n", &ReadOptions::default()).unwrap();
        assert_eq!(draft.text.as_str(), "a\nb\nc\nde\n");
        assert_eq!(draft.numbered(), 4);
    }

    proptest! {
        /// Text in is text out, whatever it is, but for newlines, NUL and the mark.
        #[test]
        fn round_trip(text in prop_oneof![any::<String>(), "(I: [a-zäöü ]{0,20}(\r\n|\r|\n|\u{2028}|\u{85})){0,6}"]) {
            let (expected, _) = normalise(text.strip_prefix('\u{feff}').unwrap_or(&text));
            if let Ok(draft) = read("a.txt", text.as_bytes(), &ReadOptions::default())
                && draft.reader == "txt" && draft.encoding.as_deref() == Some("UTF-8")
            {
                prop_assert_eq!(draft.text.as_str(), expected.as_str());
            }
        }
        #[test]
        fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            for name in ["a.txt", "a.md", "a.vtt", "a.srt", "a.docx"] {
                let _ = read(name, &bytes, &ReadOptions::default());
            }
        }
    }
}
