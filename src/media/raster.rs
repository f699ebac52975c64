//! Pixel pictures: JPEG, PNG and WebP.

use imagesize::ImageType;

/// Width and height in pixels, from the first bytes of a file with the given name.
///
/// # Errors
/// Says in a few words why the file is not the picture its name promises.
pub fn dimensions(head: &[u8], name: &str) -> Result<(u32, u32), String> {
    let kind = imagesize::image_type(head).map_err(|_| "its content is no picture".to_owned())?;
    let ending = name.rsplit('.').next().unwrap_or("");
    let (expected, found) = match kind {
        ImageType::Jpeg => (["jpg", "jpeg"], "a JPEG"),
        ImageType::Png => (["png", "png"], "a PNG"),
        ImageType::Webp => (["webp", "webp"], "a WebP"),
        _ => return Err("only JPEG, PNG, WebP and SVG are used".to_owned()),
    };
    if !expected.contains(&ending) {
        return Err(format!(
            "its content is {found}, so its name must end in .{}",
            expected[0]
        ));
    }
    let size = imagesize::blob_size(head).map_err(|_| "it is damaged or cut short".to_owned())?;
    let side = |n: usize| u32::try_from(n).ok().filter(|n| *n > 0);
    match (side(size.width), side(size.height)) {
        (Some(width), Some(height)) => Ok((width, height)),
        _ => Err("it has no size".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first bytes of a PNG of 3 by 2 pixels.
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x02\0\0\0";

    #[test]
    fn a_picture_tells_its_size() {
        assert_eq!(dimensions(PNG, "a.png"), Ok((3, 2)));
    }

    #[test]
    fn a_wrong_ending_is_named() {
        assert!(dimensions(PNG, "a.jpg").unwrap_err().contains(".png"));
        assert!(dimensions(b"hello", "a.jpg").is_err());
    }
}
