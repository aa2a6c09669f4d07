//! Whether the program was started with its standard output closed (`>&-`).
//!
//! Before `main`, Rust opens `/dev/null` in its place, so that no file that is opened later gets
//! its number. From then on everything that is printed is lost and no call says so; it can only be
//! seen before.

use std::sync::atomic::{AtomicBool, Ordering};

static WAS_CLOSED: AtomicBool = AtomicBool::new(false);

pub(super) fn was_closed() -> bool {
    WAS_CLOSED.load(Ordering::Relaxed)
}

extern "C" fn look() {
    let state = rustix::io::fcntl_getfd(rustix::stdio::stdout());
    WAS_CLOSED.store(state == Err(rustix::io::Errno::BADF), Ordering::Relaxed);
}

#[allow(
    unsafe_code,
    reason = "the linker puts it among what runs before main; it asks for one flag and stores it"
)]
#[used]
#[unsafe(link_section = ".init_array")]
static LOOK: extern "C" fn() = look;
