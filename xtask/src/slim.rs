//! What makes the bound wasm smaller, and no optimiser may decide by itself.

mod locations;

use std::collections::HashMap;

use anyhow::{Context, Result, bail};
use walrus::ir::{Call, Visitor, dfs_in_order};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module};

/// Where panics start: `core::…` functions that never return. Nobody hears what they say, for the
/// wasm has no panic hook and no console; all that is seen of a panic is the trap at its end.
const PANICS: [&str; 9] = [
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::handle_error",
    "core::cell::panic_already",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::",
    "core::result::unwrap_failed",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
];

/// What formats, and what holds a panic's text. Tables of functions keep both, though nobody is left
/// who would call them.
const FORMATTERS: [&str; 3] = ["core::fmt::", "alloc::fmt::", "core::panic::PanicPayload"];

/// Makes the bound wasm and its glue smaller.
pub fn slim(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut module = Module::from_buffer(wasm)?;
    trap_on_panic(&mut module)?;
    trap_on_format(&mut module)?;
    locations::blank(&mut module)?;
    name_for_ordering(&mut module);
    let glue = shorten_names(&mut module, &without_old_ways(glue)?)?;
    Ok((module.emit_wasm(), glue))
}

/// Functions are put in the order of their names, which end in hashes of where the sources are: what
/// is built must be the same wherever that is.
fn name_for_ordering(module: &mut Module) {
    for (place, function) in module.funcs.iter_mut().enumerate() {
        if let Some(name) = &mut function.name {
            let end = name.rfind("::h").filter(|end| name.len() - end == 19);
            name.truncate(end.unwrap_or(name.len()));
            *name += &format!("{place:06}");
        }
    }
}

/// Leaves out of the glue how it was called in the past, and how others would dispose of what only
/// this package has in its hands.
fn without_old_ways(glue: &str) -> Result<String> {
    const START: &str = "    if (module !== undefined) {\n        \
        if (Object.getPrototypeOf(module) === Object.prototype) {";
    const END: &str = "    const imports = ";
    let form = "wasm-bindgen's glue does not start as it did: has its form changed?";
    let (before, old_ways) = glue
        .split_once("function initSync(module)")
        .context(form)
        .map(|(before, after)| (before, after.split_once(START)))?;
    let (start, old_ways) = old_ways.context(form)?;
    let (_, rest) = old_ways.split_once(END).context(form)?;
    let glue = format!("{before}function initSync({{ module }}){start}{END}{rest}");
    // All our strings are passed with it.
    const UNLESS: &str = "    if (realloc === undefined) {\n";
    let (before, unless) = glue.split_once(UNLESS).context(form)?;
    let (_, after) = unless.split_once("\n    }\n").context(form)?;
    let glue = format!("{before}{after}");
    let lines = glue.lines();
    let lines = lines.filter(|line| !line.starts_with("if (Symbol.dispose)"));
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

/// Gives imports and exports names of a letter or two, on both sides: wasm-bindgen's are long and
/// end in hashes, which do not compress. An export that the glue does not use goes.
fn shorten_names(module: &mut Module, glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    let mut names = (0..).map(short_name);
    for import in module.imports.iter_mut() {
        let name = names.next().unwrap_or_default();
        let member = format!(" {}: function(", import.name);
        if glue.matches(&member).count() != 1 {
            bail!(
                "{} is not in wasm-bindgen's glue: has its form changed?",
                import.name
            );
        }
        glue = glue.replace(&member, &format!(" {name}: function("));
        import.name = name;
        glue = glue.replace(&format!("\"{}\"", import.module), &format!("\"{MODULE}\""));
        import.module = MODULE.into();
    }
    let mut unused = Vec::new();
    for export in module.exports.iter_mut() {
        let name = names.next().unwrap_or_default();
        match with_member(&glue, &export.name, &name) {
            Some(renamed) => {
                glue = renamed;
                export.name = name;
            }
            None => unused.push(export.id()),
        }
    }
    for export in unused {
        module.exports.delete(export);
    }
    Ok(glue)
}

/// What all that is imported comes from.
const MODULE: &str = "a";

/// `a`, `b`, …, `z`, `a1`, `b1`, …
fn short_name(number: usize) -> String {
    let letter = char::from(b"abcdefghijklmnopqrstuvwxyz"[number % 26]);
    match number / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{round}"),
    }
}

