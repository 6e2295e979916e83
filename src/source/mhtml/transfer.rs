//! How the bytes of a part were written to pass as text (RFC 2045), undone.

/// The bytes of a part with this `Content-Transfer-Encoding`; those of an unknown one are taken as they are.
pub(super) fn decode(encoding: &str, body: &[u8]) -> Vec<u8> {
    match encoding.trim().to_ascii_lowercase().as_str() {
        "quoted-printable" => quoted_printable(body),
        "base64" => base64(body),
        _ => body.to_vec(),
    }
}

/// `=E5=A4=8D`; a `=` at the end of a line joins it with the next. A `=` that begins neither stays.
pub(super) fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'=' {
            decoded.push(byte);
        } else if let [high, low, behind @ ..] = after
            && let (Some(high), Some(low)) = (hex(*high), hex(*low))
        {
            decoded.push(high << 4 | low);
            rest = behind;
        } else {
            let n_blanks =
                after.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
            match after.get(n_blanks) {
                Some(b'\n') => rest = &after[n_blanks + 1..],
                None => rest = &[],
                Some(_) => decoded.push(byte),
            }
        }
    }
    decoded
}

fn hex(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

/// What stands between the 64 letters, such as line ends, is passed over.
pub(super) fn base64(body: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut n_bits) = (0u32, 0u32);
    for byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            // Several encoded pieces may follow each other, each padded to its end.
            b'=' => {
                n_bits = 0;
                continue;
            }
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            decoded.extend(u8::try_from(bits >> n_bits & 0xff));
        }
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_undone() {
        let expect = "复议12件".as_bytes();
        assert_eq!(
            decode("Quoted-Printable", b"=E5=A4=8D=\r\n=e8=AE=AE1=  \r\n2=E4=BB=B6"),
            expect
        );
        assert_eq!(decode("BASE64 ", b"5aSN\r\n6K6uMTLk\r\nu7Y=\r\n"), expect);
        assert_eq!(decode("8bit", expect), expect);
        assert_eq!(decode("", expect), expect);
    }

    #[test]
    fn damaged_pieces_keep_what_stands_beside_them() {
        assert_eq!(quoted_printable(b"a=b=4"), b"a=b=4");
        assert_eq!(quoted_printable(b"a=3D=\n"), b"a=");
        assert_eq!(base64(b"YQ==YQ*=="), b"aa");
        assert_eq!(base64(b"Y"), b"");
    }
}
