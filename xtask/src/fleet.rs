//! Simulates many pages that follow calls, to see the load on one service. It runs the client's
//! scheduling code with a virtual clock. `docs/load.md` has the results.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fmt;

use anyhow::{Result, bail};
use ninjahire_calls::api::Millis;
use ninjahire_calls::client::{Pace, Polled, WatchOptions};

/// The highest allowed ratio of the busiest bin to the mean, undisturbed and after an outage.
const STEADY_GOAL: f64 = 1.3;
const RECOVERY_GOAL: f64 = 2.0;

/// The length of the bins in which requests are counted, in milliseconds. It is short enough to show a
/// wave, which lasts less than a second.
const BIN_MS: f64 = 250.0;

/// How long a client waits for an answer, in milliseconds: `timeoutMs`.
const DEADLINE_MS: f64 = 30_000.0;
/// The mean lengths of a call and of a turn, in milliseconds.
const CALL_MS: f64 = 480_000.0;
const TURN_MS: f64 = 6_000.0;
/// The longest time of an answer, in milliseconds: undisturbed, and after an outage, when the
/// service answers all waiting requests at once.
const ANSWER_MS: f64 = 250.0;
const BACKLOG_MS: f64 = 1_000.0;

/// How the service fails.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outage {
    /// Every request is refused at once, with a 503.
    Refuses,
    /// The same, with a `Retry-After` that is the end of the outage, the same moment for all.
    NamesATime,
    /// No request is answered. After the outage, all requests that still wait are.
    IsSilent,
}

impl Outage {
    const ALL: [Self; 3] = [Self::Refuses, Self::NamesATime, Self::IsSilent];
}

impl fmt::Display for Outage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Refuses => "503",
            Self::NamesATime => "503, Retry-After",
            Self::IsSilent => "no answer",
        })
    }
}

/// The parameters of a simulation. Times are in milliseconds.
#[derive(Debug, Clone)]
pub struct Fleet {
    pages: usize,
    options: WatchOptions,
    /// The time before the measurement.
    warm_up_ms: f64,
    /// The measured time before the outage.
    steady_ms: f64,
    outage: Outage,
    outage_ms: f64,
    recovery_ms: f64,
}

/// The result of a simulation.
#[derive(Debug, Clone, Copy)]
pub struct Outcome {
    /// Requests per second, undisturbed.
    mean: f64,
    /// The busiest bin over the mean: undisturbed, during the outage, and after it.
    steady: f64,
    during: f64,
    recovery: f64,
    /// Variance over mean of the bins after the outage, without its first ten seconds. It is 1
    /// where pages poll independently.
    dispersion: f64,
}

/// One page, and the call that it follows.
#[derive(Debug, Clone, Copy, Default)]
struct Page {
    pace: Pace,
    /// When it was last answered.
    answered_ms: f64,
    call_ends_ms: f64,
}

impl Fleet {
    fn new(pages: usize, outage: Outage) -> Self {
        Self {
            pages,
            options: WatchOptions::default(),
            warm_up_ms: 120_000.0,
            steady_ms: 300_000.0,
            outage,
            outage_ms: 300_000.0,
            recovery_ms: 120_000.0,
        }
    }

    fn outage_begins_ms(&self) -> f64 {
        self.warm_up_ms + self.steady_ms
    }

    fn outage_ends_ms(&self) -> f64 {
        self.outage_begins_ms() + self.outage_ms
    }

    fn end_ms(&self) -> f64 {
        self.outage_ends_ms() + self.recovery_ms
    }

    pub fn run(&self, seed: u64) -> Outcome {
        let mut random = Random(seed);
        let mut pages = vec![Page::default(); self.pages];
        let mut bins = vec![0_u32; (self.end_ms() / BIN_MS) as usize + 1];
        // The next poll of each page, in whole microseconds, because `f64` has no total order.
        let mut due: BinaryHeap<Reverse<(u64, usize)>> = BinaryHeap::new();
        for index in 0..self.pages {
            let first_ms = random.next() * self.warm_up_ms / 2.0;
            due.push(Reverse(((first_ms * 1e3) as u64, index)));
        }
        while let Some(Reverse((at_us, index))) = due.pop() {
            let now_ms = at_us as f64 / 1e3;
            if now_ms >= self.end_ms() {
                break;
            }
            bins[(now_ms / BIN_MS) as usize] += 1;
            let (took_ms, is_answered, retry_after_ms) = self.request(now_ms, &mut random);
            let page = &mut pages[index];
            let done_ms = now_ms + took_ms;
            let polled = if !is_answered {
                Polled::Failed { retry_after_ms }
            } else {
                let quiet = (-(done_ms - page.answered_ms) / TURN_MS).exp();
                page.answered_ms = done_ms;
                if done_ms > page.call_ends_ms {
                    // The page ends with its call, and another page with a new call replaces it.
                    page.pace = Pace::default();
                    page.call_ends_ms = done_ms - CALL_MS * (1.0 - random.next()).ln();
                }
                match random.next() < quiet {
                    true => Polled::Nothing,
                    false => Polled::Progress,
                }
            };
            let wait_ms = (page.pace).next_poll_ms(&self.options, polled, took_ms, random.next());
            due.push(Reverse((((done_ms + wait_ms) * 1e3) as u64, index)));
        }
        self.outcome(&bins)
    }

