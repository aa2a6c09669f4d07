use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressStyle};

use zonewerk_core::problem::Objective;
use zonewerk_core::words::visible;
use zonewerk_report::amount;
use zonewerk_solve::why::{self, Told};
use zonewerk_solve::{Progress, Stage, Stopped, Watch};

/// Shows a solve on the terminal, keeps the clock, and listens to the wish to stop: Ctrl-C, and
/// what [`on_signals`] says. Silent where standard error is not a terminal.
pub(super) struct TerminalWatch {
    bar: ProgressBar,
    objective: Objective,
    deadline: Option<Instant>,
    /// The deadline of the solve at hand, where there are several.
    part: Mutex<Option<Instant>>,
    interrupted: Arc<AtomicBool>,
}

impl TerminalWatch {
    /// Starts the clock. A second Ctrl-C ends the program at once, and so does any other signal
    /// that comes a while after the first.
    pub(super) fn start(time_limit: Option<f64>, quiet: bool, objective: Objective) -> Result<Self> {
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
        Ok(Self { bar, objective, deadline, part: Mutex::new(deadline), interrupted })
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
        self.bar.set_message(message(progress, &self.objective));
    }
}

impl Told for TerminalWatch {
    fn step(&self, step: why::Step) {
        self.bar.set_message(match step {
            why::Step::Conflict => "finding what cannot be together".to_owned(),
            why::Step::WaysOut { changes, found } => {
                format!("looking for ways out with {changes} changes, {found} found")
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

fn message(progress: Progress, objective: &Objective) -> String {
    let steps = objective.steps();
    let goal = &steps[progress.step];
    let mut parts = Vec::new();
    if steps.len() > 1 {
        parts.push(format!("goal {} of {}: {goal}", progress.step + 1, steps.len()));
    }
    parts.push(match progress.stage {
        Stage::Listing => "listing feasible zones".to_owned(),
        Stage::ListingRegions => format!("{} zones, listing regions of them", progress.zones),
        Stage::Relaxing => format!("{} zones, solving the relaxation", progress.zones),
        Stage::Diving => format!("{} zones, looking for a plan", progress.zones),
        Stage::Searching => "improving plans by search".to_owned(),
        Stage::Cutting => format!("{} zones left, cutting", progress.zones),
        Stage::Branching => {
            format!("{} zones left, {} branches open", progress.zones, progress.open_branches)
        }
        Stage::ListingPlans { found } => {
            format!("{found} plans so far, {} branches open", progress.open_branches)
        }
        Stage::SettlingPairs { known, of } => format!("{known} of {of} pairs of neighbours settled"),
    });
    if let Some(incumbent) = progress.incumbent {
        parts.push(format!("best {}", amount(goal, incumbent)));
    }
    if let Some(bound) = progress.bound.filter(|&bound| bound > 0) {
        parts.push(format!("bound {}", amount(goal, bound)));
    }
    if let (Some(incumbent), Some(bound)) = (progress.incumbent, progress.bound) {
        parts.push(format!(
            "gap {:.2} %",
            100.0 * (incumbent - bound.min(incumbent)) as f64 / incumbent.max(1) as f64
        ));
    }
    visible(&parts.join(", ")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use zonewerk_core::problem::Goal;

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

    #[test]
    fn the_step_is_named_where_there_are_several() {
        let progress = Progress {
            step: 1,
            stage: Stage::Branching,
            incumbent: Some(20_000),
            bound: Some(19_000),
            zones: 7,
            open_branches: 2,
        };
        let two = Objective::in_order([Goal::Zones, Goal::BorderLength]);
        assert_eq!(
            message(progress, &two),
            "goal 2 of 2: border-length, 7 zones left, 2 branches open, best 20.0 km, bound 19.0 km, gap 5.00 %"
        );
        let one = Objective::in_order([Goal::Zones]);
        let listing = Progress { step: 0, stage: Stage::Listing, incumbent: None, bound: None, ..progress };
        assert_eq!(message(listing, &one), "listing feasible zones");
    }
}
