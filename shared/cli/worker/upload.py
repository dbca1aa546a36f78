"""What a deployment uploads: wrangler's own bundle, read back and weighed."""

from __future__ import annotations

import gzip
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from shared.adapters.local.web_client import ensure_web_client
from shared.cli.worker.folders import CACHE
from shared.cli.worker.npm import ensure_npm_packages
from shared.cli.worker.server_log import readable
from shared.cli.worker.staging import stage
from shared.cli.worker.vendor import ensure_vendored
from shared.cli.worker.wrangler import environment, placed_config, wrangler_command, write_config
from shared.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["LIMIT_BYTES", "PackageSize", "bundle", "sizes_by_package"]

LIMIT_BYTES: Final = 64 * 1024 * 1024
"""Of all modules together, uncompressed."""

_VENDORED: Final = "python_modules"
_GZIP_LEVEL: Final = 6
_APP: Final = "app"


@dataclass(frozen=True, slots=True)
class PackageSize:
    """Sums over a package's modules; `gzip_bytes` of them compressed together."""

    package: str
    modules: int
    size_bytes: int
    gzip_bytes: int


def bundle(repository: Path, say: Callable[[str], None]) -> dict[str, bytes]:
    """Name -> content of every module, as `wrangler deploy --dry-run` writes them out.

    Raises:
        ConfigurationError: wrangler refuses, or warns of, what wrangler.toml says.
    """
    modules = ensure_npm_packages(repository, say)
    ensure_web_client(say)
    vendored = ensure_vendored(repository, say)
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE, prefix="upload-") as name:
        folder = Path(name)
        (folder / _VENDORED).symlink_to(vendored)
        stage(repository, folder / _APP)
        write_config(folder, placed_config(repository, main=f"{_APP}/functions/entry.py", base=_APP))
        command = [*wrangler_command(modules), "deploy", "--config=wrangler.json", "--dry-run", "--outdir=out"]
        _run(command, folder)
        found = {path.relative_to(folder / "out").as_posix(): path for path in (folder / "out").rglob("*")}
        contents = {name: path.read_bytes() for name, path in found.items() if path.is_file()}
    del contents["README.md"]  # wrangler's own, about the folder
    contents["functions/entry.py"] = contents.pop("entry.py")  # it writes the entry without its folder
    return contents


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(  # noqa: S603 - wrangler, with fixed arguments
        command, cwd=folder, env=environment(folder), capture_output=True, check=False
    )
    lines = [line for raw in (done.stdout + done.stderr).splitlines() if (line := readable(raw)) and line.strip()]
    if done.returncode or any("[WARNING]" in line or "[ERROR]" in line for line in lines):
        shown = "\n".join(lines)
        raise ConfigurationError(f"wrangler does not take wrangler.toml as it is:\n{shown}")


def sizes_by_package(modules: Mapping[str, bytes]) -> list[PackageSize]:
    """The largest first. Vendored modules under the name of the distribution that brought them."""
    owners = _owners(modules)
    packages: dict[str, list[str]] = {}
    for name in sorted(modules):
        package, _, below = name.partition("/")
        if package == _VENDORED:
            package = owners.get(below) or owners.get(below.partition("/")[0], below.partition("/")[0])
        packages.setdefault(package, []).append(name)
    sizes = [_weigh(package, (modules[name] for name in names)) for package, names in packages.items()]
    return sorted(sizes, key=lambda item: (-item.size_bytes, item.package))


def _owners(modules: Mapping[str, bytes]) -> dict[str, str]:
    """Vendored file, or folder at the top -> name and version of its distribution, as installation has recorded."""
    owners = {}
    for name, content in modules.items():
        path = PurePosixPath(name)
        if path.name == "RECORD" and path.parent.suffix == ".dist-info":
            distribution = " ".join(path.parent.stem.replace("_", "-").rsplit("-", 1))
            for line in content.decode().splitlines():
                file = line.partition(",")[0]
                owners[file] = distribution
                owners[file.partition("/")[0]] = distribution
    return owners


def _weigh(package: str, contents: Iterable[bytes]) -> PackageSize:
    parts = list(contents)
    whole = b"".join(parts)
    return PackageSize(package, len(parts), len(whole), len(gzip.compress(whole, _GZIP_LEVEL, mtime=0)))
