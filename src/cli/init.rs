//! `redlist init`: makes a small site in two languages that builds at once.

use std::path::PathBuf;

use redlist::diagnostic::plain_io_error;
use redlist::source::Source;

use super::Outcome;
use super::report::say;
use super::scaffold::{self, NewFile, write_new};

/// Make a small site in two languages that builds at once.
#[derive(Debug, clap::Args)]
pub struct InitArgs {
    /// The folder to make; it must not hold a site yet.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl InitArgs {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let files = sample_site();
        if let Err(refused) = write_new(&self.folder, &files) {
            say(&format!(
                "error: `{}` was not written: {}",
                refused.path.display(),
                plain_io_error(&refused.error)
            ));
            say("Name a new or an empty folder.");
            return Outcome::Problems;
        }
        let folder = self.folder.display();
        say(&format!(
            "Made a site of {} files in {folder}.",
            files.len()
        ));
        say(&format!("Next: redlist build {folder}"));
        Outcome::Done
    }
}

/// The files of the sample site.
fn sample_site() -> Vec<NewFile> {
    let vocabulary =
        |name: &str, text: &str| NewFile::new(format!("content/vocabulary/{name}.yaml"), text);
    let mut files = vec![
        NewFile::new("redlist.yaml", scaffold::SITE),
        vocabulary("materials", scaffold::VOCABULARY_MATERIALS),
        vocabulary("object-types", scaffold::VOCABULARY_OBJECT_TYPES),
        vocabulary("periods", scaffold::VOCABULARY_PERIODS),
        vocabulary("scripts", scaffold::VOCABULARY_SCRIPTS),
        vocabulary("shapes", scaffold::VOCABULARY_SHAPES),
        vocabulary("sizes", scaffold::VOCABULARY_SIZES),
        NewFile::new("i18n/en/vocabulary.ftl", scaffold::LABELS_EN),
        NewFile::new("i18n/ar/vocabulary.ftl", scaffold::LABELS_AR),
        NewFile::new("content/lists/sample/list.yaml", scaffold::SAMPLE_LIST),
        NewFile::new(
            "content/lists/sample/clay-tablets/entry.yaml",
            scaffold::SAMPLE_ENTRY,
        ),
        NewFile::new(
            "content/lists/sample/clay-tablets/drawing.svg",
            scaffold::DRAWING,
        ),
    ];
    let texts = [
        (
            "content/lists/sample",
            scaffold::SAMPLE_LIST_EN,
            scaffold::SAMPLE_LIST_AR,
        ),
        (
            "content/lists/sample/clay-tablets",
            scaffold::SAMPLE_ENTRY_EN,
            scaffold::SAMPLE_ENTRY_AR,
        ),
        (
            "content/pages/about",
            scaffold::SAMPLE_ABOUT_EN,
            scaffold::SAMPLE_ABOUT_AR,
        ),
    ];
    for (folder, source, translation) in texts {
        files.push(NewFile::new(format!("{folder}/en.md"), source));
        let translation = with_revision(translation, source);
        files.push(NewFile::new(format!("{folder}/ar.md"), translation));
    }
    files
}

/// Writes the revision of the source text into its translation.
fn with_revision(translation: &str, source: &str) -> String {
    let source = Source::from_text("en.md", source);
    translation.replace("REVISION", &source.revision())
}
