//! How long an audio or video file is, where it says so at its beginning: WAV, MP4 (and M4A, MOV), FLAC. Of other
//! files, and of broken ones, nothing is said: the duration is a courtesy and never needed.

use std::io::{Read, Seek, SeekFrom};

/// Chunks and boxes that are looked at before giving up.
const MOST: usize = 4_000;

/// Milliseconds, where the file says them.
pub fn duration(mut file: impl Read + Seek) -> Option<u32> {
    let start = bytes::<12>(&mut file)?;
    file.seek(SeekFrom::Start(0)).ok()?;
    let ms = match start {
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E'] => wav(&mut file),
        [b'f', b'L', b'a', b'C', ..] => flac(&mut file),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => mp4(&mut file),
        _ => None,
    }?;
    u32::try_from(ms).ok().filter(|ms| *ms > 0)
}

fn bytes<const N: usize>(file: &mut impl Read) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    file.read_exact(&mut bytes).ok()?;
    Some(bytes)
}

fn millis(units: u64, per_second: u64) -> Option<u64> {
    units.checked_mul(1000)?.checked_div(per_second)
}

/// The bytes of the sound by the bytes of a second.
fn wav(file: &mut (impl Read + Seek)) -> Option<u64> {
    let mut at = file.seek(SeekFrom::Start(12)).ok()?;
    let mut per_second = 0;
    for _ in 0..MOST {
        let [a, b, c, d, rest @ ..] = bytes::<8>(file)?;
        let size = u64::from(u32::from_le_bytes(rest));
        match &[a, b, c, d] {
            b"fmt " => {
                let format = bytes::<12>(file)?;
                let [.., e, f, g, h] = format;
                per_second = u64::from(u32::from_le_bytes([e, f, g, h]));
            }
            b"data" => return millis(size, per_second),
            _ => {}
        }
        // Chunks begin at even places.
        at = at.checked_add(8 + size + size % 2)?;
        file.seek(SeekFrom::Start(at)).ok()?;
    }
    None
}

/// Samples by the samples of a second, 36 and 20 bits of the first block.
fn flac(file: &mut (impl Read + Seek)) -> Option<u64> {
    file.seek(SeekFrom::Start(4 + 4 + 10)).ok()?;
    let packed = u64::from_be_bytes(bytes::<8>(file)?);
    millis(packed & 0xF_FFFF_FFFF, packed >> 44)
}

/// The movie's header: `moov` holds `mvhd`.
fn mp4(file: &mut (impl Read + Seek)) -> Option<u64> {
    let mut at: u64 = 0;
    for _ in 0..MOST {
        file.seek(SeekFrom::Start(at)).ok()?;
        let [a, b, c, d, kind @ ..] = bytes::<8>(file)?;
        let mut head = 8;
        let size = match u32::from_be_bytes([a, b, c, d]) {
            1 => {
                head = 16;
                u64::from_be_bytes(bytes::<8>(file)?)
            }
            size => u64::from(size),
        };
        match &kind {
            b"mvhd" => {
                let [version, ..] = bytes::<4>(file)?;
                return if version == 1 {
                    let _made = bytes::<16>(file)?;
                    let scale = u32::from_be_bytes(bytes::<4>(file)?);
                    millis(u64::from_be_bytes(bytes::<8>(file)?), u64::from(scale))
                } else {
                    let _made = bytes::<8>(file)?;
                    let scale = u32::from_be_bytes(bytes::<4>(file)?);
                    millis(u64::from(u32::from_be_bytes(bytes::<4>(file)?)), u64::from(scale))
                };
            }
            b"moov" => at = at.checked_add(head)?,
            // A size of 0 reaches to the end of the file.
            _ if size >= head => at = at.checked_add(size)?,
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn a_wav_file_is_as_long_as_its_sound() {
        let mut file = b"RIFF\0\0\0\0WAVEfact\x03\0\0\0abc\0fmt \x10\0\0\0".to_vec();
        // PCM, one channel, 8000 samples and 16000 bytes a second.
        file.extend([1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0]);
        file.extend(b"data");
        file.extend(24_000u32.to_le_bytes());
        assert_eq!(duration(Cursor::new(&file)), Some(1_500));
        assert_eq!(duration(Cursor::new(&file[..40])), None);
    }

    #[test]
    fn an_mp4_file_says_it_in_its_header_wherever_that_stands() {
        for version in [0u8, 1] {
            let mut header = vec![version, 0, 0, 0];
            if version == 1 {
                header.extend([0; 16]);
                header.extend(600u32.to_be_bytes());
                header.extend(90_000u64.to_be_bytes());
            } else {
                header.extend([0; 8]);
                header.extend(600u32.to_be_bytes());
                header.extend(90_000u32.to_be_bytes());
            }
            let mut file = b"\0\0\0\x14ftypM4A \0\0\0\0isom".to_vec();
            file.extend(b"\0\0\0\x01mdat\0\0\0\0\0\0\0\x14wave");
            file.extend((16 + header.len() as u32).to_be_bytes());
            file.extend(b"moov");
            file.extend((8 + header.len() as u32).to_be_bytes());
            file.extend(b"mvhd");
            file.extend(header);
            assert_eq!(duration(Cursor::new(&file)), Some(150_000), "version {version}");
        }
    }

    #[test]
    fn a_flac_file_counts_its_samples() {
        let mut file = b"fLaC\0\0\0\x22".to_vec();
        file.extend([0; 10]);
        file.extend(((44_100u64 << 44) | (1 << 41) | (15 << 36) | 441_000).to_be_bytes());
        file.extend([0; 16]);
        assert_eq!(duration(Cursor::new(&file)), Some(10_000));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_do_harm(kind in 0usize..4, bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            let begin: [&[u8]; 4] = [b"", b"RIFF\0\0\0\0WAVEfmt ", b"fLaC", b"\0\0\0\x08ftyp"];
            let whole = [begin[kind], &bytes].concat();
            let _ = duration(Cursor::new(whole));
        }
    }

    #[test]
    fn nothing_is_said_of_what_is_none() {
        for file in
            [&b""[..], b"ID3\x03\0\0\0\0\0\0\0\0\0\0", b"\0\0\0\0ftyp\0\0\0\0\0\0\0\0", b"RIFF\0\0\0\0WAVE"]
        {
            assert_eq!(duration(Cursor::new(file)), None);
        }
    }
}
