//! PDF files made to exhaust memory, time or the stack.

use std::io::Write;

use flate2::{Compression, write::ZlibEncoder};

use super::bombs::{read, refused};

fn packed(piece: &[u8], times: usize) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    for _ in 0..times {
        encoder.write_all(piece).unwrap();
    }
    encoder.finish().unwrap()
}

fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let mut out = format!("<</Length {}{entries}>>stream\n", data.len()).into_bytes();
    out.extend_from_slice(data);
    out.extend_from_slice(b"\nendstream");
    out
}

/// A file whose page has this content; other objects are numbered from 5. Without a table of places: the library finds
/// the objects itself, which is more work.
fn file(kids: &str, contents: &str, content: &[u8], others: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.5\n".to_vec();
    let page = format!(
        "<</Type/Page/Parent 2 0 R/Contents {contents}/Resources<</XObject<</A 5 0 R>>/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>>>>>"
    );
    let pages = format!("<</Type/Pages/Count 1/Kids[{kids}]/MediaBox[0 0 600 800]>>");
    let mut objects = vec![b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), pages.into_bytes(), page.into_bytes()];
    objects.push(content.to_vec());
    objects.extend_from_slice(others);
    for (index, object) in objects.iter().enumerate() {
        out.extend_from_slice(format!("{} 0 obj\n", index + 1).as_bytes());
        out.extend_from_slice(object);
        out.extend_from_slice(b"\nendobj\n");
    }
    out.extend_from_slice(b"trailer<</Root 1 0 R>>\n%%EOF");
    out
}

const TEXT: &[u8] = b"BT /F 10 Tf 50 750 Td (I: Ja.) Tj ET ";

#[test]
fn streams_that_unpack_to_gigabytes() {
    let zeros = packed(&[b' '; 1 << 20], 1 << 10);
    refused("flate.pdf", &file("3 0 R", "4 0 R", &stream("/Filter/FlateDecode", &zeros), &[]), "far more");
    let hex: String = zeros.iter().map(|byte| format!("{byte:02x}")).collect();
    let wrapped = stream("/Filter[/ASCIIHexDecode/FlateDecode]", hex.as_bytes());
    refused("hex.pdf", &file("3 0 R", "4 0 R", &wrapped, &[]), "far more");
    let twice = stream("/Filter[/FlateDecode/FlateDecode]", &packed(&zeros, 1));
    refused("twice.pdf", &file("3 0 R", "4 0 R", &twice, &[]), "far more");
    let objects = stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &zeros);
    refused("objects.pdf", &file("3 0 R", "4 0 R", &stream("", TEXT), &[objects]), "far more");
    let objects = stream("/Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]", hex.as_bytes());
    refused("hidden.pdf", &file("3 0 R", "4 0 R", &stream("", TEXT), &[objects]), "far more");
    let runs = [0x81, b' '].repeat(4 << 20);
    refused("runs.pdf", &file("3 0 R", "4 0 R", &stream("/Filter/RunLengthDecode", &runs), &[]), "far more");
}

/// One stream that is within the limit, often.
#[test]
fn one_content_many_times() {
    let content = stream("/Filter/FlateDecode", &packed(&[b' '; 1 << 20], 60));
    refused("pages.pdf", &file(&"3 0 R ".repeat(100), "4 0 R", &content, &[]), "no text");
    refused("page.pdf", &file("3 0 R", &format!("[{}]", "4 0 R ".repeat(100)), &content, &[]), "far more");
    read("kids.pdf", &file(&"3 0 R ".repeat(50_000), "4 0 R", &stream("", TEXT), &[]));
}

#[test]
fn forms_that_draw_forms() {
    let form = |inside: &str, next: usize| {
        let entries = format!(
            "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</A {next} 0 R>>/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>>>"
        );
        stream(&entries, inside.as_bytes())
    };
    // Itself, without end, which the library notices; ten times ten times ten …, of which nothing is drawn.
    let draws_itself =
        file("3 0 R", "4 0 R", &stream("", &[TEXT, b"/A Do"].concat()), &[form("/A Do /A Do", 5)]);
    read("itself.pdf", &draws_itself);
    let laughs: Vec<Vec<u8>> = (6..26).map(|next| form(&"/A Do ".repeat(10), next)).collect();
    let laughs = file("3 0 R", "4 0 R", &stream("", &[TEXT, b"/A Do"].concat()), &laughs);
    refused("laughs.pdf", &laughs, "far more");
}

#[test]
fn loops_and_depths() {
    let text = stream("", TEXT);
    refused("loop.pdf", &file("2 0 R", "4 0 R", &text, &[]), "cut off");
    for (name, object) in [
        ("arrays.pdf", "[".repeat(4 << 20)),
        ("dictionaries.pdf", "<</A".repeat(1 << 20)),
        ("strings.pdf", "(".repeat(4 << 20)),
        ("itself.pdf", "5 0 R".to_owned()),
    ] {
        read(name, &file("3 0 R", "4 0 R", &text, &[object.into_bytes()]));
    }
    let nested = [TEXT, "[".repeat(4 << 20).as_bytes(), "q ".repeat(1 << 20).as_bytes()].concat();
    read("content.pdf", &file("3 0 R", "4 0 R", &stream("", &nested), &[]));
    let marked = [TEXT, "/P BMC ".repeat(400_000).as_bytes()].concat();
    refused("marked.pdf", &file("3 0 R", "4 0 R", &stream("", &marked), &[]), "far more");
    let letters = b"BT /F 10 Tf 1 0 0 1 50 50 Tm (x) Tj ET ".repeat(310_000);
    refused("letters.pdf", &file("3 0 R", "4 0 R", &stream("", &letters), &[]), "far more");
    refused(
        "streams.pdf",
        &[b"%PDF-1.4\n".to_vec(), b"1 0 obj<<>>stream\n".repeat(200_000)].concat(),
        "far more",
    );
    refused(
        "previous.pdf",
        b"%PDF-1.4\nxref\n0 0\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF",
        "cut off",
    );
}
