//! Keys and signatures in the minisign format, so that the stock `minisign` checks them too
//! (<https://jedisct1.github.io/minisign/>). No part of a secret key is ever shown.

use std::fs::{self, OpenOptions};
use std::io::{Cursor, ErrorKind, Write};
use std::path::{Path, PathBuf};

use ct_codecs::{Base64, Decoder};

use super::error::OfflineError;

/// Keys are short; what is longer is something else.
const LONGEST: u64 = 4096;

/// A key that signs.
pub struct SecretKey(minisign::SecretKey);

/// A key that checks signatures.
pub struct PublicKey(minisign::PublicKey);

/// Where a new pair of keys was written.
#[derive(Clone, Debug)]
pub struct KeyFiles {
    /// To be kept.
    pub secret: PathBuf,
    /// To be handed out.
    pub public: PathBuf,
    /// The public key on one line, for `--public-key`.
    pub public_text: String,
}

/// Makes a pair of keys and writes `<name>.key` and `<name>.pub`. Nothing is replaced. Without a
/// password the secret key is open to whoever gets the file.
///
/// # Errors
/// When one of the files exists or cannot be written.
pub fn generate(name: &Path, password: Option<String>) -> Result<KeyFiles, OfflineError> {
    let with = |ending: &str| {
        let mut name = name.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let (secret, public) = (with(".key"), with(".pub"));
    for path in [&secret, &public] {
        if fs::symlink_metadata(path).is_ok() {
            return Err(OfflineError::Exists { path: path.clone() });
        }
    }
    let failed = |error: minisign::PError| OfflineError::Key {
        path: secret.clone(),
        why: error.to_string(),
    };
    let pair = match password {
        Some(password) => minisign::KeyPair::generate_encrypted_keypair(Some(password)),
        None => minisign::KeyPair::generate_unencrypted_keypair(),
    };
    let pair = pair.map_err(failed)?;
    let comment = Some("redlist secret key: keep it to yourself");
    let secret_text = pair.sk.to_box(comment).map_err(failed)?.into_string();
    let public_box = pair.pk.to_box().map_err(failed)?.into_string();
    write_new(&secret, &secret_text, true)?;
    write_new(&public, &public_box, false)?;
    Ok(KeyFiles {
        secret,
        public,
        public_text: pair.pk.to_base64(),
    })
}

fn write_new(path: &Path, text: &str, secret: bool) -> Result<(), OfflineError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(if secret { 0o600 } else { 0o644 });
    }
    #[cfg(not(unix))]
    let _ = secret;
    let mut file = options.open(path).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => OfflineError::Exists {
            path: path.to_owned(),
        },
        _ => OfflineError::write(path)(error),
    })?;
    let written = file.write_all(text.as_bytes());
    let written = written.and_then(|()| file.sync_all());
    written.map_err(OfflineError::write(path))
}

/// Reads a short text file.
fn read_short(path: &Path) -> Result<String, OfflineError> {
    let read = OfflineError::read(path);
    let length = fs::metadata(path).map_err(&read)?.len();
    if length > LONGEST {
        return Err(OfflineError::Key {
            path: path.to_owned(),
            why: "the file is far too long".to_owned(),
        });
    }
    fs::read_to_string(path).map_err(read)
}

impl SecretKey {
    /// Whether the file holds a key that only a password opens.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn needs_password(path: &Path) -> Result<bool, OfflineError> {
        let text = read_short(path)?;
        let why = match length_of_key(&text) {
            Some(PUBLIC_LENGTH) => {
                "it is a public key, which only checks; sign with the secret one, whose name ends in .key"
            }
            Some(SECRET_LENGTH) => return Ok(open_key(&text).is_none()),
            _ => "it holds no key in the minisign format, such as `redlist keygen` makes",
        };
        Err(OfflineError::Key {
            path: path.to_owned(),
            why: why.to_owned(),
        })
    }

    /// Reads a key and opens it with its password, which one without a password ignores.
    ///
    /// # Errors
    /// When there is no such key, or the password is another.
    pub fn read(path: &Path, password: Option<String>) -> Result<Self, OfflineError> {
        let text = read_short(path)?;
        if let Some(open) = open_key(&text) {
            return Ok(Self(open));
        }
        let key = minisign::SecretKeyBox::from(text);
        let path = path.to_owned();
        // Without a password minisign would ask on its own; asking is for the command line.
        let Some(password) = password else {
            return Err(OfflineError::Password { path });
        };
        key.into_secret_key(Some(password))
            .map(Self)
            .map_err(|error| match error.kind() {
                minisign::ErrorKind::Verify => OfflineError::Password { path },
                _ => OfflineError::Key {
                    path,
                    why: error.to_string(),
                },
            })
    }

    /// Signs bytes. The comment is signed as well, and shown by whoever verifies.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn sign(&self, bytes: &[u8], comment: &str) -> Result<String, String> {
        // With the public key at hand, what a damaged key signs is noticed here.
        let public = self.public()?;
        let signed = minisign::sign(
            Some(&public.0),
            &self.0,
            Cursor::new(bytes),
            Some(comment),
            Some("signature from redlist"),
        );
        signed
            .map(|signature| signature.into_string())
            .map_err(|error| error.to_string())
    }

    /// The key that checks what this one signs.
    ///
    /// # Errors
    /// When the key is damaged.
    pub fn public(&self) -> Result<PublicKey, String> {
        minisign::PublicKey::from_secret_key(&self.0)
            .map(PublicKey)
            .map_err(|error| error.to_string())
    }
}

