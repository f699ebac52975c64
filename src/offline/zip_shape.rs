//! Whether every reader of a zip sees the same files in it.
//!
//! A zip tells twice what it holds, before each file and in a directory at its end, and readers
//! differ in what they believe, where they look for the directory and which of two equal names they
//! take. A zip in which all of that can make no difference is one file after the other from the
//! first byte on, then the directory, then its end and nothing more, with each name once and the
//! same in both places. This is how redlist writes them; all others are refused
//! (APPNOTE.TXT 6.3.10, 4.3).

use std::collections::BTreeSet;
use std::io::{self, Read, Seek, SeekFrom};

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const END_64: u32 = 0x0606_4b50;
const LOCATOR_64: u32 = 0x0706_4b50;
const END_LENGTH: u64 = 22;
const LOCATOR_64_LENGTH: u64 = 20;
const END_64_LENGTH: u64 = 56;
/// The sizes stand in the directory only, as a writer that cannot go back leaves them.
const SIZES_FOLLOW: u16 = 1 << 3;
const ENCRYPTED: u16 = 1;
/// The largest directory that is read, far above any edition's.
const LARGEST_DIRECTORY: u64 = 64 * 1024 * 1024;

/// What the directory says of a file.
struct Entry {
    name: Vec<u8>,
    start: u64,
    packed: u64,
    flags: u16,
}

/// Where the directory lies.
struct Directory {
    entries: u64,
    start: u64,
    end: u64,
}

/// Looks through the headers of a zip.
///
/// # Errors
/// Says in a few words in what it may be read in two ways, or that it is no whole zip.
pub fn check(file: &mut (impl Read + Seek)) -> Result<(), String> {
    let directory = find_directory(file)?;
    let mut entries = read_directory(file, &directory)?;
    let mut names = BTreeSet::new();
    for entry in &entries {
        let name = String::from_utf8_lossy(&entry.name);
        if !names.insert(&entry.name) {
            return Err(format!("{name} stands in it twice"));
        }
        if entry.name.ends_with(b"/") {
            return Err(format!("{name} in it is a folder, not a file"));
        }
    }
    entries.sort_by_key(|entry| entry.start);
    let mut at = 0;
    for entry in &entries {
        at = check_local(file, entry, at)?;
    }
    match at == directory.start {
        true => Ok(()),
        false => Err("something stands between its files and its directory".to_owned()),
    }
}

fn find_directory(file: &mut (impl Read + Seek)) -> Result<Directory, String> {
    let short = || "it is cut short or no zip".to_owned();
    let length = file.seek(SeekFrom::End(0)).map_err(words)?;
    let end_at = length.checked_sub(END_LENGTH).ok_or_else(short)?;
    let end = read_at(file, end_at, END_LENGTH)?;
    if long(&end, 0) != END || short_of(&end, 20) != 0 {
        return Err(
            "it does not end where a zip ends: it is cut short, or something was added".into(),
        );
    }
    if short_of(&end, 4) != 0 || short_of(&end, 6) != 0 || short_of(&end, 8) != short_of(&end, 10) {
        return Err("it is a part of several".to_owned());
    }
    let entries = u64::from(short_of(&end, 10));
    let (size, start) = (u64::from(long(&end, 12)), u64::from(long(&end, 16)));
    let large = entries == 0xffff || size == 0xffff_ffff || start == 0xffff_ffff;
    let directory = match large {
        true => large_directory(file, end_at)?,
        false => Directory {
            entries,
            start,
            end: start.checked_add(size).ok_or_else(short)?,
        },
    };
    let expected = match large {
        true => end_at.saturating_sub(LOCATOR_64_LENGTH + END_64_LENGTH),
        false => end_at,
    };
    match directory.end == expected && directory.start <= directory.end {
        true => Ok(directory),
        false => Err("its directory does not stand right before its end".to_owned()),
    }
}

