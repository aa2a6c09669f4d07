//! The threads of the program, started before anything is read.
//!
//! Started at their first use they would panic where a machine does not give them: late, behind
//! a map that took all memory. The answer does not depend on their number.

use rayon::ThreadPoolBuilder;

use super::output::tell;

/// Starts a thread for each core, or goes on with the one there is.
pub(super) fn start() {
    let Err(error) = ThreadPoolBuilder::new().build_global() else { return };
    tell(&format!("warning: going on with one thread, the machine gives no more: {error}"));
    let alone = ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
    if let Err(error) = alone {
        tell(&format!("warning: {error}"));
    }
}
