//! How much the streams of a PDF unpack to, found out without keeping it: the library unpacks whatever it is given.

use flate2::{Decompress, FlushDecompress, Status};
use hayro_interpret::hayro_syntax::Filter;
use hayro_interpret::hayro_syntax::object::Stream;

use super::glyphs::Failure;

/// Bytes that may still be unpacked.
pub struct Budget {
    left: u64,
    whole: u64,
}

impl Budget {
    pub fn new(whole: u64) -> Budget {
        Budget { left: whole, whole }
    }
    fn spend(&mut self, bytes: u64) -> Result<(), Failure> {
        // What is counted up to the limit may be more.
        self.left = self.left.checked_sub(bytes).filter(|left| *left > 0).ok_or(Failure::TooLarge)?;
        Ok(())
    }
}

/// Streams of a file; one of 300 scanned pages has some thousands.
const STREAMS: usize = 100_000;

/// What the library unpacks to find the objects at all: the streams that hold objects and their places. They are found
/// by their words, since nothing else is known of the file yet; no program packs them otherwise than with deflate.
/// Encrypted files, of which nothing could be known, are refused.
pub fn before_opening(bytes: &[u8], budget: &mut Budget) -> Result<(), Failure> {
    if find(bytes, b"/Encrypt").is_some() {
        return Err(Failure::Encrypted);
    }
    let (mut at, mut count) = (0, 0);
    while let Some(found) = bytes.get(at..).and_then(|rest| find(rest, b"stream")) {
        let word = at + found;
        at = word + b"stream".len();
        let before = bytes.get(word.saturating_sub(2_000)..word).unwrap_or(&[]);
        if before.ends_with(b"end") {
            continue;
        }
        count += 1;
        if count > STREAMS {
            return Err(Failure::TooLarge);
        }
        let dictionary = before
            .windows(4)
            .rposition(|word| word == b" obj")
            .map_or(before, |obj| before.get(obj..).unwrap_or(&[]));
        let structure = find(dictionary, b"ObjStm").is_some() || find(dictionary, b"XRef").is_some();
        let plain = |word: &[u8]| find(dictionary, word).is_none();
        if structure && !(plain(b"ASCII") && plain(b"LZW") && plain(b"RunLength") && plain(b"#")) {
            return Err(Failure::TooLarge);
        }
        if structure {
            let data = bytes.get(at..).unwrap_or(&[]);
            let line_end = data.iter().take(2).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            let unpacked = inflate(data.get(line_end..).unwrap_or(&[]), budget.left, None);
            budget.spend(unpacked)?;
        }
    }
    Ok(())
}

/// Spends what the stream unpacks to. A picture is never unpacked here, but a page could call anything a picture: one
/// by one they may be as large as all the rest together.
pub fn measure(stream: &Stream<'_>, budget: &mut Budget) -> Result<(), Failure> {
    let filters = stream.filters();
    let mut data = stream.raw_data().into_owned();
    let mut unpacked = 0;
    for (index, filter) in filters.iter().enumerate() {
        let last = index + 1 == filters.len();
        let mut kept = Vec::new();
        let keep = (!last).then_some(&mut kept);
        unpacked = match filter {
            Filter::FlateDecode => inflate(&data, budget.whole, keep),
            Filter::AsciiHexDecode | Filter::Ascii85Decode => {
                let bytes = match filter {
                    Filter::AsciiHexDecode => hex(&data),
                    _ => base_85(&data),
                };
                let len = bytes.len() as u64;
                kept = bytes;
                len
            }
            // Nobody packs what is packed like this; the length alone can be known.
            Filter::LzwDecode if last => lzw(&data),
            Filter::RunLengthDecode if last => run_lengths(&data),
            Filter::LzwDecode | Filter::RunLengthDecode => return Err(Failure::TooLarge),
            _ => return Ok(()),
        };
        if unpacked >= budget.whole {
            return Err(Failure::TooLarge);
        }
        data = kept;
    }
    let picture = stream.dict().get::<hayro_interpret::hayro_syntax::object::Name<'_>>("Subtype");
    if picture.is_some_and(|name| name.as_ref() == b"Image") {
        return Ok(());
    }
    budget.spend(unpacked)
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let first = word.first()?;
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| byte == first)?;
        if bytes.get(at..)?.starts_with(word) {
            return Some(at);
        }
        at += 1;
    }
}

