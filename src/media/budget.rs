//! How much memory decoded pictures may take at one time. It does not grow with the number of
//! cores: a hall of them with eight photographs of a hundred megapixels would need the memory of
//! eight.

use std::sync::{Condvar, Mutex, PoisonError};

use super::look::MEMORY;

/// What all pictures that are being decoded may take together, in bytes.
pub static DECODED: Budget = Budget::new(MEMORY);

/// An amount of memory that is lent and given back.
pub struct Budget {
    free: Mutex<u64>,
    given_back: Condvar,
    all: u64,
}

/// A part of a budget, until it is dropped.
pub struct Loan<'a> {
    budget: &'a Budget,
    bytes: u64,
}

impl Budget {
    /// A budget of so many bytes.
    pub const fn new(bytes: u64) -> Self {
        Self {
            free: Mutex::new(bytes),
            given_back: Condvar::new(),
            all: bytes,
        }
    }

    /// Waits until so many bytes are free. Who asks for more than there is gets all of it.
    pub fn borrow(&self, bytes: u64) -> Loan<'_> {
        let bytes = bytes.min(self.all);
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let free = self.given_back.wait_while(free, |free| *free < bytes);
        *free.unwrap_or_else(PoisonError::into_inner) -= bytes;
        Loan {
            budget: self,
            bytes,
        }
    }
}

impl Drop for Loan<'_> {
    fn drop(&mut self) {
        let free = self.budget.free.lock();
        *free.unwrap_or_else(PoisonError::into_inner) += self.bytes;
        self.budget.given_back.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    #[test]
    fn never_more_is_lent_than_there_is() {
        let budget = Budget::new(10);
        let (lent, most) = (AtomicU64::new(0), AtomicU64::new(0));
        std::thread::scope(|scope| {
            for bytes in [3, 4, 5, 6, 7, 8, 100, 1] {
                let (budget, lent, most) = (&budget, &lent, &most);
                scope.spawn(move || {
                    for _ in 0..50 {
                        let loan = budget.borrow(bytes);
                        let now = lent.fetch_add(loan.bytes, Ordering::SeqCst) + loan.bytes;
                        most.fetch_max(now, Ordering::SeqCst);
                        std::thread::yield_now();
                        lent.fetch_sub(loan.bytes, Ordering::SeqCst);
                    }
                });
            }
        });
        assert_eq!(
            most.into_inner(),
            10,
            "whoever asked for 100 got all, alone"
        );
        assert_eq!(*budget.free.lock().unwrap(), 10);
    }
}
