//! Takes out of a picture file what tells who took it where and with what, and leaves every pixel
//! as it is: for the pictures of a theme, which are handed on as they are.

use super::look::Kind;

/// The file without its metadata; what is needed to show it stays. `None` when there is nothing to
/// take out, or the file is not one that can be gone through.
pub fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    let stripped = match Kind::of(bytes)? {
        Kind::Jpeg => jpeg(bytes),
        Kind::Png => png(bytes),
        Kind::Webp => webp(bytes),
        Kind::Gif | Kind::Tiff => None,
    };
    stripped.filter(|stripped| stripped.len() < bytes.len())
}

/// Segments up to the first scan (JPEG, ITU T.81, B.1.1). Of the application segments JFIF, the
/// colour profile and Adobe's colour transform stay.
fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.get(..2)?.to_vec();
    let mut at = 2;
    loop {
        let [0xff, marker, high, low] = *bytes.get(at..at + 4)? else {
            return None;
        };
        if marker == 0xda {
            break;
        }
        let next = at + 2 + usize::from(u16::from_be_bytes([high, low]));
        let segment = bytes.get(at..next)?;
        let stays = match marker {
            0xe2 => segment[4..].starts_with(b"ICC_PROFILE\0"),
            0xe1..=0xed | 0xef | 0xfe => false,
            _ => true,
        };
        if stays {
            out.extend_from_slice(segment);
        }
        at = next;
    }
    out.extend_from_slice(&bytes[at..]);
    Some(out)
}

/// Chunks (PNG third edition, 5.3).
fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    const TELLING: [&[u8]; 5] = [b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"];
    let mut out = bytes.get(..8)?.to_vec();
    let mut at = 8;
    while at < bytes.len() {
        let (length, kind) = (bytes.get(at..at + 4)?, bytes.get(at + 4..at + 8)?);
        let length = u32::from_be_bytes(length.try_into().ok()?);
        let next = at
            .checked_add(12)?
            .checked_add(usize::try_from(length).ok()?)?;
        let chunk = bytes.get(at..next)?;
        if !TELLING.contains(&kind) {
            out.extend_from_slice(chunk);
        }
        at = next;
    }
    Some(out)
}

/// Chunks, and the flags of the first that say which of them there are (WebP container, RFC 9649,
/// 2.7).
fn webp(bytes: &[u8]) -> Option<Vec<u8>> {
    const EXIF_AND_XMP: u8 = 0b0000_1100;
    let mut out = bytes.get(..12)?.to_vec();
    let mut at = 12;
    while at < bytes.len() {
        let (kind, length) = (bytes.get(at..at + 4)?, bytes.get(at + 4..at + 8)?);
        let length = usize::try_from(u32::from_le_bytes(length.try_into().ok()?)).ok()?;
        let next = at
            .checked_add(8)?
            .checked_add(length)?
            .checked_add(length % 2)?;
        let chunk = bytes.get(at..next)?;
        if kind != b"EXIF" && kind != b"XMP " {
            let flags = out.len() + 8;
            out.extend_from_slice(chunk);
            if kind == b"VP8X" {
                *out.get_mut(flags)? &= !EXIF_AND_XMP;
            }
        }
        at = next;
    }
    let size = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&size.to_le_bytes());
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jpeg_keeps_its_profile_and_loses_what_it_tells() {
        let mut file = b"\xff\xd8".to_vec();
        let profile = b"\xff\xe2\0\x10ICC_PROFILE\0ab";
        file.extend(b"\xff\xe1\0\x0aExif\0\0ab");
        file.extend(profile);
        file.extend(b"\xff\xfe\0\x04hi\xff\xda\0\x02\xff\xd9");
        let stripped = strip(&file).unwrap();
        assert_eq!(
            stripped,
            [b"\xff\xd8", &profile[..], b"\xff\xda\0\x02\xff\xd9"].concat()
        );
        assert_eq!(strip(&stripped), None, "nothing is left to take out");
    }

    #[test]
    fn a_png_loses_its_texts() {
        let text = b"\0\0\0\x03tEXta\0bCRC!";
        let end = b"\0\0\0\0IENDCRC!";
        let file = [b"\x89PNG\r\n\x1a\n", &text[..], end].concat();
        assert_eq!(
            strip(&file).unwrap(),
            [b"\x89PNG\r\n\x1a\n", &end[..]].concat()
        );
    }

    #[test]
    fn a_webp_no_longer_says_that_it_has_what_it_lost() {
        let file = b"RIFF\x1c\0\0\0WEBPVP8X\x02\0\0\0\x0c\0EXIF\x01\0\0\0a\0";
        let stripped = strip(file).unwrap();
        assert_eq!(stripped, b"RIFF\x0e\0\0\0WEBPVP8X\x02\0\0\0\0\0");
    }

    #[test]
    fn damaged_files_are_left_alone() {
        for file in [
            &b"\xff\xd8\xff\xe1\xff"[..],
            b"\x89PNG\r\n\x1a\n\xff\xff\xff\xff",
            b"RIFF\0\0\0\0WEBPVP8X",
            b"GIF89a",
            b"",
        ] {
            assert_eq!(strip(file), None);
        }
    }
}
