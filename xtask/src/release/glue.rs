//! Removes unused code from wasm-bindgen's glue: other ways of loading, and browsers that can't run the widget. It saves
//! a kilobyte.
//!
//! The version of wasm-bindgen is pinned: if a new one writes other glue, the build fails and names the missing piece.

use anyhow::{Context, Result};

/// Functions by name, with their replacement.
const FUNCTIONS: [(&str, &str); 5] = [
    // The argument is always a response. Another media type of a server is no failure.
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
    // No caller starts the program synchronously.
    ("function initSync(", "function initSync() { return wasm; }"),
    // `www/element/program.js` calls it once.
    (
        "async function __wbg_init(",
        "async function __wbg_init({ module_or_path }) {
    const { instance, module } = await __wbg_load(await module_or_path, __wbg_get_imports());
    return __wbg_finalize_init(instance, module);
}",
    ),
    ("async function __wbg_init_once(", ""),
    // The original makes a new decoder after two gigabytes of text, for Safari.
    ("function decodeText(", "function decodeText(bytes) { return cachedTextDecoder.decode(bytes); }"),
];

/// Removed pieces.
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

/// Glue without the removed pieces.
pub fn trimmed(glue: &str) -> Result<String> {
    let mut trimmed = glue.to_owned();
    for (beginning, other) in FUNCTIONS {
        let missing = || format!("wasm-bindgen's glue has no `{beginning}`");
        let start = trimmed.find(beginning).with_context(missing)?;
        // A function of the module's scope ends at the first bracket at the start of a line.
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
