//! Who may ask, and for what. The preview shows what nobody else is to see yet, and any page in the
//! same browser can send requests to it.

use std::net::{IpAddr, SocketAddr};

use hyper::header::{HOST, HeaderMap, ORIGIN};
use hyper::{Method, StatusCode};

/// What a request is refused for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It would change something, and nothing here can be changed.
    Method,
    /// It was sent to another name: DNS that was pointed at this machine.
    Host,
    /// A page of another site has sent it.
    Origin,
    /// The path is none.
    Path,
}

impl Refusal {
    /// The status of the answer.
    pub fn status(self) -> StatusCode {
        match self {
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Host => StatusCode::MISDIRECTED_REQUEST,
            Self::Origin => StatusCode::FORBIDDEN,
            Self::Path => StatusCode::BAD_REQUEST,
        }
    }

    /// Why, in a sentence.
    pub fn why(self) -> &'static str {
        match self {
            Self::Method => "The preview can only be read: GET and HEAD.",
            Self::Host => {
                "The preview answers only at its own address. Open the one that redlist serve has printed."
            }
            Self::Origin => "The preview answers only its own pages.",
            Self::Path => "This address cannot be a page.",
        }
    }
}

/// Checks everything but the path. `bound` is where the server listens.
pub fn admit(method: &Method, headers: &HeaderMap, bound: SocketAddr) -> Result<(), Refusal> {
    if method != Method::GET && method != Method::HEAD {
        return Err(Refusal::Method);
    }
    let mut hosts = headers.get_all(HOST).iter();
    let host = hosts.next().and_then(|host| host.to_str().ok());
    if hosts.next().is_some() || !host.is_some_and(|host| is_own_host(host, bound)) {
        return Err(Refusal::Host);
    }
    if let Some(origin) = headers.get(ORIGIN) {
        let origin = origin
            .to_str()
            .ok()
            .and_then(|text| text.strip_prefix("http://"));
        if !origin.is_some_and(|host| is_own_host(host, bound)) {
            return Err(Refusal::Origin);
        }
    }
    // Browsers say of themselves when another site asks. To come here by a link is allowed.
    let says = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let foreign = matches!(says("sec-fetch-site"), Some("cross-site" | "same-site"));
    if foreign && says("sec-fetch-mode") != Some("navigate") {
        return Err(Refusal::Origin);
    }
    Ok(())
}

/// Whether a host with its port is this server. An address made of numbers needs no DNS, so that
/// none can be turned against it.
fn is_own_host(host: &str, bound: SocketAddr) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => (name, port),
        _ => (host, "80"),
    };
    if port != bound.port().to_string() {
        return false;
    }
    if name.eq_ignore_ascii_case("localhost") {
        return true;
    }
    let numbers = name.trim_start_matches('[').trim_end_matches(']');
    match numbers.parse::<IpAddr>() {
        Ok(address) if bound.ip().is_loopback() => address.is_loopback(),
        Ok(_) => true,
        Err(_) => false,
    }
}

/// The path of a request, percent-decoded once, without the slash at its start.
pub fn path(raw: &str) -> Result<String, Refusal> {
    let raw = raw.strip_prefix('/').ok_or(Refusal::Path)?;
    let bytes = decode(raw).ok_or(Refusal::Path)?;
    let text = String::from_utf8(bytes).map_err(|_| Refusal::Path)?;
    let bad = text.chars().any(|c| c == '\\' || c.is_control());
    let climbs = text.split('/').any(|part| matches!(part, "." | ".."));
    match bad || climbs || text.starts_with('/') {
        true => Err(Refusal::Path),
        false => Ok(text),
    }
}

/// Percent-decodes once; `None` when a `%` is not followed by two digits.
pub fn decode(raw: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(raw.len());
    let mut bytes = raw.bytes();
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            out.push(byte);
            continue;
        }
        let mut digit = || char::from(bytes.next()?).to_digit(16);
        let (high, low) = (digit()?, digit()?);
        out.push(u8::try_from(high * 16 + low).ok()?);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(address: &str) -> SocketAddr {
        address.parse().unwrap()
    }

    fn ask(pairs: &[(&'static str, &str)]) -> Result<(), Refusal> {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        admit(&Method::GET, &headers, bound("127.0.0.1:8000"))
    }

    #[test]
    fn only_its_own_names_reach_the_server() {
        for host in [
            "127.0.0.1:8000",
            "localhost:8000",
            "LOCALHOST:8000",
            "[::1]:8000",
        ] {
            assert_eq!(ask(&[("host", host)]), Ok(()), "{host}");
        }
        for host in [
            "evil.example:8000",
            "localhost.evil.example:8000",
            "127.0.0.1.evil.example:8000",
            "127.0.0.1:8001",
            "127.0.0.1",
            "10.0.0.1:8000",
            "",
        ] {
            assert_eq!(ask(&[("host", host)]), Err(Refusal::Host), "{host}");
        }
        assert_eq!(ask(&[]), Err(Refusal::Host));
        let twice = [("host", "localhost:8000"), ("host", "evil.example:8000")];
        assert_eq!(ask(&twice), Err(Refusal::Host));
    }

    #[test]
    fn an_address_of_numbers_is_let_in_where_others_may_look() {
        let bound = bound("0.0.0.0:8000");
        assert!(is_own_host("192.168.1.7:8000", bound));
        assert!(!is_own_host("rebound.example:8000", bound));
    }

    #[test]
    fn pages_of_other_sites_get_nothing() {
        let host = ("host", "localhost:8000");
        assert_eq!(ask(&[host, ("origin", "http://localhost:8000")]), Ok(()));
        for origin in [
            "https://localhost:8000",
            "http://evil.example",
            "null",
            "http://localhost:80",
        ] {
            assert_eq!(
                ask(&[host, ("origin", origin)]),
                Err(Refusal::Origin),
                "{origin}"
            );
        }
        let foreign = ("sec-fetch-site", "cross-site");
        let link = ("sec-fetch-mode", "navigate");
        assert_eq!(ask(&[host, foreign]), Err(Refusal::Origin));
        assert_eq!(ask(&[host, foreign, link]), Ok(()));
    }

    #[test]
    fn nothing_can_be_changed() {
        for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS] {
            let refused = admit(&method, &HeaderMap::new(), bound("127.0.0.1:8000"));
            assert_eq!(refused, Err(Refusal::Method));
        }
    }

    #[test]
    fn a_path_is_decoded_once_and_never_climbs() {
        assert_eq!(path("/en/a%20b.html").unwrap(), "en/a b.html");
        assert_eq!(path("/%252e%252e/x").unwrap(), "%2e%2e/x");
        for raw in [
            "",
            "en",
            "/../x",
            "/en/../x",
            "/%2e%2e/x",
            "/..%2fx",
            "/a%5cb",
            "/a\\b",
            "/a%00",
            "/%",
            "/%f",
            "/%zz",
            "/%ff",
            "//etc",
            "/a%0ab",
            "/./x",
        ] {
            assert_eq!(path(raw), Err(Refusal::Path), "{raw}");
        }
    }
}
