//! What a picture becomes: which files in which sizes and formats. It follows from the picture's
//! dimensions and the settings of the site alone, so that every path is known before a pixel is.

use crate::diagnostic::SourcePath;

/// How pictures are made, from `pictures` in `redlist.yaml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The widths in pixels, rising. A picture is never enlarged.
    pub widths: Vec<u32>,
    /// Whether there are WebP files.
    pub webp: bool,
    /// Whether there are JPEG files: beside WebP one, for old browsers; alone one of each width.
    pub jpeg: bool,
    /// The quality of lossy WebP, 1 to 100.
    pub webp_quality: u8,
    /// The quality of JPEG, 1 to 100.
    pub jpeg_quality: u8,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            widths: vec![320, 640, 1280],
            webp: true,
            jpeg: true,
            webp_quality: 78,
            jpeg_quality: 80,
        }
    }
}

impl Settings {
    /// Leaves out what is wider than a limit, so that the pictures need less room. The narrowest
    /// stays, made as narrow as the limit.
    pub fn keep_narrow(&mut self, limit: u32) {
        let narrowest = self.widths.first().copied().unwrap_or(limit);
        self.widths.retain(|width| *width <= limit);
        if self.widths.is_empty() {
            self.widths.push(narrowest.min(limit));
        }
    }
}

/// What decides how a picture is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// SVG: cleaned, and otherwise as it is.
    Drawing,
    /// Many colours: kept as the eye sees it.
    Photograph,
    /// A photograph that can be seen through.
    Transparent,
    /// Few colours and sharp edges: kept to the last pixel.
    LineArt,
}

/// A file format of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// WebP as the eye sees it.
    Webp,
    /// WebP to the last pixel.
    WebpLossless,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
}

impl Format {
    /// The ending of a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Webp | Self::WebpLossless => "webp",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Webp | Self::WebpLossless => "image/webp",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }
}

/// One of the files that a picture becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// The cleaned drawing.
    Drawing,
    /// Pixels.
    Pixels {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
        /// The format.
        format: Format,
    },
}

/// A file of the output that shows a picture of the content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PictureFile {
    /// The picture in the content.
    pub source: SourcePath,
    /// What of it.
    pub form: Form,
}

/// WebP cannot hold a longer side (2^14 - 1), and no screen shows it.
const LONGEST_SIDE: u32 = 16_383;

/// A width in pixels at which a type can be recognised.
const ENOUGH: u32 = 640;

/// All files that a picture of these dimensions becomes: the best format first, each from narrow
/// to wide. The last is the one for browsers that know nothing else.
pub fn forms(dimensions: (u32, u32), nature: Nature, settings: &Settings) -> Vec<Form> {
    let lossy = match nature {
        Nature::Drawing => return vec![Form::Drawing],
        Nature::LineArt => false,
        Nature::Photograph | Nature::Transparent => true,
    };
    let sizes = sizes(dimensions, &settings.widths);
    let of = |format, sizes: &[(u32, u32)]| -> Vec<Form> {
        let form = |(width, height): &(u32, u32)| Form::Pixels {
            width: *width,
            height: *height,
            format,
        };
        sizes.iter().map(form).collect()
    };
    let mut forms = Vec::new();
    if settings.webp {
        let format = if lossy {
            Format::Webp
        } else {
            Format::WebpLossless
        };
        forms.extend(of(format, &sizes));
    }
    if settings.jpeg {
        // JPEG can neither be seen through nor keep an edge.
        let format = match nature {
            Nature::Photograph => Format::Jpeg,
            _ => Format::Png,
        };
        let fallback = match nature {
            // Many colours without loss take megabytes: old browsers get a smaller picture.
            Nature::Transparent => sizes.iter().position(|(width, _)| *width >= ENOUGH),
            _ => None,
        };
        let fallback = fallback.unwrap_or(sizes.len() - 1);
        match settings.webp {
            true => forms.extend(of(format, &sizes[fallback..=fallback])),
            false => forms.extend(of(format, &sizes)),
        }
    }
    forms
}

/// The sizes of a picture, rising; at least one.
fn sizes((width, height): (u32, u32), widths: &[u32]) -> Vec<(u32, u32)> {
    let height_at = |at: u32| {
        let exact = u64::from(height) * u64::from(at) + u64::from(width) / 2;
        u32::try_from(exact / u64::from(width.max(1)))
            .unwrap_or(u32::MAX)
            .max(1)
    };
    let mut sizes: Vec<(u32, u32)> = widths
        .iter()
        .map(|at| (*at).min(width))
        .map(|at| (at, height_at(at)))
        .filter(|(at, height)| *at.max(height) <= LONGEST_SIDE)
        .collect();
    sizes.dedup();
    if sizes.is_empty() {
        let scale = LONGEST_SIDE.min(height);
        let exact = u64::from(width) * u64::from(scale) / u64::from(height.max(1));
        sizes.push((u32::try_from(exact).unwrap_or(1).max(1), scale));
    }
    sizes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(dimensions: (u32, u32), nature: Nature, settings: &Settings) -> Vec<String> {
        let name = |form| match form {
            Form::Drawing => "drawing".to_owned(),
            Form::Pixels {
                width,
                height,
                format,
            } => format!("{width}x{height}.{}", format.ending()),
        };
        forms(dimensions, nature, settings)
            .into_iter()
            .map(name)
            .collect()
    }

    #[test]
    fn a_photograph_becomes_three_webp_files_and_one_jpeg() {
        let made = names((1600, 1200), Nature::Photograph, &Settings::default());
        let expected = [
            "320x240.webp",
            "640x480.webp",
            "1280x960.webp",
            "1280x960.jpg",
        ];
        assert_eq!(made, expected);
    }

    #[test]
    fn nothing_is_enlarged() {
        let made = names((500, 1000), Nature::Photograph, &Settings::default());
        assert_eq!(made, ["320x640.webp", "500x1000.webp", "500x1000.jpg"]);
        let made = names((1, 1), Nature::Photograph, &Settings::default());
        assert_eq!(made, ["1x1.webp", "1x1.jpg"]);
    }

    #[test]
    fn what_can_be_seen_through_and_line_art_get_no_jpeg() {
        for nature in [Nature::Transparent, Nature::LineArt] {
            let made = names((320, 10), nature, &Settings::default());
            assert_eq!(made, ["320x10.webp", "320x10.png"]);
        }
    }

    #[test]
    fn what_takes_megabytes_without_loss_comes_smaller_to_old_browsers() {
        let made = names((1600, 1200), Nature::Transparent, &Settings::default());
        assert_eq!(made[2..], ["1280x960.webp", "640x480.png"]);
    }

    #[test]
    fn one_format_alone_comes_in_every_width() {
        let settings = Settings {
            webp: false,
            ..Settings::default()
        };
        let made = names((640, 480), Nature::Photograph, &settings);
        assert_eq!(made, ["320x240.jpg", "640x480.jpg"]);
    }

    #[test]
    fn a_strip_too_long_for_webp_is_made_shorter() {
        let made = names((600, 30_000), Nature::Photograph, &Settings::default());
        assert_eq!(made, ["320x16000.webp", "320x16000.jpg"]);
        let made = names((1_000, 60_000), Nature::Photograph, &Settings::default());
        assert_eq!(made, ["273x16383.webp", "273x16383.jpg"]);
    }
}
