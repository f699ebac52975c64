//! Makes style sheets small once, when the theme is loaded.

use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};

/// The style sheet without comments and white space. One that cannot be understood comes back as
/// it was: browsers pass over what they do not know, and so do we.
pub fn minify_style(css: &str) -> String {
    try_minify(css).unwrap_or_else(|| css.to_owned())
}

fn try_minify(css: &str) -> Option<String> {
    let mut sheet = StyleSheet::parse(css, ParserOptions::default()).ok()?;
    sheet.minify(MinifyOptions::default()).ok()?;
    let options = PrinterOptions {
        minify: true,
        ..PrinterOptions::default()
    };
    Some(sheet.to_css(options).ok()?.code)
}

#[cfg(test)]
mod tests {
    use super::minify_style;

    #[test]
    fn comments_and_white_space_go_and_logical_properties_stay() {
        let small = minify_style("/* x */\np {\n  margin-inline-start: 1rem;\n}\n");
        assert_eq!(small, "p{margin-inline-start:1rem}");
    }

    #[test]
    fn what_cannot_be_understood_stays() {
        assert_eq!(minify_style("p { color: }}} "), "p { color: }}} ");
    }
}