/// The glue with `wasm.to` in place of `wasm.from`, or `None` where it has none.
fn with_member(glue: &str, from: &str, to: &str) -> Option<String> {
    let member = format!("wasm.{from}");
    let goes_on = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    let mut parts = glue.split(&member);
    let mut renamed = parts.next()?.to_owned();
    let mut is_used = false;
    for part in parts {
        if goes_on(part) {
            renamed += &member;
        } else {
            renamed += "wasm.";
            renamed += to;
            is_used = true;
        }
        renamed += part;
    }
    is_used.then_some(renamed)
}

/// Lets panics trap at once, which drops the texts they would have formatted and what formats them.
fn trap_on_panic(module: &mut Module) -> Result<()> {
    let panics = named(module, |name| {
        PANICS.iter().any(|panic| name.starts_with(panic))
    });
    if panics.is_empty() {
        bail!("no panicking function was found in the wasm: have their names changed?");
    }
    for panic in panics.into_keys() {
        trap(module, panic);
    }
    Ok(())
}

/// Drops what could format: without panics' texts nothing is formatted, for `core::fmt` is large and
/// so not used. Fails where it is.
fn trap_on_format(module: &mut Module) -> Result<()> {
    walrus::passes::gc::run(module);
    let formatters = named(module, |name| {
        FORMATTERS.iter().any(|formatter| name.contains(formatter))
    });
    for (id, function) in module.funcs.iter_local() {
        if formatters.contains_key(&id) {
            continue;
        }
        let mut calls = Calls::default();
        dfs_in_order(&mut calls, function, function.entry_block());
        if let Some(called) = calls.0.iter().find_map(|called| formatters.get(called)) {
            let caller = module.funcs.get(id).name.as_deref().unwrap_or_default();
            bail!("{caller} formats, with {called}: {FORMATTING_IS_LARGE}");
        }
    }
    for formatter in formatters.into_keys() {
        trap(module, formatter);
    }
    Ok(())
}

const FORMATTING_IS_LARGE: &str = "put texts together with `push_str` and `push_number`, \
    which is 6 kB smaller than `format!`";

/// The functions that a function calls.
#[derive(Default)]
struct Calls(Vec<FunctionId>);

impl<'instr> Visitor<'instr> for Calls {
    fn visit_call(&mut self, call: &Call) {
        self.0.push(call.func);
    }
}

/// The module's own functions with such a name, and what they are called.
fn named(module: &Module, is_meant: impl Fn(&str) -> bool) -> HashMap<FunctionId, String> {
    let functions = module.funcs.iter_local().filter_map(|(id, _)| {
        let name = without_hashes(module.funcs.get(id).name.as_deref()?);
        is_meant(&name).then_some((id, name))
    });
    functions.collect()
}

/// Replaces what the function does by a trap.
fn trap(module: &mut Module, id: FunctionId) {
    let FunctionKind::Local(function) = &module.funcs.get(id).kind else {
        return;
    };
    let (ty, args) = (function.ty(), function.args.clone());
    let (params, results) = module.types.params_results(ty);
    let (params, results) = (params.to_vec(), results.to_vec());
    let mut trap = FunctionBuilder::new(&mut module.types, &params, &results);
    trap.func_body().unreachable();
    module.funcs.get_mut(id).kind = FunctionKind::Local(trap.local_func(args));
}

/// `core[c5930c85a12de822]::panicking::panic_fmt` without the crate's hash.
fn without_hashes(name: &str) -> String {
    let mut plain = String::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        rest = after.split_once(']').map_or("", |(_, after)| after);
    }
    plain + rest
}
