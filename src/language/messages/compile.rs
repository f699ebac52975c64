//! Turns fluent-syntax's tree, which borrows from the file, into what is kept of a message, and
//! notes where it uses variables and other messages.

use std::ops::Range;

use fluent_syntax::ast::{self, InlineExpression as Inline};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::parse::{Entry, Parsed, Problem, Use, Used};
use super::pattern::{Literal, Message, Part, Pattern, Reference, Select, Selector, VariantKey};
use crate::diagnostic::Code;
use crate::language::Counting;

pub(super) fn message(text: &str, message: &ast::Message<&str>, parsed: &mut Parsed) {
    let at = range(text, message.id.name);
    let id = message.id.name.to_owned();
    let (value, attributes) = (message.value.as_ref(), &message.attributes);
    entry(text, id, at, value, attributes, parsed);
}

pub(super) fn term(text: &str, term: &ast::Term<&str>, parsed: &mut Parsed) {
    let name = range(text, term.id.name);
    let at = name.start.saturating_sub(1)..name.end;
    let id = format!("-{}", term.id.name);
    entry(text, id, at, Some(&term.value), &term.attributes, parsed);
}

fn entry(
    text: &str,
    id: String,
    at: Range<usize>,
    value: Option<&ast::Pattern<&str>>,
    attributes: &[ast::Attribute<&str>],
    parsed: &mut Parsed,
) {
    let mut compiler = Compiler {
        text,
        within: None,
        uses: Vec::new(),
        problems: &mut parsed.problems,
    };
    let mut message = Message {
        value: value.map(|value| compiler.pattern(value)),
        attributes: Vec::new(),
    };
    for attribute in attributes {
        let name = attribute.id.name;
        if message.pattern(Some(name)).is_some() {
            compiler.problem(
                name,
                Code::DuplicateMessage,
                format!("the attribute `.{name}` stands twice in `{id}`"),
                "Remove one of the two.",
            );
            continue;
        }
        compiler.within = Some(name.to_owned());
        let pattern = compiler.pattern(&attribute.value);
        message.attributes.push((name.to_owned(), pattern));
    }
    let uses = compiler.uses;
    parsed.entries.push(Entry {
        id,
        at,
        message,
        uses,
    });
}

