//! Texts made smaller by pointing back to what they said before.
//!
//! A stick has no web server that compresses, and old browsers cannot decompress. So the texts of
//! entries are packed in a form that a few lines of script undo, and that a web server's own
//! compression still makes smaller: plain text in which [`MARK`] stands before a length and a
//! distance back, both written by [`encode::number`]. `unpack` in `assets/search-index.js` is the other
//! half; `tests/search.rs` holds the two together.
//!
//! This is the scheme of Lempel and Ziv (1977), with lengths and distances in UTF-16 units, as a
//! script counts them.

use super::encode;

/// Begins a reference. A length of 0 is the character itself.
const MARK: char = '`';

/// What a length of 1 stands for, less one: shorter repetitions are cheaper written out.
const LENGTH_BASE: usize = 4;

/// How many earlier places are looked at for the longest repetition.
const TRIES: usize = 24;

/// How many characters must agree before a place is looked at.
const KEY: usize = 4;

/// How many kinds of keys are told apart, as a power of two.
const KINDS: u32 = 15;

/// Packs a text: a mark, by which a script knows it from JSON, the length in UTF-16 units, then
/// characters and references.
pub fn pack(text: &str) -> String {
    let mut window = Window::new(text);
    let mut packed = String::with_capacity(text.len() / 2);
    packed.push(MARK);
    encode::number(as_number(window.units[window.chars.len()]), &mut packed);
    let mut at = 0;
    let mut found = None;
    while let Some(c) = window.chars.get(at).copied() {
        window.learn(at);
        // A better repetition may begin one character later.
        let next = window.longest(at + 1);
        let is_better = |found: &Found| next.as_ref().is_none_or(|next| next.saves <= found.saves);
        let Some(reference) = found.filter(is_better) else {
            packed.push(c);
            if c == MARK {
                encode::number(0, &mut packed);
            }
            at += 1;
            found = next;
            continue;
        };
        packed.push(MARK);
        encode::number(as_number(reference.length - LENGTH_BASE), &mut packed);
        encode::number(as_number(reference.distance), &mut packed);
        for inside in at + 1..reference.end {
            window.learn(inside);
        }
        at = reference.end;
        found = window.longest(at);
    }
    packed
}

/// A number that fits: no shard has 4 GB.
fn as_number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// A repetition of something earlier, in UTF-16 units but for `end`.
struct Found {
    length: usize,
    distance: usize,
    /// Bytes saved by pointing to it.
    saves: usize,
    /// The character behind it.
    end: usize,
}

struct Window {
    chars: Vec<char>,
    /// UTF-16 units before each character, and before the end.
    units: Vec<usize>,
    /// Bytes before each character, and before the end.
    bytes: Vec<usize>,
    /// For each kind of key the last place where it stood.
    last: Vec<Option<usize>>,
    /// For each place the one before it with a key of the same kind.
    before: Vec<Option<usize>>,
}

impl Window {
    fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let sums = |size: fn(char) -> usize| {
            let mut sum = 0;
            let mut sums = vec![0];
            sums.extend(chars.iter().map(|c| {
                sum += size(*c);
                sum
            }));
            sums
        };
        Self {
            units: sums(char::len_utf16),
            bytes: sums(char::len_utf8),
            last: vec![None; 1 << KINDS],
            before: vec![None; chars.len()],
            chars,
        }
    }

    /// The kind of key at a place. Different keys may be of one kind.
    fn kind(&self, at: usize) -> Option<usize> {
        let key = self.chars.get(at..at + KEY)?;
        // Knuth's multiplicative hash: the upper bits are well mixed.
        let hash = key.iter().fold(0_u32, |hash, c| {
            (hash.rotate_left(8) ^ u32::from(*c)).wrapping_mul(2_654_435_769)
        });
        Some((hash >> (32 - KINDS)) as usize)
    }

    /// Lets later places point to this one.
    fn learn(&mut self, at: usize) {
        if let Some(kind) = self.kind(at) {
            self.before[at] = self.last[kind].replace(at);
        }
    }

    /// The repetition at a place that saves most, if any saves something.
    fn longest(&self, at: usize) -> Option<Found> {
        let mut place = self.last[self.kind(at)?];
        let mut best: Option<Found> = None;
        let mut longest = KEY;
        for _ in 0..TRIES {
            let Some(start) = place else { break };
            place = self.before[start];
            // It must have ended before this place: a script copies it in one go.
            let most = at - start;
            // Further back it must be longer to be better.
            if longest >= most || self.chars.get(at + longest) != self.chars.get(start + longest) {
                continue;
            }
            let pairs = self.chars[start..].iter().zip(&self.chars[at..]);
            let same = pairs.take(most).take_while(|(a, b)| a == b).count();
            if same <= longest {
                continue;
            }
            let found = self.found(start, at, at + same);
            let least = best.as_ref().map_or(0, |best| best.saves);
            if found.as_ref().is_some_and(|found| found.saves > least) {
                best = found;
                longest = same;
            }
        }
        best
    }

    fn found(&self, start: usize, at: usize, end: usize) -> Option<Found> {
        let length = self.units[end] - self.units[at];
        if length <= LENGTH_BASE {
            return None;
        }
        let distance = self.units[at] - self.units[start];
        let costs = 1
            + encode::length(as_number(length - LENGTH_BASE))
            + encode::length(as_number(distance));
        let bytes = self.bytes[end] - self.bytes[at];
        Some(Found {
            length,
            distance,
            saves: bytes.checked_sub(costs).filter(|saves| *saves > 0)?,
            end,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_again_is_pointed_to() {
        let packed = pack("a hole through the length; a hole through the width");
        assert_eq!(packed.matches(MARK).count(), 2);
        assert!(packed.len() < 40, "{packed}");
    }

    #[test]
    fn a_text_without_repetitions_stays_readable() {
        assert!(pack("clay `tablets`").ends_with("clay `(tablets`("));
    }
}
