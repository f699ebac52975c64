//! Hands out the files of pictures. Any one can be asked for alone; the first that is asked for
//! makes all of its picture, because decoding costs most, and the others are found ready.

use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::io::{BufReader, Cursor};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use super::cache::{Cache, Key};
use crate::catalogue::Catalogue;
use crate::content::Picture;
use crate::diagnostic::{Diagnostic, SourcePath};
use crate::media::budget::DECODED;
use crate::media::look;
use crate::media::pixels::{self, Pixels};
use crate::media::{Form, Format, PictureFile, Refusal, Settings, encode, svg};
use crate::source::{SiteFolder, unreadable};

/// How many bytes of finished files wait in memory to be asked for.
const MOST_READY: usize = 64 * 1024 * 1024;

/// A file that was changed so long ago would show another time if it were changed again.
const SETTLED_AFTER: Duration = Duration::from_secs(3);

/// Makes the pictures of a site.
pub struct Store<'a> {
    site: &'a SiteFolder,
    catalogue: &'a Catalogue,
    kept: Arc<Kept>,
}

/// What is kept of the work. A preview hands it on from one catalogue to the next.
pub struct Kept {
    cache: Cache,
    /// One lock for each picture, so that two threads do not make the same.
    turns: Mutex<BTreeMap<SourcePath, Arc<Mutex<()>>>>,
    contents: Mutex<BTreeMap<SourcePath, Content>>,
    ready: Mutex<Ready>,
    spent: Spent,
}

impl Kept {
    /// Nothing but what is in a cache.
    pub fn new(cache: Cache) -> Self {
        Self {
            cache,
            turns: Mutex::default(),
            contents: Mutex::default(),
            ready: Mutex::default(),
            spent: Spent::default(),
        }
    }

    fn turn(&self, source: &SourcePath) -> Arc<Mutex<()>> {
        let mut turns = lock(&self.turns);
        Arc::clone(turns.entry(source.clone()).or_default())
    }
}

/// How long each part of the work took, in nanoseconds, summed over all threads.
#[derive(Debug, Default)]
pub struct Spent {
    decode: AtomicU64,
    resize: AtomicU64,
    encode: AtomicU64,
}

impl Spent {
    fn measure<T>(counter: &AtomicU64, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let done = work();
        let nanoseconds = u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX);
        counter.fetch_add(nanoseconds, Ordering::Relaxed);
        done
    }

    /// Decoding, turning, and converting colours.
    pub fn decode(&self) -> Duration {
        Duration::from_nanos(self.decode.load(Ordering::Relaxed))
    }

    /// Making smaller.
    pub fn resize(&self) -> Duration {
        Duration::from_nanos(self.resize.load(Ordering::Relaxed))
    }

    /// Encoding.
    pub fn encode(&self) -> Duration {
        Duration::from_nanos(self.encode.load(Ordering::Relaxed))
    }
}

/// What a file held when it had this length and time.
#[derive(Clone, Copy)]
struct Content {
    length: u64,
    modified: SystemTime,
    hash: blake3::Hash,
}

/// Files that were made and not yet asked for, the oldest first.
#[derive(Default)]
struct Ready {
    files: VecDeque<(Key, Vec<u8>)>,
    bytes: usize,
}

impl Ready {
    fn add(&mut self, key: Key, file: Vec<u8>) {
        self.bytes += file.len();
        self.files.push_back((key, file));
        while self.bytes > MOST_READY {
            let Some((_, file)) = self.files.pop_front() else {
                return;
            };
            self.bytes -= file.len();
        }
    }

    fn take(&mut self, key: &Key) -> Option<Vec<u8>> {
        let at = self.files.iter().rposition(|(other, _)| other == key)?;
        let (_, file) = self.files.remove(at)?;
        self.bytes -= file.len();
        Some(file)
    }
}

/// The files of a picture.
type Made = Vec<(Form, Vec<u8>)>;

