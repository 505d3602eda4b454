//! What panics say and where they happened: nobody is told, and nothing else reads it.

use std::collections::HashSet;

use anyhow::{Result, bail};
use walrus::ir::{Const, Load, Store, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataKind, Module};

/// What the panics of the standard library and js-sys say.
const TEXTS: [&str; 22] = [
    " but ends at ",
    " but the index is ",
    " out of range for slice of length ",
    " right` failed",
    ") should be < len (is ",
    ") should be <= len (is ",
    "==!=matches",
    "LazyCell instance has previously been poisoned",
    "RefCell already borrowed",
    "RefCell already mutably borrowed",
    "Tried to shrink to a larger capacity",
    "`async fn` resumed after completion",
    "assertion `left ",
    "assertion failed: self.is_char_boundary(new_len)",
    "capacity overflow",
    "finish: callbacks should be Some",
    "finish: result should be None",
    "index out of bounds: the len is ",
    "internal error: entered unreachable code",
    "range end index ",
    "range start index ",
    "slice index starts at ",
];

/// What numbers are formatted with; where nobody does that, it is in nobody's code.
const FORMATS: [&str; 2] = [
    "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
     5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899",
    "0x0123456789ABCDEF",
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
    blanks.extend(places(module, TEXTS));
    let used = addresses(module);
    blanks.extend(
        places(module, FORMATS)
            .into_iter()
            .filter(|(at, length)| !(*at..at + length).any(|address| used.contains(&address))),
    );
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

/// Where such texts are in memory, and how long they are.
fn places<const N: usize>(module: &Module, texts: [&str; N]) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    for data in module.data.iter() {
        let Some(start) = start(&data.kind) else {
            continue;
        };
        for text in texts {
            let windows = data.value.windows(text.len()).enumerate();
            let found = windows.filter(|(_, bytes)| *bytes == text.as_bytes());
            places.extend(found.map(|(at, _)| (start + at, text.len())));
        }
    }
    places
}

/// Every number in the code that may be an address.
fn addresses(module: &Module) -> HashSet<usize> {
    let mut addresses = Addresses::default();
    for (_, function) in module.funcs.iter_local() {
        dfs_in_order(&mut addresses, function, function.entry_block());
    }
    addresses.0
}

#[derive(Default)]
struct Addresses(HashSet<usize>);

impl<'instr> Visitor<'instr> for Addresses {
    fn visit_const(&mut self, number: &Const) {
        if let Value::I32(number) = number.value {
            self.0.extend(usize::try_from(number));
        }
    }

    fn visit_load(&mut self, load: &Load) {
        self.0.extend(usize::try_from(load.arg.offset));
    }

    fn visit_store(&mut self, store: &Store) {
        self.0.extend(usize::try_from(store.arg.offset));
    }
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
