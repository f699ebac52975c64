//! Decoders and colour profiles are the work of others on hostile bytes. Should they panic, one
//! picture is refused and the rest of the site is built. Nothing of ours is changed half-way.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
}

/// What the work gives; `None` when it panics.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    let outer = AT_WORK.replace(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    AT_WORK.set(outer);
    done.ok()
}

/// Whether this thread is at work that may panic without harm, so that a program need not tell.
pub fn is_guarded() -> bool {
    AT_WORK.get()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_no_result_and_guards_stand_within_each_other() {
        assert_eq!(guarded(|| 1), Some(1));
        let done = guarded(|| {
            assert_eq!(guarded::<u8>(|| panic!("as a broken file might")), None);
            assert!(is_guarded());
        });
        assert!(done.is_some());
        assert!(!is_guarded());
    }
}
