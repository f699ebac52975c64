//! Takes out of a picture file what tells who took it where and with what, and leaves every pixel
//! as it is: for the pictures of a theme, which are handed on as they are. What stands behind the
//! end of a picture is taken out too: a telephone may put a film or a second picture there.

use super::look::{Kind, exif_orientation};

/// The file with nothing but what is needed to show it. `None` when it cannot be gone through: it is
/// damaged, or of a kind that no browser shows.
pub fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    match Kind::of(bytes)? {
        Kind::Jpeg => jpeg(bytes),
        Kind::Png => png(bytes),
        Kind::Webp => webp(bytes),
        Kind::Gif => gif(bytes),
        Kind::Tiff => None,
    }
}

/// The next bytes of a file, and the place behind them.
struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Walk<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let end = self.at.checked_add(count)?;
        let taken = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|byte| byte[0])
    }
}

/// Segments, and scans up to the end of the image (JPEG, ITU T.81, B.1.1). Of the application
/// segments JFIF, the colour profile and Adobe's colour transform stay.
fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    const END: u8 = 0xd9;
    const SCAN: u8 = 0xda;
    let mut walk = Walk { bytes, at: 2 };
    let mut out = bytes.get(..2)?.to_vec();
    let mut has_orientation = false;
    loop {
        if walk.byte()? != 0xff {
            return None;
        }
        let mut marker = 0xff;
        while marker == 0xff {
            marker = walk.byte()?;
        }
        if marker == END {
            out.extend([0xff, END]);
            return Some(out);
        }
        let length = walk.take(2)?;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        let body = walk.take(length.checked_sub(2)?)?;
        match marker {
            // A small picture might follow, of more than was left when this one was cut.
            0xe0 if body.starts_with(b"JFIF\0") => {
                let head = body.get(..12)?;
                segment(&mut out, marker, &[head, &[0, 0]].concat())?;
            }
            0xe1 if body.starts_with(b"Exif\0\0") && !has_orientation => {
                let orientation = exif_orientation(body.get(6..)?);
                if orientation > 1 {
                    segment(
                        &mut out,
                        marker,
                        &[b"Exif\0\0", &exif(orientation)[..]].concat(),
                    )?;
                    has_orientation = true;
                }
            }
            0xe2 if body.starts_with(b"ICC_PROFILE\0") => segment(&mut out, marker, body)?,
            0xee if body.starts_with(b"Adobe") => segment(&mut out, marker, body.get(..12)?)?,
            0xe0..=0xfe => {}
            _ => segment(&mut out, marker, body)?,
        }
        if marker == SCAN {
            out.extend(scan(&mut walk)?);
        }
    }
}

fn segment(out: &mut Vec<u8>, marker: u8, body: &[u8]) -> Option<()> {
    out.extend([0xff, marker]);
    out.extend(u16::try_from(body.len() + 2).ok()?.to_be_bytes());
    out.extend(body);
    Some(())
}

/// An Exif block that says nothing else (Exif 3.0, 4.6.5.1, tag 274).
fn exif(orientation: u8) -> Vec<u8> {
    let mut block = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    block.extend([orientation.min(8), 0, 0, 0, 0, 0, 0]);
    block
}

/// What is packed in a scan, up to the next marker that is not part of it.
fn scan<'a>(walk: &mut Walk<'a>) -> Option<&'a [u8]> {
    let rest = walk.bytes.get(walk.at..)?;
    let is_marker = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xff | 0xd0..=0xd7);
    let length = rest.windows(2).position(is_marker)?;
    walk.take(length)
}

/// Chunks up to the end (PNG third edition, 5.3). What is not needed to show the picture is left
/// out, also what nobody knows.
fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    const SHOWING: [&[u8]; 15] = [
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
        b"sBIT", b"bKGD", b"acTL", b"fcTL", b"fdAT",
    ];
    let mut walk = Walk { bytes, at: 8 };
    let mut out = bytes.get(..8)?.to_vec();
    loop {
        let start = walk.at;
        let length = u32::from_be_bytes(walk.take(4)?.try_into().ok()?);
        let kind = walk.take(4)?;
        // A check sum follows.
        walk.take(usize::try_from(length).ok()?.checked_add(4)?)?;
        if SHOWING.contains(&kind) {
            out.extend(bytes.get(start..walk.at)?);
        }
        if kind == b"IEND" {
            return Some(out);
        }
    }
}

/// Chunks, and the flags of the first that say which of them there are (WebP container, RFC 9649,
/// 2.7).
fn webp(bytes: &[u8]) -> Option<Vec<u8>> {
    const EXIF_AND_XMP: u8 = 0b0000_1100;
    const SHOWING: [&[u8]; 7] = [
        b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP",
    ];
    let size = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?);
    let end = usize::try_from(size).ok()?.checked_add(8)?;
    let bytes = bytes.get(..end)?;
    let mut walk = Walk { bytes, at: 12 };
    let mut out = bytes.get(..12)?.to_vec();
    while walk.at < bytes.len() {
        let start = walk.at;
        let kind = walk.take(4)?;
        let length = u32::from_le_bytes(walk.take(4)?.try_into().ok()?);
        let length = usize::try_from(length).ok()?;
        walk.take(length)?;
        // A chunk of odd length is followed by a byte that some writers leave out at the end.
        if length % 2 == 1 && walk.at < bytes.len() {
            walk.take(1)?;
        }
        if SHOWING.contains(&kind) {
            let flags = out.len() + 8;
            out.extend(bytes.get(start..walk.at)?);
            if kind == b"VP8X" {
                *out.get_mut(flags)? &= !EXIF_AND_XMP;
            }
        }
    }
    let size = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&size.to_le_bytes());
    Some(out)
}