/// A lock whose holder cannot leave anything half done.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<'a> Store<'a> {
    /// The pictures of a site, kept in a cache.
    pub fn new(site: &'a SiteFolder, catalogue: &'a Catalogue, cache: Cache) -> Self {
        Self::with(site, catalogue, Arc::new(Kept::new(cache)))
    }

    /// The pictures of a site, with what is kept of earlier work.
    pub fn with(site: &'a SiteFolder, catalogue: &'a Catalogue, kept: Arc<Kept>) -> Self {
        Self {
            site,
            catalogue,
            kept,
        }
    }

    fn settings(&self) -> &'a Settings {
        &self.catalogue.config.pictures
    }

    /// How long the work took so far.
    pub fn spent(&self) -> &Spent {
        &self.kept.spent
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// When the picture cannot be read, or is not what it seemed to be when the site was loaded.
    pub fn get(&self, file: &PictureFile) -> Result<Vec<u8>, Box<Diagnostic>> {
        let Some(picture) = self.catalogue.find_picture(&file.source) else {
            return Err(unreadable(
                &file.source,
                &std::io::ErrorKind::NotFound.into(),
            ));
        };
        let key = self.key(&self.hash(&file.source)?, file.form);
        if let Some(found) = self.find(&key) {
            return Ok(found);
        }
        let turn = self.kept.turn(&file.source);
        let _turn = lock(&turn);
        if let Some(found) = self.find(&key) {
            return Ok(found);
        }
        let (hash, made) = self.make(picture)?;
        let mut wanted = None;
        for (form, bytes) in made {
            let key = self.key(&hash, form);
            self.kept.cache.put(&key, &bytes);
            if form == file.form {
                wanted = Some(bytes);
            } else {
                lock(&self.kept.ready).add(key, bytes);
            }
        }
        wanted.ok_or_else(|| picture.refused(&changed(), picture.place.clone()))
    }

    fn find(&self, key: &Key) -> Option<Vec<u8>> {
        let ready = lock(&self.kept.ready).take(key);
        ready.or_else(|| self.kept.cache.get(key))
    }

    fn key(&self, content: &blake3::Hash, form: Form) -> Key {
        let settings = self.settings();
        let how = match form {
            Form::Drawing => "drawing".to_owned(),
            Form::Pixels {
                width,
                height,
                format,
            } => {
                let quality = match format {
                    Format::Webp => settings.webp_quality,
                    Format::Jpeg => settings.jpeg_quality,
                    Format::WebpLossless | Format::Png => 100,
                };
                // A size is made from the next larger one.
                let widths = &settings.widths;
                format!("{width} {height} {format:?} {quality} {widths:?}")
            }
        };
        Key::new(content, &how)
    }

    /// The hash of a file. It is read for this by and by, and not held in memory.
    fn hash(&self, file: &SourcePath) -> Result<blake3::Hash, Box<Diagnostic>> {
        let told = |error| unreadable(file, &error);
        let path = self.site.path(file);
        let data = fs::metadata(&path).map_err(told)?;
        let modified = data.modified().ok();
        let known = lock(&self.kept.contents).get(file).copied();
        if let Some(known) = known
            && known.length == data.len()
            && Some(known.modified) == modified
        {
            return Ok(known.hash);
        }
        let mut hasher = blake3::Hasher::new();
        let opened = fs::File::open(&path).map_err(told)?;
        let hash = hasher.update_reader(opened).map_err(told)?.finalize();
        let settled = |modified: &SystemTime| {
            let age = SystemTime::now().duration_since(*modified);
            age.is_ok_and(|age| age > SETTLED_AFTER)
        };
        if let Some(modified) = modified.filter(settled) {
            let content = Content {
                length: data.len(),
                modified,
                hash,
            };
            lock(&self.kept.contents).insert(file.clone(), content);
        }
        Ok(hash)
    }

    /// Makes all files of a picture, and says of which content.
    fn make(&self, picture: &Picture) -> Result<(blake3::Hash, Made), Box<Diagnostic>> {
        let source = &picture.source;
        let told = |error| unreadable(source, &error);
        let path = self.site.path(source);
        let length = fs::metadata(&path).map_err(told)?.len();
        let refused = |why: Refusal| picture.refused(&why, picture.place.clone());
        let _memory = match picture.file.ends_with(".svg") {
            // It is small, and pictures within it ask for themselves.
            true => None,
            false => {
                let file = BufReader::new(fs::File::open(&path).map_err(told)?);
                let look = look::look(file, &picture.file).map_err(refused)?;
                // The file and its pixels are in memory at the same time.
                Some(DECODED.borrow(look.memory().saturating_add(length)))
            }
        };
        let bytes = fs::read(&path).map_err(told)?;
        let made = self.made_of(picture, &bytes).map_err(refused)?;
        Ok((blake3::hash(&bytes), made))
    }

    fn made_of(&self, picture: &Picture, bytes: &[u8]) -> Result<Made, Refusal> {
        if picture.file.ends_with(".svg") {
            let text = str::from_utf8(bytes).map_err(|_| "it is not UTF-8")?;
            let seen = svg::inspect(text).map_err(|problem| problem.why)?;
            if seen.dimensions != picture.dimensions {
                return Err(changed());
            }
            let clean = Spent::measure(&self.kept.spent.encode, || svg::clean(bytes))?;
            return Ok(vec![(Form::Drawing, clean)]);
        }
        let look = look::look(Cursor::new(bytes), &picture.file)?;
        if (look.dimensions(), look.nature) != (picture.dimensions, picture.nature) {
            return Err(changed());
        }
        let mut pixels = Arc::new(Spent::measure(&self.kept.spent.decode, || {
            pixels::decode(bytes, &look)
        })?);
        let mut forms = picture.forms(self.settings());
        forms.sort_by_key(|form| std::cmp::Reverse(size(*form)));
        let mut made = Vec::with_capacity(forms.len());
        for form in forms {
            let Form::Pixels {
                width,
                height,
                format,
            } = form
            else {
                continue;
            };
            pixels = self.resized(pixels, width, height)?;
            let file = Spent::measure(&self.kept.spent.encode, || {
                encode::encode(&pixels, format, self.settings())
            })?;
            made.push((form, file));
        }
        Ok(made)
    }

    /// The pixels in another size; the larger ones are let go.
    fn resized(&self, pixels: Arc<Pixels>, width: u32, height: u32) -> Result<Arc<Pixels>, String> {
        if (pixels.width(), pixels.height()) == (width, height) {
            return Ok(pixels);
        }
        let smaller = Spent::measure(&self.kept.spent.resize, || pixels.resize(width, height))?;
        Ok(Arc::new(smaller))
    }
}

fn changed() -> Refusal {
    Refusal::new("it was changed while the site was built", "Build again.")
}

fn size(form: Form) -> (u32, u32) {
    match form {
        Form::Drawing => (0, 0),
        Form::Pixels { width, height, .. } => (width, height),
    }
}
