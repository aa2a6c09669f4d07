//! The end of memory.
//!
//! Where an allocation fails, Rust says so in a sentence and aborts; so does the C++ of HiGHS. An
//! abort is a signal, and a shell shows it as exit code 134, like a fault of the program. It is a
//! question that could not be answered.

/// Makes exit code 2 of an abort, after the sentence that says why.
#[cfg(unix)]
pub(super) fn abort_could_not_tell() {
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    use signal_hook::consts::SIGABRT;
    use signal_hook::flag::register_conditional_shutdown;

    let always = Arc::new(AtomicBool::new(true));
    // Where the signal cannot be heard, the abort stays one.
    let _ = register_conditional_shutdown(SIGABRT, super::COULD_NOT_TELL.into(), always);
}

/// Elsewhere an abort has an exit code of its own.
#[cfg(not(unix))]
pub(super) fn abort_could_not_tell() {}
