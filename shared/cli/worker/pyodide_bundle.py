"""The Python runtime for a local workerd, made of npm's package `pyodide`.

workerd fetches Cloudflare's own bundle of Pyodide from the network. For development it takes one from a folder instead:
with the compatibility flag `python_workers_development`, `--pyodide-bundle-disk-cache-dir DIR` reads
`DIR/pyodide_dev.capnp.bin`. This is how tests run on a closed network; a deployed Worker never sees this file.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shared.cli.worker.folders import cached_folder
from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["BUNDLE_NAME", "adapt_script", "ensure_pyodide_bundle"]

BUNDLE_NAME: Final = "pyodide_dev.capnp.bin"
_SCHEMA: Final = Path(__file__).with_name("bundle.capnp")
_SCRIPT: Final = "pyodide.asm.mjs"
_WASM: Final = "pyodide.asm.wasm"
_LIBRARY: Final = "python_stdlib.zip"

_PRELUDE: Final = (
    "import{addEventListener,getRandomValues,location,monotonicDateNow,newWasmModule,patchedLoadLibData,"
    'wasmInstantiate}from"pyodide-internal:builtin_wrappers";'
)
"""workerd forbids code from strings, relative URLs and a clock that stands still, and brings these in their place."""

_REPLACEMENTS: Final = (
    ("async function _createPyodideModule(", "export async function _createPyodideModule("),
    ("new WebAssembly.Module(", "newWasmModule("),
    ("WebAssembly.instantiate(", "wasmInstantiate("),
    ("Date.now()", "monotonicDateNow()"),
    ("crypto.getRandomValues(", "getRandomValues(Module,"),
    (
        "function loadLibData(){",
        "function loadLibData(){const patched=patchedLoadLibData(Module,libName,flags.rpath);"
        "return flags.loadAsync?Promise.resolve(patched):patched;",
    ),
    ("alignMemory(getMemory(", "alignMemory(Module.getMemoryPatched(Module,libName,"),
)
"""What workerd expects of the script to call instead. Each must occur: another Pyodide fails here."""


def ensure_pyodide_bundle(package: Path, say: Callable[[str], None]) -> Path:
    """The folder with the bundle of npm's package at `package`, made once for each content.

    Raises:
        InvariantError: the package is not one that this code knows.
    """
    digest = sha256()
    for path in (_SCHEMA, Path(__file__), package / _SCRIPT, package / _WASM, package / _LIBRARY):
        digest.update(sha256(path.read_bytes()).digest())

    def fill(folder: Path) -> None:
        say("Making the Python runtime of npm's package pyodide, once…")
        _write_bundle(package, folder / BUNDLE_NAME)

    return cached_folder("pyodide", digest.hexdigest(), fill)


def adapt_script(script: str) -> str:
    """Pyodide's script with workerd's functions in place of what workerd does not have.

    Raises:
        InvariantError: one of the places is not there.
    """
    for old, new in _REPLACEMENTS:
        if old not in script:
            raise InvariantError(f"npm's pyodide has changed: its script does not contain {old!r}", pattern=old)
        script = script.replace(old, new)
    return _PRELUDE + script


def _write_bundle(package: Path, target: Path) -> None:
    # Compiled code, which only those need who run a Worker here.
    import capnp

    bundle = capnp.load(os.fspath(_SCHEMA)).Bundle.new_message()
    modules = (
        ("pyodide.asm", "src", adapt_script((package / _SCRIPT).read_text("utf-8")).encode()),
        ("pyodide.asm.wasm", "wasm", (package / _WASM).read_bytes()),
        ("python_stdlib.zip", "data", (package / _LIBRARY).read_bytes()),
    )
    for slot, (name, field, content) in zip(bundle.init("modules", len(modules)), modules, strict=True):
        slot.name = f"pyodideRuntime-internal:{name}"
        slot.kind = "internal"
        setattr(slot, field, content)
    with target.open("wb") as file:
        bundle.write(file)