/// The ends of a zip with very many or very large files.
fn large_directory(file: &mut (impl Read + Seek), end_at: u64) -> Result<Directory, String> {
    let odd = || "its end for large zips is not in its place".to_owned();
    let locator_at = end_at.checked_sub(LOCATOR_64_LENGTH).ok_or_else(odd)?;
    let record_at = locator_at.checked_sub(END_64_LENGTH).ok_or_else(odd)?;
    let locator = read_at(file, locator_at, LOCATOR_64_LENGTH)?;
    let record = read_at(file, record_at, END_64_LENGTH)?;
    let right = long(&locator, 0) == LOCATOR_64
        && double(&locator, 8) == record_at
        && long(&record, 0) == END_64
        && double(&record, 4) == END_64_LENGTH - 12
        && double(&record, 24) == double(&record, 32);
    if !right {
        return Err(odd());
    }
    let (size, start) = (double(&record, 40), double(&record, 48));
    Ok(Directory {
        entries: double(&record, 32),
        start,
        end: start.checked_add(size).ok_or_else(odd)?,
    })
}

fn read_directory(
    file: &mut (impl Read + Seek),
    directory: &Directory,
) -> Result<Vec<Entry>, String> {
    let broken = || "its directory is damaged".to_owned();
    let length = directory.end - directory.start;
    if length > LARGEST_DIRECTORY {
        return Err("its directory is far too large".to_owned());
    }
    let bytes = read_at(file, directory.start, length)?;
    let mut rest = &bytes[..];
    let mut entries = Vec::new();
    while !rest.is_empty() {
        let head = rest.get(..46).ok_or_else(broken)?;
        if long(head, 0) != CENTRAL {
            return Err(broken());
        }
        let lengths = [28, 30, 32].map(|at| usize::from(short_of(head, at)));
        let whole = 46 + lengths.iter().sum::<usize>();
        let name = rest.get(46..46 + lengths[0]).ok_or_else(broken)?;
        let extra = rest.get(46 + lengths[0]..46 + lengths[0] + lengths[1]);
        let extra = extra.ok_or_else(broken)?;
        let (packed, start) = places(head, extra).ok_or_else(broken)?;
        entries.push(Entry {
            name: name.to_vec(),
            start,
            packed,
            flags: short_of(head, 8),
        });
        rest = rest.get(whole..).ok_or_else(broken)?;
    }
    match entries.len() as u64 == directory.entries {
        true => Ok(entries),
        false => Err(broken()),
    }
}

/// The packed size and the start of a file; those that do not fit stand in the extra field of zip64.
fn places(head: &[u8], extra: &[u8]) -> Option<(u64, u64)> {
    let (size, packed, start) = (long(head, 24), long(head, 20), long(head, 42));
    let mut large = zip_64(extra);
    let mut next = |small: u32| -> Option<u64> {
        if small != u32::MAX {
            return Some(u64::from(small));
        }
        let (number, rest) = large?.split_at_checked(8)?;
        large = Some(rest);
        Some(double(number, 0))
    };
    next(size)?;
    Some((next(packed)?, next(start)?))
}

fn zip_64(mut extra: &[u8]) -> Option<&[u8]> {
    loop {
        let (head, rest) = extra.split_at_checked(4)?;
        let (body, rest) = rest.split_at_checked(usize::from(short_of(head, 2)))?;
        if short_of(head, 0) == 1 {
            return Some(body);
        }
        extra = rest;
    }
}

/// Holds what stands before a file against the directory, and gives where the file ends.
fn check_local(file: &mut (impl Read + Seek), entry: &Entry, at: u64) -> Result<u64, String> {
    let name = String::from_utf8_lossy(&entry.name);
    if entry.start != at {
        return Err(format!("something stands before {name}"));
    }
    let head = read_at(file, at, 30)?;
    let flags = short_of(&head, 6);
    if long(&head, 0) != LOCAL || flags != entry.flags || flags & (SIZES_FOLLOW | ENCRYPTED) != 0 {
        return Err(format!("{name} is not packed as redlist packs files"));
    }
    let (name_length, extra) = (short_of(&head, 26), short_of(&head, 28));
    if read_at(file, at + 30, u64::from(name_length))? != entry.name {
        return Err(format!("{name} has another name in another place"));
    }
    let data = at + 30 + u64::from(name_length) + u64::from(extra);
    data.checked_add(entry.packed)
        .ok_or_else(|| format!("{name} has no end"))
}

