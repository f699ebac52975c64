//! Structural similarity (Wang, Bovik, Sheikh, Simoncelli, "Image quality assessment", 2004), of
//! the brightness, in windows of 8 by 8 pixels. 1 is the same picture.

use image::RgbImage;

const WINDOW: u32 = 8;
const STEP: usize = 4;
const C1: f64 = 6.5025; // (0.01 * 255)²
const C2: f64 = 58.5225; // (0.03 * 255)²

/// How alike two pictures of the same size look.
pub fn ssim(a: &RgbImage, b: &RgbImage) -> f64 {
    assert_eq!(a.dimensions(), b.dimensions());
    let (width, height) = a.dimensions();
    let (mut sum, mut windows) = (0.0, 0_u32);
    for top in (0..=height - WINDOW).step_by(STEP) {
        for left in (0..=width - WINDOW).step_by(STEP) {
            sum += window(a, b, left, top);
            windows += 1;
        }
    }
    sum / f64::from(windows)
}

fn window(a: &RgbImage, b: &RgbImage, left: u32, top: u32) -> f64 {
    let count = f64::from(WINDOW * WINDOW);
    let mut sums = [0.0; 5];
    for y in top..top + WINDOW {
        for x in left..left + WINDOW {
            let (p, q) = (brightness(a, x, y), brightness(b, x, y));
            for (sum, value) in sums.iter_mut().zip([p, q, p * p, q * q, p * q]) {
                *sum += value;
            }
        }
    }
    let [p, q, pp, qq, pq] = sums.map(|sum| sum / count);
    let (variance_p, variance_q, covariance) = (pp - p * p, qq - q * q, pq - p * q);
    (2.0 * p * q + C1) * (2.0 * covariance + C2)
        / ((p * p + q * q + C1) * (variance_p + variance_q + C2))
}

fn brightness(image: &RgbImage, x: u32, y: u32) -> f64 {
    let [red, green, blue] = image.get_pixel(x, y).0.map(f64::from);
    0.299 * red + 0.587 * green + 0.114 * blue
}
