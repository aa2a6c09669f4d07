use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressStyle};

use super::progress_words::progress_words;
use zonewerk_core::problem::Objective;
use zonewerk_core::words::{Language, say};
use zonewerk_solve::why::{self, WhyWatch};
use zonewerk_solve::{Progress, Stopped, Watch};

/// Shows a solve on the terminal, keeps the clock, and listens to the wish to stop: Ctrl-C, and
/// what [`on_signals`] says. Silent where standard error is not a terminal.
pub(super) struct TerminalWatch {
    bar: ProgressBar,
    objective: Objective,
    language: Language,
    deadline: Option<Instant>,
    /// The deadline of the solve at hand, where there are several.
    part: Mutex<Option<Instant>>,
    interrupted: Arc<AtomicBool>,
}

impl TerminalWatch {
    /// Starts the clock. A second Ctrl-C ends the program at once, and so does any other signal
    /// that comes a while after the first.
    pub(super) fn start(
        time_limit: Option<f64>,
        quiet: bool,
        objective: Objective,
        language: Language,
    ) -> Result<Self> {
        let bar = if quiet { ProgressBar::hidden() } else { ProgressBar::new_spinner() };
        let interrupted = Arc::new(AtomicBool::new(false));
        let (flag, shown) = (Arc::clone(&interrupted), bar.clone());
        let mut heard = Heard::default();
        on_signals(move |signal| {
            flag.store(true, Ordering::SeqCst);
            if heard.ends_at_once(signal, Instant::now()) {
                shown.finish_and_clear();
                std::process::exit(SIGNALLED + signal);
            }
        })
        .context("could not listen to Ctrl-C")?;
        let style = ProgressStyle::with_template("{spinner} {elapsed} {wide_msg}")?;
        bar.set_style(style);
        bar.enable_steady_tick(Duration::from_millis(120));
        let deadline = time_limit.and_then(|seconds| {
            Instant::now().checked_add(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX))
        });
        Ok(Self { bar, objective, language, deadline, part: Mutex::new(deadline), interrupted })
    }

    /// Takes the progress line away.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Drop for TerminalWatch {
    /// An error on the way leaves no line behind either.
    fn drop(&mut self) {
        self.finish();
    }
}

impl Watch for TerminalWatch {
    fn stop(&self) -> Option<Stopped> {
        if self.interrupted.load(Ordering::SeqCst) {
            return Some(Stopped::Interrupted);
        }
        let deadline = *self.part.lock().unwrap_or_else(PoisonError::into_inner);
        deadline.filter(|&deadline| Instant::now() >= deadline).map(|_| Stopped::TimeLimit)
    }

    fn begins(&self, behind: u32, of: u32) {
        let now = Instant::now();
        let share = |deadline: Instant| now + deadline.saturating_duration_since(now) / (of - behind).max(1);
        *self.part.lock().unwrap_or_else(PoisonError::into_inner) = self.deadline.map(share);
    }

    fn progress(&self, progress: Progress) {
        self.bar.set_message(progress_words(progress, &self.objective, self.language));
    }
}

impl WhyWatch for TerminalWatch {
    fn step(&self, step: why::WhyStage) {
        let language = self.language;
        self.bar.set_message(match step {
            why::WhyStage::Conflict => say!(language, "progress-conflict"),
            why::WhyStage::WaysOut { changes, found } => {
                say!(language, "progress-ways-out", changes = changes, found = found)
            }
        });
    }
}

/// The number of SIGINT, which Ctrl-C is.
const CTRL_C: i32 = 2;

/// The signals so far.
#[derive(Default)]
struct Heard {
    first: Option<Instant>,
    ctrl_c: bool,
}

impl Heard {
    /// Whether this signal ends the program without an answer: a second Ctrl-C, or one that comes
    /// a second after the first. Session managers send several at once, and mean one.
    fn ends_at_once(&mut self, signal: i32, now: Instant) -> bool {
        let again = signal == CTRL_C && std::mem::replace(&mut self.ctrl_c, true);
        let first = *self.first.get_or_insert(now);
        again || now.duration_since(first) >= Duration::from_secs(1)
    }
}

/// Exit code of a program that a signal ended, less the number of the signal.
const SIGNALLED: i32 = 128;

/// Calls back for each Ctrl-C, for the end of a session or of a time allotted (SIGTERM), and for
/// a terminal that is closed (SIGHUP), unless that is ignored, as under nohup.
#[cfg(unix)]
fn on_signals(mut call: impl FnMut(i32) + Send + 'static) -> Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let heard = [SIGINT, SIGTERM].into_iter().chain((!is_ignored(SIGHUP)).then_some(SIGHUP));
    let mut signals = signal_hook::iterator::Signals::new(heard)?;
    std::thread::Builder::new().spawn(move || signals.forever().for_each(&mut call))?;
    Ok(())
}

#[cfg(not(unix))]
fn on_signals(mut call: impl FnMut(i32) + Send + 'static) -> Result<()> {
    ctrlc::set_handler(move || call(CTRL_C))?;
    Ok(())
}

/// Whether the program was started with a signal ignored. Only Linux says so in a file; elsewhere
/// none is.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let bits = ignored.and_then(|bits| u64::from_str_radix(bits.trim(), 16).ok());
    bits.is_some_and(|bits| bits >> (signal - 1) & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_signals_at_once_are_one_wish() {
        let (hup, term) = (1, 15);
        let start = Instant::now();
        let ends = |signals: &[(i32, u64)]| -> Vec<bool> {
            let mut heard = Heard::default();
            let at = |after: u64| start + Duration::from_millis(after);
            signals.iter().map(|&(signal, after)| heard.ends_at_once(signal, at(after))).collect()
        };
        assert_eq!(ends(&[(term, 0), (hup, 1), (term, 999)]), [false, false, false]);
        assert_eq!(ends(&[(term, 0), (term, 1000)]), [false, true]);
        assert_eq!(ends(&[(CTRL_C, 0), (CTRL_C, 1)]), [false, true]);
        assert_eq!(ends(&[(term, 0), (CTRL_C, 1), (CTRL_C, 2)]), [false, false, true]);
    }
}
