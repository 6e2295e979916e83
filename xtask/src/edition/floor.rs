//! 浏览器下限: what the oldest browsers that the viewer is made for can run: Chromium 96, Firefox 113, Safari 16.4.

use wasmparser::{Validator, WasmFeatures};

use crate::step::Outcome;

/// The parts of WebAssembly that all three have. Tail calls, garbage collection, the newer exceptions, longer constant
/// expressions and several memories came later to one of them at least.
const KNOWN: WasmFeatures = WasmFeatures::MUTABLE_GLOBAL
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::REFERENCE_TYPES)
    .union(WasmFeatures::MULTI_VALUE)
    .union(WasmFeatures::BULK_MEMORY)
    .union(WasmFeatures::SIMD)
    .union(WasmFeatures::FLOATS)
    .union(WasmFeatures::GC_TYPES);

/// Checks that a program asks for nothing else.
///
/// # Errors
/// When it does, with the place.
pub(super) fn check(name: &str, wasm: &[u8]) -> Outcome {
    Validator::new_with_features(KNOWN)
        .validate_all(wasm)
        .map(drop)
        .map_err(|error| format!("{name}: older browsers do not know: {error}").into())
}

#[cfg(test)]
mod tests {
    use super::check;

    /// A program of one function with no arguments, of this body.
    fn program(body: &[u8]) -> Vec<u8> {
        let length = u8::try_from(body.len()).expect("short");
        let start = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a";
        [&start[..], &[length + 3, 1, length + 1, 0], body].concat()
    }

    #[test]
    fn what_browsers_learned_later_is_refused() {
        let nothing = [0x0b];
        let tail_call = [0x12, 0x00, 0x0b];
        assert!(check("plain", &program(&nothing)).is_ok());
        assert!(check("tail call", &program(&tail_call)).is_err());
    }
}
