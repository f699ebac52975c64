//! Mistakes in Fluent files, in plain words, and what to do about them.

use fluent_syntax::parser::ErrorKind;

/// What is wrong, and what to do.
#[derive(Debug)]
pub(super) struct Explanation {
    pub message: String,
    pub cure: String,
}

/// What is wrong with an entry that is not given to the parser.
pub(super) fn too_nested() -> Explanation {
    explanation(
        "a message has more than a hundred braces and brackets",
        "Close those that are open, or make several messages of it.",
    )
}

/// A `\u` that is not followed by its digits.
pub(super) fn broken_escape() -> Explanation {
    explanation(
        "`\\u` needs four digits from 0 to F, and `\\U` six",
        "Write \\u200F, or the character itself.",
    )
}

/// An attribute where no message is.
pub(super) fn stray_attribute() -> Explanation {
    explanation(
        "an attribute belongs to no message",
        "Write it below its message, before the next one begins.",
    )
}

/// A line that looks as if it went on, but does not.
pub(super) fn tab() -> Explanation {
    explanation(
        "a line is indented with a tab",
        "Indent it with spaces; Fluent takes no tabs.",
    )
}

/// What a mistake at a place in the text means.
pub(super) fn explain(text: &str, at: usize, kind: &ErrorKind) -> Explanation {
    let before = text.get(..at).unwrap_or_default();
    let at_line_start = before.is_empty() || before.ends_with('\n');
    let (message, cure) = words(kind, at_line_start);
    explanation(message, cure)
}

fn words(kind: &ErrorKind, at_line_start: bool) -> (&'static str, &'static str) {
    const CHOICE: &str = "Choose by a variable, such as { $count -> … }, or by a term's attribute.";
    match kind {
        ErrorKind::ExpectedToken('=') => (
            "`=` is missing after the name of a message",
            "Write name = text; begin a line that continues a text with a space.",
        ),
        ErrorKind::ExpectedToken('}') => (
            "a `{` is not closed here",
            "Close it with }; to show a brace, write { \"{\" }.",
        ),
        ErrorKind::ExpectedToken(']') => (
            "the name of a variant is not closed here",
            "Close it with ], as in [one].",
        ),
        ErrorKind::ExpectedToken(')') => ("a `(` is not closed here", "Close it with )."),
        ErrorKind::ExpectedToken('"') | ErrorKind::UnterminatedStringLiteral => (
            "a text in quotes is not closed on its line",
            "Close it with \".",
        ),
        ErrorKind::ExpectedToken(_) => (
            "the text cannot be understood here",
            "Compare it with the source language's message.",
        ),
        ErrorKind::ExpectedCharRange { range } if range == "0-9" => (
            "a number is expected here",
            "Write it with digits, as in 12.5.",
        ),
        ErrorKind::ExpectedCharRange { .. } if at_line_start => (
            "a message must begin with its name in Latin letters",
            "Begin a line that continues the text above with a space, or write name = text.",
        ),
        ErrorKind::ExpectedCharRange { .. } => (
            "a name in Latin letters is expected here",
            "Keep the names of variables and variants as in the source language, such as $count \
             and [one].",
        ),
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } => (
            "a message has no text",
            "Write a text after =, or remove the message until it is translated.",
        ),
        ErrorKind::ForbiddenCallee => (
            "only functions may be followed by `(`",
            "Write the variable alone, such as { $name }.",
        ),
        ErrorKind::MissingDefaultVariant => (
            "a choice has no variant for all other cases",
            "Mark one with a star, usually *[other].",
        ),
        ErrorKind::MultipleDefaultVariants => (
            "a choice has more than one variant for all other cases",
            "Leave the star only at one of them, usually *[other].",
        ),
        ErrorKind::MissingValue => (
            "a variant or an attribute has no text",
            "Write its text, or remove it.",
        ),
        ErrorKind::MessageReferenceAsSelector | ErrorKind::MessageAttributeAsSelector => {
            ("a choice cannot depend on a message", CHOICE)
        }
        ErrorKind::TermReferenceAsSelector => ("a choice cannot depend on a term", CHOICE),
        ErrorKind::TermAttributeAsPlaceable => (
            "the attribute of a term cannot be shown",
            "Choose by it, as in { -brand.gender -> … }.",
        ),
        ErrorKind::PositionalArgumentFollowsNamed => (
            "a value without a name follows one that has a name",
            "Write values without names first.",
        ),
        ErrorKind::DuplicatedNamedArgument(_) => {
            ("a value is given twice", "Remove one of the two.")
        }
        ErrorKind::UnknownEscapeSequence(_) => (
            "a backslash is followed by something that it does not go with",
            "Write \\\\ for a backslash, \\\" for a quote, or the character itself.",
        ),
        ErrorKind::InvalidUnicodeEscapeSequence(_) => (
            "`\\u` needs four digits from 0 to F, and `\\U` six",
            "Write \\u200F, or the character itself.",
        ),
        ErrorKind::UnbalancedClosingBrace => (
            "a `}` closes nothing",
            "Remove it, or put it on a line of its own if it ends a choice; to show a brace, write \
             { \"}\" }.",
        ),
        ErrorKind::ExpectedInlineExpression => (
            "the braces hold nothing that can be inserted",
            "Write a variable { $name }, a message { name } or a text { \"…\" }.",
        ),
        ErrorKind::ExpectedSimpleExpressionAsSelector => ("a choice cannot depend on this", CHOICE),
        ErrorKind::ExpectedLiteral => (
            "a text in quotes or a number is expected here",
            "Write it as in -brand(case: \"genitive\").",
        ),
    }
}

fn explanation(message: &str, cure: &str) -> Explanation {
    Explanation {
        message: message.to_owned(),
        cure: cure.to_owned(),
    }
}