/// The range of a slice that was cut from the text.
fn range(text: &str, slice: &str) -> Range<usize> {
    let start = (slice.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + slice.len()
}

struct Compiler<'t, 'p> {
    text: &'t str,
    /// The attribute that is being read.
    within: Option<String>,
    uses: Vec<Use>,
    problems: &'p mut Vec<Problem>,
}

impl Compiler<'_, '_> {
    fn pattern(&mut self, pattern: &ast::Pattern<&str>) -> Pattern {
        let mut parts = Pattern::new();
        for element in &pattern.elements {
            let part = match element {
                ast::PatternElement::TextElement { value } => Part::Text((*value).to_owned()),
                ast::PatternElement::Placeable { expression } => self.expression(expression),
            };
            // The parser gives one text per line.
            match (parts.last_mut(), part) {
                (Some(Part::Text(before)), Part::Text(text)) => before.push_str(&text),
                (_, part) => parts.push(part),
            }
        }
        parts
    }

    fn expression(&mut self, expression: &ast::Expression<&str>) -> Part {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline),
            ast::Expression::Select { selector, variants } => {
                Part::Select(self.select(selector, variants))
            }
        }
    }

    fn inline(&mut self, inline: &Inline<&str>) -> Part {
        match inline {
            Inline::StringLiteral { value } => {
                Part::Text(unescape_unicode_to_string(value).into_owned())
            }
            Inline::NumberLiteral { value } => Part::Number(number(value)),
            Inline::VariableReference { id } => Part::Variable(self.variable(id.name)),
            Inline::MessageReference { id, attribute } => {
                Part::Reference(self.message_reference(id, attribute.as_ref()))
            }
            Inline::TermReference {
                id,
                attribute,
                arguments,
            } => Part::Reference(self.term_reference(id, attribute.as_ref(), arguments.as_ref())),
            Inline::FunctionReference { id, arguments } => {
                match self.function(id.name, arguments) {
                    Selector::Variable(name, _) => Part::Variable(name),
                    Selector::Literal(Literal::Number(number), _) => Part::Number(number),
                    Selector::Literal(Literal::Text(text), _) => Part::Text(text),
                    Selector::Term(reference) => Part::Reference(reference),
                }
            }
            Inline::Placeable { expression } => self.expression(expression),
        }
    }

    fn select(&mut self, selector: &Inline<&str>, variants: &[ast::Variant<&str>]) -> Select {
        let selector = match selector {
            Inline::FunctionReference { id, arguments } => self.function(id.name, arguments),
            other => match self.inline(other) {
                Part::Variable(name) => Selector::Variable(name, Counting::Cardinal),
                Part::Number(number) => {
                    Selector::Literal(Literal::Number(number), Counting::Cardinal)
                }
                Part::Text(text) => Selector::Literal(Literal::Text(text), Counting::Cardinal),
                Part::Reference(reference) => Selector::Term(reference),
                // The parser allows no choice as a selector; the default variant is shown.
                Part::Select(_) => nothing(),
            },
        };
        Select {
            selector,
            default: variants.iter().position(|v| v.default).unwrap_or(0),
            variants: variants
                .iter()
                .map(|variant| (variant_key(&variant.key), self.pattern(&variant.value)))
                .collect(),
        }
    }

    fn variable(&mut self, name: &str) -> String {
        self.use_of(name, Used::Variable(name.to_owned()));
        name.to_owned()
    }

    fn message_reference(
        &mut self,
        id: &ast::Identifier<&str>,
        attribute: Option<&ast::Identifier<&str>>,
    ) -> Reference {
        self.reference(id.name, id.name.to_owned(), attribute, Vec::new())
    }

    fn term_reference(
        &mut self,
        id: &ast::Identifier<&str>,
        attribute: Option<&ast::Identifier<&str>>,
        arguments: Option<&ast::CallArguments<&str>>,
    ) -> Reference {
        let named = arguments.map_or(&[][..], |arguments| &arguments.named);
        let arguments = named.iter().filter_map(|argument| {
            let literal = match &argument.value {
                Inline::NumberLiteral { value } => Literal::Number(number(value)),
                Inline::StringLiteral { value } => {
                    Literal::Text(unescape_unicode_to_string(value).into_owned())
                }
                // The parser allows only literals here.
                _ => return None,
            };
            Some((argument.name.name.to_owned(), literal))
        });
        let arguments = arguments.collect();
        self.reference(id.name, format!("-{}", id.name), attribute, arguments)
    }

    fn reference(
        &mut self,
        slice: &str,
        id: String,
        attribute: Option<&ast::Identifier<&str>>,
        arguments: Vec<(String, Literal)>,
    ) -> Reference {
        let attribute = attribute.map(|attribute| attribute.name.to_owned());
        let used = Used::Entry {
            id: id.clone(),
            attribute: attribute.clone(),
        };
        self.use_of(slice, used);
        Reference {
            id,
            attribute,
            arguments,
        }
    }

    /// `NUMBER` is the only function. The site writes numbers and dates before a message gets
    /// them, so all that is left to say is whether a number counts or orders.
    fn function(&mut self, name: &str, arguments: &ast::CallArguments<&str>) -> Selector {
        if name != "NUMBER" {
            self.problem(
                name,
                Code::BrokenReference,
                format!("there is no function `{name}`"),
                "Write the variable alone, such as { $date }: numbers and dates are already \
                 written as the language does.",
            );
            return nothing();
        }
        let counting = self.counting(name, &arguments.named);
        match arguments.positional.as_slice() {
            [Inline::VariableReference { id }] => {
                Selector::Variable(self.variable(id.name), counting)
            }
            [Inline::NumberLiteral { value }] => {
                Selector::Literal(Literal::Number(number(value)), counting)
            }
            _ => {
                let message = "`NUMBER` takes one variable".to_owned();
                let cure = "Write it as NUMBER($count).";
                self.problem(name, Code::MessageSyntax, message, cure);
                nothing()
            }
        }
    }

    fn counting(&mut self, function: &str, named: &[ast::NamedArgument<&str>]) -> Counting {
        let mut counting = Counting::Cardinal;
        for argument in named {
            match (argument.name.name, &argument.value) {
                ("type", Inline::StringLiteral { value: "ordinal" }) => {
                    counting = Counting::Ordinal;
                }
                ("type", Inline::StringLiteral { value: "cardinal" }) => {}
                (name, _) => self.problem(
                    function,
                    Code::MessageSyntax,
                    format!("`NUMBER` does nothing with `{name}` here"),
                    "Remove it: numbers are already written as the language does. Only \
                     type: \"ordinal\" is left to say.",
                ),
            }
        }
        counting
    }

    fn use_of(&mut self, slice: &str, of: Used) {
        self.uses.push(Use {
            within: self.within.clone(),
            at: range(self.text, slice),
            of,
        });
    }

    fn problem(&mut self, slice: &str, code: Code, message: String, cure: &str) {
        self.problems.push(Problem {
            at: range(self.text, slice),
            code,
            message,
            cure: cure.to_owned(),
        });
    }
}

/// Takes the place of what cannot be understood, and has been reported.
fn nothing() -> Selector {
    Selector::Literal(Literal::Text(String::new()), Counting::Cardinal)
}

fn variant_key(key: &ast::VariantKey<&str>) -> VariantKey {
    match key {
        ast::VariantKey::Identifier { name } => VariantKey::Name((*name).to_owned()),
        ast::VariantKey::NumberLiteral { value } => VariantKey::Number(number(value)),
    }
}

/// The parser has let only digits through.
fn number(digits: &str) -> f64 {
    digits.parse().unwrap_or(0.0)
}
