//! The values that a page gives to a message.

/// Named values for the variables of a message.
#[derive(Clone, Debug, Default)]
pub struct Args(Vec<(String, Value)>);

#[derive(Clone, Debug)]
pub(super) enum Value {
    Text(String),
    Number { value: f64, shown: String },
}

impl Args {
    /// No values.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text: a name, a date, a year, a list.
    #[must_use]
    pub fn text(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.0.push((name.into(), Value::Text(value.into())));
        self
    }

    /// Adds a number, which chooses the plural form, and the text that is shown for it, written by
    /// the formats of the language that is asked for. A message that comes from a fallback
    /// language shows the number in that language's digits instead.
    #[must_use]
    pub fn number(mut self, name: impl Into<String>, value: f64, shown: impl Into<String>) -> Self {
        let shown = shown.into();
        self.0.push((name.into(), Value::Number { value, shown }));
        self
    }

    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value)
    }
}