/// How many bytes deflate makes of it, up to the limit; with a header or without one, whichever gives more, since a
/// reader that meets a damaged header goes on.
fn inflate(data: &[u8], limit: u64, keep: Option<&mut Vec<u8>>) -> u64 {
    let (mut with, mut without) = (Vec::new(), Vec::new());
    let wanted = keep.is_some();
    let behind = data.get(2..).unwrap_or(&[]);
    let headed = inflate_raw(behind, limit, wanted.then_some(&mut with));
    let bare = inflate_raw(data, limit, wanted.then_some(&mut without));
    if let Some(keep) = keep {
        *keep = if headed >= bare { with } else { without };
    }
    headed.max(bare)
}

fn inflate_raw(data: &[u8], limit: u64, mut keep: Option<&mut Vec<u8>>) -> u64 {
    let mut decoder = Decompress::new(false);
    let mut buffer = vec![0; 64 << 10];
    loop {
        let before = (decoder.total_in(), decoder.total_out());
        let rest = data.get(usize::try_from(before.0).unwrap_or(usize::MAX)..).unwrap_or(&[]);
        let status = decoder.decompress(rest, &mut buffer, FlushDecompress::None);
        let made = usize::try_from(decoder.total_out() - before.1).unwrap_or(0);
        if let Some(keep) = &mut keep {
            keep.extend_from_slice(buffer.get(..made).unwrap_or(&[]));
        }
        let stuck = (decoder.total_in(), decoder.total_out()) == before;
        if stuck || decoder.total_out() >= limit || !matches!(status, Ok(Status::Ok | Status::BufError)) {
            return decoder.total_out();
        }
    }
}

fn hex(data: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = data
        .iter()
        .take_while(|byte| **byte != b'>')
        .filter_map(|byte| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect();
    digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect()
}

fn base_85(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut digits: Vec<u8> = Vec::with_capacity(5);
    let mut group = |digits: &mut Vec<u8>| {
        let count = digits.len();
        if count > 1 {
            digits.resize(5, 84);
            let value = digits
                .iter()
                .fold(0_u32, |value, digit| value.wrapping_mul(85).wrapping_add(u32::from(*digit)));
            out.extend(value.to_be_bytes().iter().take(count - 1));
        }
        digits.clear();
    };
    for byte in data.iter().take_while(|byte| **byte != b'~') {
        match byte {
            b'z' if digits.is_empty() => {
                digits.extend([0; 5]);
                group(&mut digits);
            }
            b'!'..=b'u' => {
                digits.push(byte - b'!');
                if digits.len() == 5 {
                    group(&mut digits);
                }
            }
            _ => {}
        }
    }
    group(&mut digits);
    out
}

/// A code of LZW stands for as many bytes as the one before it and one more.
fn lzw(data: &[u8]) -> u64 {
    let mut lengths = [1_u64; 4096];
    let (mut next, mut last, mut total) = (258_usize, 0_u64, 0_u64);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for byte in data {
        bits = bits << 8 | u32::from(*byte);
        held += 8;
        let width = match next {
            0..511 => 9,
            511..1023 => 10,
            1023..2047 => 11,
            _ => 12,
        };
        if held < width {
            continue;
        }
        held -= width;
        let code = usize::try_from(bits >> held & ((1 << width) - 1)).unwrap_or(0);
        match code {
            256 => (next, last) = (258, 0),
            257 => break,
            _ => {
                if last > 0
                    && let Some(length) = lengths.get_mut(next)
                {
                    *length = last + 1;
                    next += 1;
                }
                last = lengths.get(code).copied().unwrap_or(1);
                total += last;
            }
        }
    }
    total
}

fn run_lengths(data: &[u8]) -> u64 {
    let (mut at, mut total) = (0, 0);
    while let Some(byte) = data.get(at) {
        match byte {
            128 => break,
            0..128 => {
                at += usize::from(*byte) + 2;
                total += u64::from(*byte) + 1;
            }
            _ => {
                at += 2;
                total += 257 - u64::from(*byte);
            }
        }
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths() {
        assert_eq!(hex(b"61 62\n7>63").len(), 3);
        assert_eq!(base_85(b"87cURD]i,\"Ebo80~>"), b"Hello World!");
        assert_eq!(base_85(b"z~>"), [0; 4]);
        assert_eq!(run_lengths(b"\x02abc\xf6x\x80zz"), 3 + 11);
        // 45 45 45 45 45 65 45 45 45 66, the example of the format's description.
        assert_eq!(lzw(&[0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01]), 10);
    }
}
