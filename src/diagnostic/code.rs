//! The stable codes. Each has a fixture under `tests/diagnostics/` and an entry in
//! `docs/diagnostics.md`; a test keeps the three together.

use serde::{Serialize, Serializer};

/// How serious a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The site cannot be built right: exit 1.
    Error,
    /// The site can be built, but a reader will miss something. `--strict` makes it an error.
    Warning,
    /// Work that is known to be left, such as a missing translation. Never an error.
    Note,
}

macro_rules! codes {
    ($($name:ident $id:literal $severity:ident $summary:literal;)*) => {
        /// A kind of problem. The id never changes its meaning once released.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $summary] $name,)*
        }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &[Code] = &[$(Code::$name,)*];

            /// The id that is printed, such as `RL104`.
            pub fn id(self) -> &'static str {
                match self { $(Code::$name => $id,)* }
            }

            /// How serious it is.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }

            /// What it means, in a few words.
            pub fn summary(self) -> &'static str {
                match self { $(Code::$name => $summary,)* }
            }
        }
    };
}

codes! {
    // Files and YAML
    UnreadableFile "RL101" Error "a file or folder cannot be read";
    NotUtf8 "RL102" Error "a text file is not UTF-8";
    FileTooLarge "RL103" Error "a file is larger than its kind may be";
    YamlSyntax "RL104" Error "YAML that cannot be understood";
    UnknownKey "RL105" Error "a key that this kind of file does not have";
    WrongValue "RL106" Error "a value of the wrong kind";
    MissingKey "RL107" Error "a required key is missing";
    DuplicateKey "RL108" Error "a key stands twice";
    NoFrontMatter "RL109" Error "a text does not start with front matter";
    BadName "RL110" Error "a name that an id may not have, or a stick cannot hold";
    NamesDifferInCase "RL111" Error "two names that differ only in upper and lower case";
    StrayFile "RL112" Warning "a file that belongs to nothing";
    YamlTooComplex "RL113" Error "YAML nested too deep or with too many values";
    MissingFacts "RL114" Error "a folder without its file of facts";
    // Site and languages
    NoSite "RL151" Error "the folder holds no site";
    BadLanguageTag "RL152" Error "a language tag that is not valid";
    DuplicateLanguage "RL153" Error "a language stands twice";
    UnknownLanguage "RL154" Error "a language that the site does not have";
    // References
    UnknownTerm "RL201" Error "a term that the vocabulary does not have";
    UnknownEntry "RL202" Error "an entry that does not exist";
    UnknownCategory "RL203" Error "a category that the list does not have";
    UnknownContact "RL204" Error "a contact that the list does not have";
    DuplicateId "RL205" Error "an id that stands twice";
    BroaderCycle "RL206" Error "terms that are each broader than the other";
    // Facts
    RangeUpsideDown "RL301" Error "a range whose end comes before its start";
    YearZero "RL302" Error "the year 0, which does not exist";
    BadDate "RL303" Error "a date that does not exist";
    BadUnit "RL304" Error "a unit that does not fit the dimension";
    SizeClassMismatch "RL305" Warning "a size class that does not fit the measurements";
    BadAatId "RL306" Error "a number that cannot be a Getty AAT id";
    // Texts and translations
    NoSourceText "RL401" Error "no text in the source language";
    MissingTranslation "RL402" Note "a text that is not yet translated";
    StaleTranslation "RL403" Warning "a translation of an older source text";
    NoTranslationRecord "RL404" Warning "a translation that does not say what it translates";
    EmptyText "RL405" Error "a required text or list is empty";
    TooManyPoints "RL406" Warning "a list that is too long to be read in a hurry";
    // Pictures
    PictureMissing "RL501" Error "a picture that is not there";
    NotAPicture "RL502" Error "a file that is not the picture its name says";
    NoAltText "RL503" Error "a picture without a text alternative";
    NoPictureRights "RL504" Warning "a picture without status, credit or licence";
    UnknownPicture "RL505" Error "words for a picture that the facts do not name";
    UnsafePicture "RL506" Warning "a picture with content that was taken out";
    PicturePosition "RL507" Warning "a picture that says where it was taken";
    // Markdown
    DeadLink "RL601" Error "a link that leads nowhere";
    DeadAnchor "RL602" Error "a link to a heading that does not exist";
    UnsafeLink "RL603" Error "a link of a kind that is not allowed";
    HeadingLevel "RL604" Warning "a heading that breaks the page's order";
    HtmlRemoved "RL605" Warning "HTML that is not allowed and was taken out";
    UnknownFootnote "RL606" Error "a footnote that does not exist";
    // Messages
    MessageSyntax "RL701" Error "a Fluent file that cannot be understood";
    MissingMessage "RL702" Error "a message that no language of the chain has";
    UntranslatedMessage "RL703" Note "a message that is not yet translated";
    MissingVariable "RL704" Warning "a message that leaves out a variable of the source";
    ExtraVariable "RL705" Error "a message with a variable that it is never given";
    DuplicateMessage "RL706" Error "a message that stands twice";
    BrokenReference "RL707" Error "a message that refers to one that does not exist";
    UnusedMessage "RL708" Warning "a message that nothing shows";
    // Themes
    NoTheme "RL801" Error "a theme that is not there";
    TemplateSyntax "RL802" Error "a template that cannot be understood";
    TemplateFailed "RL803" Error "a template that failed on a page";
    ThemeCycle "RL804" Error "themes that extend each other";
    UnusedTemplate "RL805" Warning "a template that nothing uses";
    // Output
    BadOutputPath "RL901" Error "an output name that a stick cannot hold";
    OutputCollision "RL902" Error "two pages with the same output name";
    OutputNotOurs "RL903" Error "an output folder that redlist did not make";
    CannotWrite "RL904" Error "a file that cannot be written";
    OutputBusy "RL905" Error "an output folder that another build is using";
    OfflineEdition "RL906" Error "an offline edition, key or delta that cannot be made or used";
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}