    /// How long a request takes in milliseconds, whether it is answered, and its `Retry-After` in
    /// milliseconds.
    fn request(&self, now_ms: f64, random: &mut Random) -> (f64, bool, f64) {
        let took_ms = ANSWER_MS * (0.2 + 0.8 * random.next());
        let left_ms = self.outage_ends_ms() - now_ms;
        if now_ms < self.outage_begins_ms() || left_ms <= 0.0 {
            return (took_ms, true, 0.0);
        }
        match self.outage {
            Outage::Refuses => (took_ms, false, 0.0),
            Outage::NamesATime => (took_ms, false, left_ms - took_ms),
            Outage::IsSilent if left_ms < DEADLINE_MS => {
                (left_ms + BACKLOG_MS * random.next(), true, 0.0)
            }
            Outage::IsSilent => (DEADLINE_MS, false, 0.0),
        }
    }

    fn outcome(&self, bins: &[u32]) -> Outcome {
        let between = |from_ms: f64, to_ms: f64| {
            &bins[(from_ms / BIN_MS) as usize..(to_ms / BIN_MS) as usize]
        };
        let mean = |bins: &[u32]| bins.iter().sum::<u32>() as f64 / bins.len() as f64;
        let peak = |bins: &[u32]| f64::from(bins.iter().copied().max().unwrap_or_default());
        let (begins_ms, ends_ms) = (self.outage_begins_ms(), self.outage_ends_ms());
        let steady = between(self.warm_up_ms, begins_ms);
        let usual = mean(steady);
        let settled = between(ends_ms + 10_000.0, self.end_ms());
        let settled_mean = mean(settled);
        let squares = settled
            .iter()
            .map(|&bin| (f64::from(bin) - settled_mean).powi(2));
        Outcome {
            mean: usual * 1_000.0 / BIN_MS,
            steady: peak(steady) / usual,
            during: peak(between(begins_ms, ends_ms)) / usual,
            recovery: peak(between(ends_ms, self.end_ms())) / usual,
            dispersion: squares.sum::<f64>() / settled.len() as f64 / settled_mean,
        }
    }
}

/// A random number generator: SplitMix64.
struct Random(u64);

impl Random {
    /// Uniform in 0..1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Simulates 10,000 pages through each outage; an error where a goal is missed.
pub fn run() -> Result<()> {
    println!(
        "10,000 pages; requests in bins of {BIN_MS} ms; peaks over the mean of undisturbed times\n"
    );
    println!("outage             mean /s   steady   during   after   dispersion after");
    let mut missed = 0;
    for outage in Outage::ALL {
        let outcome = Fleet::new(10_000, outage).run(1);
        let Outcome {
            mean,
            steady,
            during,
            recovery,
            dispersion,
        } = outcome;
        println!(
            "{:<18} {mean:>7.0} {steady:>8.2} {during:>8.2} {recovery:>7.2} {dispersion:>12.2}",
            outage.to_string()
        );
        missed += usize::from(steady > STEADY_GOAL || recovery > RECOVERY_GOAL);
    }
    println!("\nintervals          mean /s");
    for (shortest_s, longest_s) in [(1.0, 10.0), (2.0, 20.0), (5.0, 30.0), (10.0, 60.0)] {
        let fleet = Fleet {
            options: WatchOptions {
                min_interval_ms: Millis(shortest_s * 1e3),
                max_interval_ms: Millis(longest_s * 1e3),
                ..WatchOptions::default()
            },
            ..Fleet::new(10_000, Outage::Refuses)
        };
        let mean = fleet.run(1).mean;
        println!(
            "{:<18} {mean:>7.0}",
            format!("{shortest_s} to {longest_s} s")
        );
    }
    println!("\ngoals: steady at most {STEADY_GOAL}, after the outage at most {RECOVERY_GOAL}");
    if missed > 0 {
        bail!("{missed} goals were missed");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fleet_comes_back_from_an_outage_without_a_wave() {
        for outage in Outage::ALL {
            let fleet = Fleet {
                warm_up_ms: 60_000.0,
                steady_ms: 60_000.0,
                outage_ms: 90_000.0,
                recovery_ms: 60_000.0,
                ..Fleet::new(3_000, outage)
            };
            let outcome = fleet.run(7);
            assert!(outcome.mean > 500.0, "{outage}: {outcome:?}");
            assert!(outcome.steady < STEADY_GOAL, "{outage}: {outcome:?}");
            assert!(outcome.recovery < RECOVERY_GOAL, "{outage}: {outcome:?}");
            assert!(outcome.dispersion < 2.0, "{outage}: {outcome:?}");
        }
    }
}
