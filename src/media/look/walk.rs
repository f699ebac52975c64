//! Going through a file by its own length fields, whatever they claim.

use std::io::{self, ErrorKind, Read, Seek, SeekFrom};

/// The file ends before it should; or it cannot be read, which [`Walk::failure`] tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut;

/// The most that is read at once: an Exif block has 64 KiB, an XMP packet may have some more.
pub(super) const MOST: u64 = 4 * 1024 * 1024;

/// A place in a file.
pub(super) struct Walk<R> {
    source: R,
    length: u64,
    at: u64,
    failure: Option<io::Error>,
}

impl<R: Read + Seek> Walk<R> {
    /// Stands at the start.
    pub(super) fn new(mut source: R) -> io::Result<Self> {
        let length = source.seek(SeekFrom::End(0))?;
        source.seek(SeekFrom::Start(0))?;
        Ok(Self {
            source,
            length,
            at: 0,
            failure: None,
        })
    }

    /// What the system said when it could not read the file.
    pub(super) fn failure(self) -> Option<io::Error> {
        self.failure
    }

    fn noted<T>(&mut self, result: io::Result<T>) -> Result<T, Cut> {
        result.map_err(|error| {
            if error.kind() != ErrorKind::UnexpectedEof {
                self.failure = Some(error);
            }
            Cut
        })
    }

    /// How long the file is, in bytes.
    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// Where it stands.
    pub(super) fn at(&self) -> u64 {
        self.at
    }

    /// Goes to a place in the file.
    pub(super) fn go(&mut self, to: u64) -> Result<(), Cut> {
        if to > self.length {
            return Err(Cut);
        }
        let went = self.source.seek(SeekFrom::Start(to));
        self.noted(went)?;
        self.at = to;
        Ok(())
    }

    /// Goes on by a number of bytes.
    pub(super) fn skip(&mut self, bytes: u64) -> Result<(), Cut> {
        self.go(self.at.checked_add(bytes).ok_or(Cut)?)
    }

    /// The next bytes, as many as the array has.
    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], Cut> {
        let mut bytes = [0; N];
        let read = self.source.read_exact(&mut bytes);
        self.noted(read)?;
        self.at += N as u64;
        Ok(bytes)
    }

    /// The next byte.
    pub(super) fn byte(&mut self) -> Result<u8, Cut> {
        self.array().map(|[byte]| byte)
    }

    /// The next bytes, so many of them; of more than [`MOST`] the first ones.
    pub(super) fn bytes(&mut self, count: u64) -> Result<Vec<u8>, Cut> {
        if count > self.length.saturating_sub(self.at) {
            return Err(Cut);
        }
        let wanted = count.min(MOST);
        let mut bytes = Vec::new();
        let read = (&mut self.source).take(wanted).read_to_end(&mut bytes);
        if (self.noted(read)? as u64) < wanted {
            return Err(Cut);
        }
        self.go(self.at + count)?;
        Ok(bytes)
    }

    /// The first bytes after this place, at most so many, without going on.
    pub(super) fn peek(&mut self, most: u64) -> Result<Vec<u8>, Cut> {
        let at = self.at;
        let bytes = self.bytes(most.min(self.length.saturating_sub(at)))?;
        self.go(at)?;
        Ok(bytes)
    }
}
