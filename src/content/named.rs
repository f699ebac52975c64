//! Facts that others refer to by name.

use std::ops::{Deref, DerefMut};

/// A list of facts that words and other facts refer to, such as pictures and categories.
///
/// When something in it could not be read, it is not complete: what refers to a name that is not
/// in it may well be right, and one problem is told instead of many.
#[derive(Clone, Debug)]
pub struct Named<T> {
    items: Vec<T>,
    complete: bool,
}

impl<T> Named<T> {
    /// An empty list in which nothing is missing.
    pub fn none() -> Self {
        Self {
            items: Vec::new(),
            complete: true,
        }
    }

    /// A list of which nothing is known.
    pub fn unread() -> Self {
        Self {
            items: Vec::new(),
            complete: false,
        }
    }

    /// Adds one.
    pub fn push(&mut self, item: T) {
        self.items.push(item);
    }

    /// Notes that something in the list could not be read.
    pub fn mark_incomplete(&mut self) {
        self.complete = false;
    }

    /// Whether all of it was read.
    pub fn is_complete(&self) -> bool {
        self.complete
    }
}

impl<T: PartialEq> Named<T> {
    /// Whether it means the same to those who refer to it.
    pub fn reads_like(&self, other: &Self) -> bool {
        self.is_complete() == other.is_complete() && self[..] == other[..]
    }
}

impl<T> Deref for Named<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T> DerefMut for Named<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.items
    }
}
