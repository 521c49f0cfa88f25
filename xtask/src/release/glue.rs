//! Leaves out of wasm-bindgen's glue what this project does not use: other ways of loading, browsers that can't
//! run the widget anyway. A kilobyte of a reader's network.
//!
//! The version of wasm-bindgen is pinned: where a new one writes other glue, the build fails here and says which
//! piece it did not find.

use anyhow::{Context, Result};

/// Functions by name, and what stands in their place.
const FUNCTIONS: [(&str, &str); 5] = [
    // What is loaded is always a response. A server may name another media type, which is no reason to give up.
    (
        "async function __wbg_load(",
        "async function __wbg_load(module, imports) {
    if (!module.ok) throw new Error(`${module.url}: ${module.status}`);
    try {
        return await WebAssembly.instantiateStreaming(module, imports);
    } catch (error) {
        if (module.headers.get('Content-Type') === 'application/wasm') throw error;
        return WebAssembly.instantiate(await module.arrayBuffer(), imports);
    }
}",
    ),
    // Nobody starts the program at once.
    ("function initSync(", "function initSync() { return wasm; }"),
    // `www/element/program.js` sees to it that this happens once.
    (
        "async function __wbg_init(",
        "async function __wbg_init({ module_or_path }) {
    const { instance, module } = await __wbg_load(await module_or_path, __wbg_get_imports());
    return __wbg_finalize_init(instance, module);
}",
    ),
    ("async function __wbg_init_once(", ""),
    // The original starts anew after two gigabytes of text, which Safari can't do with one decoder.
    ("function decodeText(", "function decodeText(bytes) { return cachedTextDecoder.decode(bytes); }"),
];

/// Pieces that are left out.
const PIECES: [&str; 3] = [
    "if (Symbol.dispose) Widget.prototype[Symbol.dispose] = Widget.prototype.free;",
    "(typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : ",
    "if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
        view.set(buf);
        return {
            read: arg.length,
            written: buf.length
        };
    };
}",
];

/// The glue without them.
pub fn trimmed(glue: &str) -> Result<String> {
    let mut trimmed = glue.to_owned();
    for (beginning, other) in FUNCTIONS {
        let missing = || format!("wasm-bindgen's glue has no `{beginning}`");
        let start = trimmed.find(beginning).with_context(missing)?;
        // A function of the module's own scope ends with the first bracket at the beginning of a line.
        let length = trimmed[start..].find("\n}").with_context(missing)? + "\n}".len();
        trimmed.replace_range(start..start + length, other);
    }
    for piece in PIECES {
        let there = trimmed.contains(piece).then_some(());
        there.with_context(|| format!("wasm-bindgen's glue has no `{piece}`"))?;
        trimmed = trimmed.replace(piece, "");
    }
    Ok(trimmed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_found_fails_the_build() {
        let error = trimmed("function initSync() {\n}\n").unwrap_err().to_string();
        assert_eq!(error, "wasm-bindgen's glue has no `async function __wbg_load(`");
    }

    #[test]
    fn a_function_gives_way_to_another_and_the_rest_stays() {
        let functions =
            FUNCTIONS.map(|(beginning, _)| format!("{beginning}) {{\n    {{\n    }}\n}}\n")).concat();
        let glue = format!("before;\n{functions}{}after;\n", PIECES.concat());
        let trimmed = trimmed(&glue).unwrap();
        assert!(trimmed.starts_with("before;\n") && trimmed.ends_with("after;\n"), "{trimmed}");
        for (_, other) in FUNCTIONS {
            assert!(trimmed.contains(other), "{other}");
        }
    }
}
