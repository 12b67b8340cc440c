//! Bytes of RTF text to characters: the code page of the file, and the character sets of its fonts.

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GBK, IBM866, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_874, WINDOWS_1250,
    WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257,
    WINDOWS_1258, X_MAC_CYRILLIC,
};

/// How bytes are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    Page(&'static Encoding),
    /// A code page of MS-DOS: its upper half.
    Dos(&'static str),
    /// A font of pictures. Its bytes are letters of windows-1252 unless the font says what they show.
    Symbols,
}

pub const LATIN: Coding = Coding::Page(WINDOWS_1252);
pub const UTF: Coding = Coding::Page(UTF_8);
pub const MAC: Coding = Coding::Page(MACINTOSH);
pub const DOS_437: Coding = Coding::Dos(UPPER_437);
pub const DOS_850: Coding = Coding::Dos(UPPER_850);

const UPPER_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
const UPPER_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// `\ansicpgN` and `\cpgN`; none for a page that is not known.
pub fn code_page(number: i32) -> Option<Coding> {
    Some(Coding::Page(match number {
        437 => return Some(DOS_437),
        850 | 858 => return Some(DOS_850),
        866 => IBM866,
        874 => WINDOWS_874,
        932 => SHIFT_JIS,
        936 => GBK,
        949 => EUC_KR,
        950 => BIG5,
        1250 => WINDOWS_1250,
        1251 => WINDOWS_1251,
        819 | 1252 | 28591 => WINDOWS_1252,
        1253 => WINDOWS_1253,
        1254 => WINDOWS_1254,
        1255 => WINDOWS_1255,
        1256 => WINDOWS_1256,
        1257 => WINDOWS_1257,
        1258 => WINDOWS_1258,
        10000 => MACINTOSH,
        10007 => X_MAC_CYRILLIC,
        65001 => UTF_8,
        _ => return None,
    }))
}

/// `\fcharsetN`; none for the file's own code page.
pub fn charset(number: i32) -> Option<Coding> {
    match number {
        0 => Some(LATIN),
        2 => Some(Coding::Symbols),
        77 => Some(MAC),
        78 | 128 => code_page(932),
        79 | 129 => code_page(949),
        80 | 134 => code_page(936),
        81 | 136 => code_page(950),
        89 => code_page(10007),
        161 => code_page(1253),
        162 => code_page(1254),
        163 => code_page(1258),
        177 => code_page(1255),
        178 => code_page(1256),
        186 => code_page(1257),
        204 => code_page(1251),
        222 => code_page(874),
        238 => code_page(1250),
        254 => code_page(437),
        255 => code_page(850),
        _ => None,
    }
}

/// The characters of these bytes. What a symbol font shows is not decided here.
pub fn decode(coding: Coding, bytes: &[u8]) -> String {
    match coding {
        Coding::Page(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
        Coding::Symbols => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
        Coding::Dos(upper) => bytes
            .iter()
            .map(|byte| match byte {
                0..128 => char::from(*byte),
                _ => upper.chars().nth(usize::from(byte - 128)).unwrap_or('\u{fffd}'),
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages() {
        for (coding, bytes, text) in [
            (DOS_437, b"\x84\xe1\xff".as_slice(), "äß\u{a0}"),
            (DOS_850, b"\x84\xe1\xef\xff", "äß´\u{a0}"),
            (MAC, b"\x8a\xa7", "äß"),
            (charset(204).unwrap(), b"\xcf\xf0", "Пр"),
            (charset(128).unwrap(), b"\x83\x5c", "ソ"),
        ] {
            assert_eq!(decode(coding, bytes), text);
        }
        for upper in [UPPER_437, UPPER_850] {
            assert_eq!(upper.chars().count(), 128);
        }
        assert_eq!((charset(1), code_page(1)), (None, None));
    }
}
