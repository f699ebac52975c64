//! What the preview adds to a page, and nothing else: one script, and the permission to ask this
//! server for news. [`remove`] takes both out again.

/// Where the preview's own files stand: no output path starts with `_`.
pub const ROOT: &str = "/_redlist/";

/// What the page's policy is given: the script may ask the server that it came from.
const PERMISSION: &str = "connect-src 'self';";

const SCRIPT_START: &str = "<script src=\"/_redlist/preview.js\" ";
const SCRIPT_END: &str = "></script>";

/// Adds the script to a page. `page` and `styles` are stamps of the page and its style sheets, by
/// which the script knows whether what it stands in is still the newest.
pub fn insert(html: &str, page: &str, styles: &str) -> String {
    let html = permit(html);
    let script =
        format!("{SCRIPT_START}data-page=\"{page}\" data-styles=\"{styles}\" defer{SCRIPT_END}");
    let at = html.rfind("</body>").unwrap_or(html.len());
    let (before, after) = html.split_at(at);
    format!("{before}{script}{after}")
}

/// The page as it was before [`insert`].
pub fn remove(html: &str) -> String {
    let Some(start) = html.rfind(SCRIPT_START) else {
        return html.to_owned();
    };
    let end = html[start..].find(SCRIPT_END);
    let end = end.map_or(html.len(), |end| start + end + SCRIPT_END.len());
    let html = format!("{}{}", &html[..start], &html[end..]);
    html.replacen(PERMISSION, "", 1)
}

/// Lets the page's own policy, when it has one in its head, allow the script's questions.
fn permit(html: &str) -> String {
    let head = html.find("</head>").unwrap_or(html.len());
    let lower = html[..head].to_ascii_lowercase();
    let Some(name) = lower.find("content-security-policy") else {
        return html.to_owned();
    };
    let start = lower[..name].rfind("<meta").unwrap_or(name);
    let end = lower[name..].find('>').map_or(head, |end| name + end);
    let content = lower[start..end].find("content=\"");
    match content.map(|at| start + at + "content=\"".len()) {
        Some(at) if !lower[start..end].contains("connect-src") => {
            let (before, after) = html.split_at(at);
            format!("{before}{PERMISSION}{after}")
        }
        _ => html.to_owned(),
    }
}

/// The addresses of the pictures and scripts that a page shows.
pub fn sources(html: &str) -> impl Iterator<Item = &str> {
    let attributes = [" src=", " srcset="].into_iter();
    let values = attributes.flat_map(move |name| {
        let found = html.match_indices(name);
        found.map(move |(at, _)| value(&html[at + name.len()..]))
    });
    let single = values.flat_map(|value| value.split(','));
    single.filter_map(|address| address.split_whitespace().next())
}

/// The value of an attribute, with or without quotes.
fn value(rest: &str) -> &str {
    let end = |stop: fn(char) -> bool| rest.find(stop).unwrap_or(rest.len());
    match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next().unwrap_or(""),
        None => &rest[..end(|c| c.is_whitespace() || c == '>')],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"></head><body><p>ط</p></body></html>";

    #[test]
    fn what_is_inserted_can_be_taken_out_again() {
        let with = insert(PAGE, "1", "2");
        assert!(with.contains("content=\"connect-src 'self';default-src 'none'\""));
        assert!(with.ends_with("defer></script></body></html>"), "{with}");
        assert_eq!(remove(&with), PAGE);
        assert_eq!(remove(PAGE), PAGE);
    }

    #[test]
    fn a_page_without_policy_or_end_is_no_problem() {
        for page in [
            "",
            "<p>",
            "<meta content=x http-equiv=content-security-policy>",
            "content-security-policy",
        ] {
            assert_eq!(remove(&insert(page, "1", "2")), page);
        }
    }

    #[test]
    fn the_pictures_and_scripts_of_a_page_are_found() {
        let html = "<img alt=x src=a.svg><img src=\"../b.png\" srcset=\"c.webp 1x, d.webp 2x\">";
        let found: Vec<_> = sources(html).collect();
        assert_eq!(found, ["a.svg", "../b.png", "c.webp", "d.webp"]);
    }
}
