//! What makes the bound wasm smaller, and no optimiser may decide by itself.

use anyhow::{Result, bail};
use walrus::{FunctionBuilder, FunctionKind, Module};

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

/// Makes the bound wasm and its glue smaller.
pub fn slim(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut module = Module::from_buffer(wasm)?;
    trap_on_panic(&mut module)?;
    let glue = shorten_names(&mut module, glue)?;
    Ok((module.emit_wasm(), glue))
}

/// Gives imports and closures short names, on both sides: wasm-bindgen's end in hashes, which do
/// not compress.
fn shorten_names(module: &mut Module, glue: &str) -> Result<String> {
    let imports = module.imports.iter_mut().map(|import| &mut import.name);
    let closures = module.exports.iter_mut().map(|export| &mut export.name);
    let mut names: Vec<&mut String> = imports
        .chain(closures.filter(|name| name.starts_with("wasm_bindgen__")))
        .collect();
    // A name that begins with another is replaced before it.
    names.sort_unstable_by_key(|name| std::cmp::Reverse(name.len()));
    let mut glue = glue.to_owned();
    for (place, name) in names.into_iter().enumerate() {
        let short = format!("_{place:x}");
        if !glue.contains(name.as_str()) {
            bail!("{name} is not in wasm-bindgen's glue: has its form changed?");
        }
        glue = glue.replace(name.as_str(), &short);
        *name = short;
    }
    Ok(glue)
}

/// Lets panics trap at once, which drops the texts they would have formatted and what formats them.
fn trap_on_panic(module: &mut Module) -> Result<()> {
    let mut traps = Vec::new();
    for function in module.funcs.iter() {
        let (Some(name), FunctionKind::Local(local)) = (&function.name, &function.kind) else {
            continue;
        };
        let name = without_hashes(name);
        if PANICS.iter().any(|panic| name.starts_with(panic)) {
            traps.push((function.id(), local.ty(), local.args.clone()));
        }
    }
    if traps.is_empty() {
        bail!("no panicking function was found in the wasm: have their names changed?");
    }
    for (id, ty, args) in traps {
        let (params, results) = module.types.params_results(ty);
        let (params, results) = (params.to_vec(), results.to_vec());
        let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
        builder.func_body().unreachable();
        module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(args));
    }
    Ok(())
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
