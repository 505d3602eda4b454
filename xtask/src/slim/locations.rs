//! What panics say and where they happened: nobody is told, and nothing else reads it.

use anyhow::{Result, bail};
use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, Module};

/// What the standard library's panics say.
const TEXTS: [&str; 19] = [
    " but ends at ",
    " but the index is ",
    " out of range for slice of length ",
    " right` failed",
    ") should be < len (is ",
    ") should be <= len (is ",
    "LazyCell instance has previously been poisoned",
    "RefCell already borrowed",
    "RefCell already mutably borrowed",
    "Tried to shrink to a larger capacity",
    "`async fn` resumed after completion",
    "assertion `left ",
    "assertion failed: self.is_char_boundary(new_len)",
    "capacity overflow",
    "index out of bounds: the len is ",
    "internal error: entered unreachable code",
    "range end index ",
    "range start index ",
    "slice index starts at ",
];

/// Blanks every `core::panic::Location`, and the names of files in them. What is blank takes no
/// place: the optimiser leaves it out of the data.
pub fn blank(module: &mut Module) -> Result<()> {
    let mut blanks: Vec<(usize, usize)> = Vec::new();
    for data in module.data.iter() {
        let Some(start) = start(&data.kind) else {
            continue;
        };
        for at in (0..data.value.len()).step_by(4) {
            let Some(name) = file_of_location(module, &data.value[at..]) else {
                continue;
            };
            blanks.push((start + at, LOCATION));
            blanks.push(name);
        }
    }
    if blanks.is_empty() {
        bail!("no panic's location was found in the wasm: has their form changed?");
    }
    for data in module.data.iter() {
        let Some(start) = start(&data.kind) else {
            continue;
        };
        for text in TEXTS {
            let windows = data.value.windows(text.len()).enumerate();
            let found = windows.filter(|(_, bytes)| *bytes == text.as_bytes());
            blanks.extend(found.map(|(at, _)| (start + at, text.len())));
        }
    }
    let ids: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for id in ids {
        let data = module.data.get_mut(id);
        let Some(start) = start(&data.kind) else {
            continue;
        };
        let fitting = blanks
            .iter()
            .filter_map(|(address, length)| Some((address.checked_sub(start)?, *length)));
        for (at, length) in fitting {
            if let Some(bytes) = data.value.get_mut(at..at + length) {
                bytes.fill(0);
            }
        }
    }
    Ok(())
}

/// The name's address and length, line and column.
const LOCATION: usize = 16;

/// Address and length of the file's name, if `bytes` begin with a location: nothing else has the
/// name of a Rust file, and two small numbers behind it.
fn file_of_location(module: &Module, bytes: &[u8]) -> Option<(usize, usize)> {
    let (numbers, _) = bytes.get(..LOCATION)?.as_chunks::<4>();
    let numbers = numbers.iter().map(|number| u32::from_le_bytes(*number));
    let [address, length, line, column] = numbers.collect::<Vec<_>>().try_into().ok()?;
    let (address, length) = (address as usize, length as usize);
    if !(1..100_000).contains(&line) || !(1..1_000).contains(&column) {
        return None;
    }
    let name = module.data.iter().find_map(|data| {
        let at = address.checked_sub(start(&data.kind)?)?;
        data.value.get(at..at.checked_add(length)?)
    })?;
    let is_file = name.is_ascii() && name.ends_with(b".rs") && name.contains(&b'/');
    is_file.then_some((address, length))
}

/// Where the data is in memory.
fn start(kind: &DataKind) -> Option<usize> {
    match kind {
        DataKind::Active {
            offset: ConstExpr::Value(Value::I32(start)),
            ..
        } => usize::try_from(*start).ok(),
        _ => None,
    }
}