impl PublicKey {
    /// Takes the name of a file, or the key itself.
    ///
    /// # Errors
    /// When it is neither.
    pub fn read(given: &str) -> Result<Self, OfflineError> {
        let bare = given.trim();
        if bare.len() == 56
            && bare.starts_with("RW")
            && let Ok(key) = minisign::PublicKey::from_base64(bare)
        {
            return Ok(Self(key));
        }
        let path = Path::new(given);
        let text = read_short(path)?;
        // The file has a comment before the key; a bare key in a file will do.
        let mut lines = text.lines().rev().map(str::trim);
        let line = lines.find(|line| !line.is_empty()).unwrap_or_default();
        minisign::PublicKey::from_base64(line)
            .map(Self)
            .map_err(|_| OfflineError::Key {
                path: path.to_owned(),
                why: match length_of_key(&text) {
                    Some(SECRET_LENGTH) => {
                        "it is the secret key, which nobody else may see; give the one whose name ends in .pub"
                    }
                    _ => "it holds no public key in the minisign format",
                }
                .to_owned(),
            })
    }

    /// The number by which minisign names keys.
    pub fn id(&self) -> String {
        id(self.0.keynum())
    }

    /// Checks a signature, and gives its comment.
    ///
    /// # Errors
    /// A sentence that goes on one about the signature.
    pub fn verify(&self, signature: &str, bytes: &[u8]) -> Result<String, String> {
        let damaged = || "is damaged: it holds no signature".to_owned();
        if !has_form(signature) {
            return Err(damaged());
        }
        let signature = minisign::SignatureBox::from_string(signature).map_err(|_| damaged())?;
        if signature.keynum() != self.0.keynum() {
            return Err(format!(
                "was made with another key: {}, not {}",
                id(signature.keynum()),
                self.id()
            ));
        }
        if !signature.is_prehashed() {
            return Err("is of minisign's old kind: sign again without -l".to_owned());
        }
        minisign::verify(&self.0, &signature, Cursor::new(bytes), true, false, false)
            .map_err(|_| "does not fit: what it signs was altered".to_owned())?;
        signature
            .trusted_comment()
            .map_err(|_| "is damaged: its comment cannot be read".to_owned())
    }
}

/// How many bytes a public key has, and a secret one.
const PUBLIC_LENGTH: usize = 42;
const SECRET_LENGTH: usize = 158;

/// How many bytes the last line of a key's file stands for.
fn length_of_key(text: &str) -> Option<usize> {
    let last = text
        .lines()
        .rev()
        .map(str::trim)
        .find(|line| !line.is_empty())?;
    Some(Base64::decode_to_vec(last, None).ok()?.len())
}

/// A key that no password protects. The stock tool gives such keys no checksum, so that minisign's
/// own reader refuses them; what matters is that it names no way to derive a key from a password.
fn open_key(text: &str) -> Option<minisign::SecretKey> {
    let bytes = Base64::decode_to_vec(text.lines().nth(1)?.trim(), None).ok()?;
    let derivation = bytes.get(2..4)?;
    if derivation != [0, 0] {
        return None;
    }
    minisign::SecretKey::from_bytes(&bytes).ok()
}

/// Whether the second and fourth line are as long as a signature is: 74 and 64 bytes in base 64.
fn has_form(signature: &str) -> bool {
    let mut lines = signature.lines().map(|line| line.trim().len());
    (lines.nth(1), lines.nth(1)) == (Some(100), Some(88))
}

/// Minisign shows the number of a key as one little-endian number.
fn id(bytes: &[u8]) -> String {
    bytes
        .iter()
        .rev()
        .map(|byte| format!("{byte:02X}"))
        .collect()
}
