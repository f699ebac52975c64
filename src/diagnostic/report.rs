//! Ways to write diagnostics down: for people, for programs, for GitHub.
