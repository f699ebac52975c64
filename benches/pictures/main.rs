//! How many photographs a second become pictures for readers, how large they are, and how like the
//! originals they look.
//!
//! `cargo bench --bench pictures` makes 100 photographs of 1600 by 1200 pixels and builds a site
//! with them, first with an empty cache, then with a full one. `cargo bench --bench pictures -- 20`
//! takes fewer; `-- codecs` compares settings of the encoders instead. Times on one machine mean
//! little: compare ratios.

#[path = "../../tests/support/pictures.rs"]
#[allow(dead_code, reason = "tests use the rest")]
mod pictures;
mod ssim;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use image::{DynamicImage, RgbImage};
use rayon::prelude::*;
use redlist::build::{self, Options, Timings};
use redlist::diagnostic::Diagnostics;
use redlist::media::PictureFile;
use redlist::pictures::{Cache, Store};
use redlist::site::Artifact;
use redlist::source::SiteFolder;

const WIDTH: u32 = 1600;
const HEIGHT: u32 = 1200;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if args.iter().any(|arg| arg == "codecs") {
        return codecs();
    }
    let count = args.iter().find_map(|arg| arg.parse().ok()).unwrap_or(100);
    let folder = tempfile::tempdir().expect("a benchmark needs a temporary folder");
    let root = folder.path().join("site");
    let source_bytes = site(&root, count);
    let threads = rayon::current_num_threads();
    println!(
        "{count} photographs of {WIDTH} by {HEIGHT}, {} KB each, on {threads} threads",
        source_bytes / 1000 / u64::from(count)
    );
    let cache = folder.path().join("cache");
    steps(&root, &cache, count, "empty cache");
    steps(&root, &cache, count, "full cache");
    likeness();
}

/// A site with one photograph in each of its entries; gives the bytes of all photographs.
fn site(root: &Path, count: u32) -> u64 {
    let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/small");
    copy(&small, root);
    let model = root.join("content/lists/iraq/clay-tablets");
    let bytes = (0..count).into_par_iter().map(|number| {
        let entry = root.join(format!("content/lists/iraq/photograph-{number}"));
        copy(&model, &entry);
        fs::remove_file(entry.join("drawing.svg")).expect("the model has a drawing");
        for file in ["entry.yaml", "en.md", "ar.md"] {
            let path = entry.join(file);
            let text = fs::read_to_string(&path).expect("the model has texts");
            let text = text.replace("drawing.svg", "photograph.jpg");
            fs::write(&path, text).expect("can be written");
        }
        let image = pictures::photograph(WIDTH, HEIGHT, number);
        let jpeg = pictures::jpeg_of(&image, 88, None);
        fs::write(entry.join("photograph.jpg"), &jpeg).expect("can be written");
        jpeg.len() as u64
    });
    bytes.sum()
}

fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::copy(from, to).expect("can be copied");
        return;
    }
    fs::create_dir_all(to).expect("can be made");
    for entry in fs::read_dir(from).expect("can be read").flatten() {
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

/// The pictures of a site alone.
fn steps(root: &Path, cache: &Path, count: u32, name: &str) {
    let site = SiteFolder::new(root);
    let mut timings = Timings::default();
    let mut diagnostics = Diagnostics::new();
    let options = Options::default();
    let prepared = build::prepare(&site, &options, &mut timings, &mut diagnostics);
    let prepared = prepared.expect("the site can be read");
    assert!(build::may_build(&diagnostics, &options), "{diagnostics:?}");
    let store = Store::new(
        &site,
        &prepared.catalogue,
        Cache::new(Some(cache.to_owned()), u64::MAX),
    );
    let files = prepared
        .plan
        .iter()
        .filter_map(|(_, artifact)| match artifact {
            Artifact::Picture(file) => Some(file.clone()),
            _ => None,
        });
    let mut files: Vec<PictureFile> = files.collect();
    files.sort();
    let groups: Vec<&[PictureFile]> = files.chunk_by(|a, b| a.source == b.source).collect();
    let start = Instant::now();
    let bytes: usize = groups
        .par_iter()
        .with_max_len(1)
        .flat_map_iter(|group| group.iter())
        .map(|file| store.get(file).expect("it can be made").len())
        .sum();
    let time = start.elapsed();
    let spent = store.spent();
    let each = |time: Duration| time.as_secs_f64() * 1000.0 / f64::from(count);
    println!(
        "{name:12} {:8.3} s  {:7.1} photographs/s  {:5} KB each in all sizes; \
         decode {:.1} ms, resize {:.1} ms, encode {:.1} ms",
        time.as_secs_f64(),
        f64::from(count) / time.as_secs_f64(),
        bytes / 1000 / count as usize,
        each(spent.decode()),
        each(spent.resize()),
        each(spent.encode()),
    );
}

/// How like the original the files of the default settings look, in each size.
fn likeness() {
    let settings = redlist::media::Settings::default();
    let image = pictures::photograph(WIDTH, HEIGHT, 1);
    let jpeg = pictures::jpeg_of(&image, 88, None);
    for width in settings.widths.iter().copied() {
        let (made, reference) = sizes(&jpeg, width);
        for format in [redlist::media::Format::Webp, redlist::media::Format::Jpeg] {
            let file = redlist::media::encode::encode(&made, format, &settings).expect("encodes");
            let shown = image::load_from_memory(&file).expect("decodes").into_rgb8();
            println!(
                "{width:5} {:4}  {:4} KB  SSIM {:.4}",
                format.ending(),
                file.len() / 1000,
                ssim::ssim(&reference, &shown)
            );
        }
    }
}

/// A photograph made smaller by us, and by `image` with its slow, exact filter.
fn sizes(jpeg: &[u8], width: u32) -> (redlist::media::pixels::Pixels, RgbImage) {
    let look = redlist::media::look::look(std::io::Cursor::new(jpeg), "a.jpg").expect("is a JPEG");
    let pixels = redlist::media::pixels::decode(jpeg, &look).expect("decodes");
    let height = HEIGHT * width / WIDTH;
    let mut made = pixels;
    for step in [1280, 640, 320] {
        if step >= width {
            made = made.resize(step, HEIGHT * step / WIDTH).expect("resizes");
        }
    }
    let original = image::load_from_memory(jpeg).expect("decodes");
    let reference = original.resize_exact(width, height, image::imageops::FilterType::Lanczos3);
    (made, reference.into_rgb8())
}

/// Time, bytes and likeness of the encoders' settings at 1280 and 640 pixels.
fn codecs() {
    for width in [1280, 640] {
        let height = HEIGHT * width / WIDTH;
        let original = DynamicImage::ImageRgb8(pictures::photograph(WIDTH, HEIGHT, 1));
        let image = original.resize_exact(width, height, image::imageops::FilterType::Lanczos3);
        let image = image.into_rgb8();
        let tell = |name: String, encode: &dyn Fn() -> Vec<u8>| {
            let start = Instant::now();
            let file = (0..5).map(|_| encode()).last().expect("five times");
            let time = start.elapsed() / 5;
            let shown = image::load_from_memory(&file).expect("decodes").into_rgb8();
            println!(
                "{width:5} {name:24} {:6.1} ms  {:4} KB  SSIM {:.4}",
                time.as_secs_f64() * 1000.0,
                file.len() / 1000,
                ssim::ssim(&image, &shown)
            );
        };
        for method in [0, 1, 2, 3, 4] {
            for quality in [70_u8, 75, 78, 82] {
                tell(format!("webp method {method} q{quality}"), &|| {
                    let mut config = webp::WebPConfig::new().expect("libwebp is there");
                    config.method = method;
                    config.quality = f32::from(quality);
                    let encoder = webp::Encoder::from_rgb(&image, width, height);
                    encoder.encode_advanced(&config).expect("encodes").to_vec()
                });
            }
        }
        for quality in [75, 80, 85] {
            for optimized in [false, true] {
                tell(format!("jpeg q{quality} optimized {optimized}"), &|| {
                    let mut out = Vec::new();
                    let mut encoder = jpeg_encoder::Encoder::new(&mut out, quality);
                    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_2_2);
                    encoder.set_optimized_huffman_tables(optimized);
                    let (width, height) = (width as u16, height as u16);
                    let done = encoder.encode(&image, width, height, jpeg_encoder::ColorType::Rgb);
                    done.expect("encodes");
                    out
                });
            }
        }
    }
}
