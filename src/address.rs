//! Web addresses, as editors and publishers write them.

use url::Url;

/// Checks an address that readers may follow.
///
/// # Errors
/// Says what is wrong with it, to be read after the address and `cannot be used: `.
pub fn check(text: &str) -> Result<(), &'static str> {
    parse(text).map(|_| ())
}

/// Checks the address of a whole site, behind which the paths of its pages are put.
///
/// # Errors
/// Says what is wrong with it, to be read after the address and `cannot be used: `.
pub fn check_base(text: &str) -> Result<(), &'static str> {
    let url = parse(text)?;
    if url.query().is_some() || url.fragment().is_some() {
        return Err("paths are put behind it, so it may have no `?` and no `#`");
    }
    Ok(())
}

fn parse(text: &str) -> Result<Url, &'static str> {
    let scheme = text.split_once("://").map(|(scheme, _)| scheme);
    if !matches!(scheme, Some("http" | "https")) {
        return Err("it must start with `https://` or `http://`");
    }
    // `Url` would mend these in silence, and two readers might mend them differently.
    let odd = |c: char| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(c);
    if text.contains(odd) {
        return Err("it may hold no spaces, quotes, brackets and backslashes");
    }
    let rest = text.split_once("://").map_or("", |(_, rest)| rest);
    if rest.is_empty() || rest.starts_with('/') {
        return Err("it names no host");
    }
    let url = Url::parse(text).map_err(|_| "its host or its port is not valid")?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err("it would publish a user name or a password");
    }
    Ok(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_may_be_used() {
        for address in [
            "https://example.org",
            "https://example.org/iraq/",
            "http://localhost:8080/",
            "https://متحف.example/قائمة/",
            "https://[::1]/",
        ] {
            assert_eq!(check_base(address), Ok(()), "{address}");
        }
        assert_eq!(check("https://example.org/a?b=c#d"), Ok(()));
    }

    #[test]
    fn what_leads_nowhere_or_tells_too_much_is_refused() {
        for address in [
            "",
            "example.org",
            "ftp://example.org/",
            "javascript:alert(1)",
            "https://",
            "https:///a",
            "https://example.org:99999/",
            "https://user:password@example.org/",
            "https://example.org/a b",
            "https://example.org/\"><b>",
        ] {
            assert!(check(address).is_err(), "{address}");
        }
        assert!(check_base("https://example.org/x?y").is_err());
        assert!(check_base("https://example.org/x#z").is_err());
    }
}
