"""The Worker's packages: the versions of uv.lock, in the builds that Python in WebAssembly runs, as plain files.

`pywrangler sync` does the same with a Pyodide interpreter, which uv fetches from GitHub. This needs an index only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from shared.cli.worker.folders import cached_folder
from shared.errors import ConfigurationError, Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["LockedPackage", "ensure_vendored", "locked_packages"]

_ENVIRONMENT: Final = {
    "implementation_name": "cpython",
    "implementation_version": "3.14.2",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_python_implementation": "CPython",
    "platform_release": "",
    "platform_system": "Emscripten",
    "platform_version": "",
    "python_full_version": "3.14.2",
    "python_version": "3.14",
    "sys_platform": "emscripten",
}
"""What markers of requirements mean in the Worker."""

_TAGS: Final = (
    *("--implementation", "cp", "--python-version", "3.14"),
    *("--abi", "cp314", "--abi", "abi3", "--abi", "none"),
    *("--platform", "pyemscripten_2026_0_wasm32", "--platform", "any"),
)
_PURE: Final = ("pyyaml",)
"""Packages without a build for WebAssembly, whose compiled half is optional: taken from here, without that half."""

_USELESS: Final = ("__pycache__", "_yaml", "bin")
"""Folders that come with an installation and are no part of a package, or of no use without its compiled half."""


class LockedPackage(NamedTuple):
    """A package of the lock file. `requirement` pins it and names the hashes that its files may have."""

    name: str
    version: str
    requirement: str


def locked_packages(repository: Path) -> list[LockedPackage]:
    """What `uv.lock` has for the Worker: the packages whose markers hold there.

    Raises:
        ConfigurationError: there is no uv.
        Unavailable: the lock file does not fit pyproject.toml.
    """
    from packaging.requirements import Requirement

    options = ("--locked", "--no-dev", "--no-emit-project", "--no-header", "--no-annotate")
    exported = _run(["uv", "export", *options], repository).replace("\\\n", " ")
    found = []
    for line in exported.splitlines():
        pin, _, hashes = line.partition(" --hash=")
        requirement = Requirement(pin)
        if requirement.marker is None or requirement.marker.evaluate(_ENVIRONMENT):
            (version,) = (item.version for item in requirement.specifier)
            name = requirement.name.lower()
            found.append(LockedPackage(name, version, f"{name}=={version} --hash={hashes}"))
    return found


def ensure_vendored(repository: Path, say: Callable[[str], None]) -> Path:
    """The folder of the Worker's packages, made once for each lock file.

    Raises:
        ConfigurationError: this environment does not fit the lock file.
        Unavailable: the package index has not answered, or does not have what is locked.
    """
    digest = sha256()
    for path in (repository / "uv.lock", Path(__file__)):
        digest.update(sha256(path.read_bytes()).digest())

    def fill(folder: Path) -> None:
        say("Fetching the Worker's packages, once…")
        _install(locked_packages(repository), folder)

    return cached_folder("packages", digest.hexdigest(), fill)


def _install(packages: Iterable[LockedPackage], target: Path) -> None:
    pins = target / "requirements.txt"
    pins.write_text("".join(f"{item.requirement}\n" for item in packages if item.name not in _PURE), "utf-8")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
    command += ["--no-deps", "--require-hashes", "--only-binary=:all:", *_TAGS]
    _run([*command, f"--target={target}", f"--requirement={pins}"], target)
    pins.unlink()
    for item in packages:
        if item.name in _PURE:
            _copy_pure(item, target)
    for path in sorted(target.rglob("*"), reverse=True):
        if path.is_dir() and path.name in _USELESS:
            shutil.rmtree(path)


def _copy_pure(package: LockedPackage, target: Path) -> None:
    """The Python files of a package of this environment."""
    found = distribution(package.name)
    if found.version != package.version:
        raise ConfigurationError(
            f"this Python has {package.name} {found.version}, not {package.version}: run `uv sync`"
        )
    for path in found.files or ():
        if ".." not in path.parts and path.suffix not in {".so", ".pyd", ".pyc"}:
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(os.fspath(path.locate()), target / path)


def _run(command: Sequence[str], folder: Path) -> str:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - fixed
    except FileNotFoundError:
        raise ConfigurationError(f"{command[0]} is needed and is not there", setting="PATH") from None
    if done.returncode:
        program = Path(command[0]).name
        raise Unavailable(f"`{program} {' '.join(command[1:4])} …` failed:\n{done.stderr.strip()[-2_000:]}")
    return done.stdout