/// Blocks up to the trailer (GIF89a). Of the extensions those stay that say how frames are shown and
/// how often.
fn gif(bytes: &[u8]) -> Option<Vec<u8>> {
    const TRAILER: u8 = 0x3b;
    let mut walk = Walk { bytes, at: 0 };
    let head = walk.take(13)?;
    walk.take(table(head[10]))?;
    let mut out = bytes.get(..walk.at)?.to_vec();
    let mut has_frame = false;
    loop {
        let start = walk.at;
        let kind = match walk.byte() {
            // Many writers forget the trailer.
            Some(TRAILER) | None if has_frame => {
                out.push(TRAILER);
                return Some(out);
            }
            other => other?,
        };
        let stays = match kind {
            0x2c => {
                let head = walk.take(9)?;
                // A table of its own, and the size of the first code.
                walk.take(table(head[8]) + 1)?;
                has_frame = true;
                true
            }
            0x21 => match walk.byte()? {
                0xf9 => true,
                0xff => {
                    let name = bytes.get(walk.at + 1..walk.at + 12)?;
                    name == b"NETSCAPE2.0" || name == b"ANIMEXTS1.0"
                }
                _ => false,
            },
            _ => return None,
        };
        loop {
            match walk.byte()? {
                0 => break,
                length => walk.take(usize::from(length))?,
            };
        }
        if stays {
            out.extend(bytes.get(start..walk.at)?);
        }
    }
}

/// How long a colour table of a GIF is, in bytes.
fn table(flags: u8) -> usize {
    match flags & 0x80 {
        0 => 0,
        _ => 3 << ((flags & 7) + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jpeg_keeps_its_profile_and_loses_what_it_tells() {
        let profile = b"\xff\xe2\0\x10ICC_PROFILE\0ab";
        let scans = b"\xff\xda\0\x02a\xff\0b\xff\xd0c";
        let file = [
            b"\xff\xd8\xff\xe0\0\x13JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01abc\xff\xff\xe1\0\x0aExif\0\0ab",
            &profile[..],
            b"\xff\xfe\0\x04hi",
            scans,
            b"\xff\xed\0\x04hi",
            scans,
            b"\xff\xd9",
            b"\xff\xd8 a second picture",
        ]
        .concat();
        let stripped = strip(&file).unwrap();
        assert_eq!(
            stripped,
            [
                b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x02\0\0\x01\0\x01\0\0",
                &profile[..],
                scans,
                scans,
                b"\xff\xd9"
            ]
            .concat()
        );
        assert_eq!(strip(&stripped), Some(stripped));
    }

    #[test]
    fn a_jpeg_still_says_how_it_is_to_be_turned_and_nothing_else() {
        let told = [b"Exif\0\0", &exif(6)[..], b"and more"].concat();
        let mut file = b"\xff\xd8".to_vec();
        segment(&mut file, 0xe1, &told).unwrap();
        file.extend(b"\xff\xd9");
        let mut expected = b"\xff\xd8".to_vec();
        segment(&mut expected, 0xe1, &[b"Exif\0\0", &exif(6)[..]].concat()).unwrap();
        expected.extend(b"\xff\xd9");
        assert_eq!(strip(&file).unwrap(), expected);
        assert_eq!(exif_orientation(&exif(6)), 6);
    }

    #[test]
    fn a_png_loses_its_texts_and_what_stands_behind_it() {
        let text = b"\0\0\0\x03tEXta\0bCRC!";
        let unknown = b"\0\0\0\x02prVtmeCRC!";
        let end = b"\0\0\0\0IENDCRC!";
        let file = [b"\x89PNG\r\n\x1a\n", &text[..], unknown, end, b"me"].concat();
        assert_eq!(
            strip(&file).unwrap(),
            [b"\x89PNG\r\n\x1a\n", &end[..]].concat()
        );
    }

    #[test]
    fn a_webp_no_longer_says_that_it_has_what_it_lost() {
        let file = b"RIFF\x18\0\0\0WEBPVP8X\x02\0\0\0\x0c\0EXIF\x01\0\0\0a\0 and more";
        let stripped = strip(file).unwrap();
        assert_eq!(stripped, b"RIFF\x0e\0\0\0WEBPVP8X\x02\0\0\0\0\0");
    }

    #[test]
    fn a_gif_keeps_its_frames_and_loses_its_comments() {
        let head = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff";
        let comment = b"\x21\xfe\x02me\0";
        let packet = b"\x21\xff\x0bXMP DataXMP\x02me\0";
        let repeat = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0";
        let frame = b"\x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
        let file = [&head[..], comment, packet, repeat, frame, b"\x3b", b"me"].concat();
        let stripped = strip(&file).unwrap();
        assert_eq!(stripped, [&head[..], repeat, frame, b"\x3b"].concat());
        let without_trailer = &stripped[..stripped.len() - 1];
        assert_eq!(strip(without_trailer).unwrap(), stripped);
    }

    #[test]
    fn what_cannot_be_gone_through_is_not_handed_on() {
        for file in [
            &b"\xff\xd8\xff\xe1\xff"[..],
            b"\xff\xd8\xff\xda\0\x02no end",
            b"\x89PNG\r\n\x1a\n\xff\xff\xff\xff",
            b"RIFF\0\0\0\0WEBPVP8X",
            b"GIF89a",
            b"II\x2a\0",
            b"",
        ] {
            assert_eq!(strip(file), None, "{file:?}");
        }
    }
}