fn read_at(file: &mut (impl Read + Seek), at: u64, length: u64) -> Result<Vec<u8>, String> {
    file.seek(SeekFrom::Start(at)).map_err(words)?;
    let mut bytes = Vec::new();
    file.take(length).read_to_end(&mut bytes).map_err(words)?;
    match bytes.len() as u64 == length {
        true => Ok(bytes),
        false => Err("it is cut short".to_owned()),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is given to map_err")]
fn words(error: io::Error) -> String {
    crate::diagnostic::plain_io_error(&error)
}

/// A number of two bytes. Whoever asks has made sure that they are there.
fn short_of(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

/// A number of four bytes.
fn long(bytes: &[u8], at: usize) -> u32 {
    u32::from(short_of(bytes, at)) | u32::from(short_of(bytes, at + 2)) << 16
}

/// A number of eight bytes.
fn double(bytes: &[u8], at: usize) -> u64 {
    u64::from(long(bytes, at)) | u64::from(long(bytes, at + 4)) << 32
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn zip(files: &[(&str, &[u8])], large: bool) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            let options = SimpleFileOptions::default().large_file(large);
            zip.start_file(*name, options).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn problem(bytes: &[u8]) -> String {
        check(&mut Cursor::new(bytes)).unwrap_err()
    }

    const FILES: [(&str, &[u8]); 2] = [("a/index.html", b"good"), ("b.txt", b"text")];

    #[test]
    fn a_zip_of_one_meaning_is_taken() {
        for large in [false, true] {
            assert_eq!(check(&mut Cursor::new(zip(&FILES, large))), Ok(()));
        }
        assert_eq!(check(&mut Cursor::new(zip(&[], false))), Ok(()));
    }

    #[test]
    fn what_stands_before_or_after_a_zip_is_told() {
        let (good, evil) = (zip(&FILES, false), zip(&[("a/index.html", b"evil")], false));
        let mut odd_comment = evil.clone();
        let end = odd_comment.len();
        odd_comment[end - 2] = 9;
        for bytes in [
            [&b"PK<!doctype html><!--"[..], &good].concat(),
            [&evil[..], &good].concat(),
            [&good[..], &evil].concat(),
            [&good[..], &odd_comment].concat(),
            [&good[..], b"\n"].concat(),
            good[..good.len() - 1].to_vec(),
            Vec::new(),
        ] {
            problem(&bytes);
        }
    }

    #[test]
    fn a_name_that_stands_twice_or_differs_is_told() {
        let mut twice = zip(&[("a.html", b"evil"), ("b.html", b"good")], false);
        for at in 0..twice.len() - 6 {
            if &twice[at..at + 6] == b"b.html" {
                twice[at] = b'a';
            }
        }
        assert!(problem(&twice).contains("twice"));
        let mut differs = zip(&FILES, false);
        let at = differs
            .windows(5)
            .position(|part| part == b"b.txt")
            .unwrap();
        differs[at] = b'c';
        assert!(problem(&differs).contains("another name"));
    }

    #[test]
    fn no_byte_can_make_it_fall_over() {
        let good = zip(&FILES, true);
        for at in 0..good.len() {
            for value in [0, 1, 0x7f, 0xff] {
                let mut bytes = good.clone();
                bytes[at] = value;
                let _ = check(&mut Cursor::new(bytes));
            }
            let _ = check(&mut Cursor::new(&good[..at]));
        }
    }
}
