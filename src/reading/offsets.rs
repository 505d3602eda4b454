//! Small tools for ranges of text.

pub use crate::transcript::TextRange;

/// The part of `text` between two bytes; empty where they are no character boundaries. Unlike
/// slicing it brings no formatting of a panic along.
#[cfg(feature = "reading")]
pub(crate) fn part(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

/// How many characters `text` has. The standard library counts faster, with 1 kB of wasm.
#[cfg(feature = "reading")]
pub(crate) fn length(text: &str) -> usize {
    let starts = text.bytes().filter(|byte| byte & 0xC0 != 0x80);
    starts.fold(0, |count, _| count + 1)
}

/// The numbers below `count` in the order that `compare` gives, equals in their own.
///
/// A heap sort, by hand: what is sorted here is short, and each type that the standard library
/// sorts brings 4 kB of its own.
#[cfg(feature = "reading")]
pub(crate) fn sorted(
    count: usize,
    compare: &dyn Fn(usize, usize) -> std::cmp::Ordering,
) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let sink = |order: &mut [usize], mut parent: usize| loop {
        let mut largest = parent;
        for child in [2 * parent + 1, 2 * parent + 2] {
            if let (Some(&one), Some(&other)) = (order.get(child), order.get(largest))
                && compare(one, other).then(one.cmp(&other)).is_gt()
            {
                largest = child;
            }
        }
        if largest == parent {
            break;
        }
        order.swap(parent, largest);
        parent = largest;
    };
    for parent in (0..count / 2).rev() {
        sink(&mut order, parent);
    }
    for end in (1..count).rev() {
        order.swap(0, end);
        if let Some(rest) = order.get_mut(..end) {
            sink(rest, 0);
        }
    }
    order
}

#[cfg(all(test, feature = "reading"))]
mod tests {
    use super::sorted;
    use proptest::prelude::*;

    #[test]
    fn sorting_is_stable_sorting() {
        let config = ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::default()
        };
        proptest!(config, |(numbers in proptest::collection::vec(0..20_u8, 0..60))| {
            let mut expected: Vec<usize> = (0..numbers.len()).collect();
            expected.sort_by_key(|place| numbers[*place]);
            prop_assert_eq!(sorted(numbers.len(), &|a, b| numbers[a].cmp(&numbers[b])), expected);
        });
    }
}
