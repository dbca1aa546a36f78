"""What verification finds. A check raises at the first thing that is wrong with a file; the next is checked too."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from shared.domain.encoding import from_json

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["Damage", "Finding", "FindingCode", "Findings", "expect", "expect_equal", "parse", "require"]

FindingCode = Literal["missing", "wrong-hash", "wrong-form", "wrong-format", "mismatch"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with an object. `path` is its name below the artifacts' folder."""

    path: str
    code: FindingCode
    message: str


class Damage(Exception):  # noqa: N818 - it is what has happened to the file
    """Raised by a check, caught by `Findings.of`."""

    def __init__(self, code: FindingCode, message: str) -> None:
        super().__init__(message)
        self.code: FindingCode = code
        self.message = message


@dataclass(slots=True)
class Findings:
    """Findings in the order of checking, each once."""

    found: list[Finding] = field(default_factory=list)

    def add(self, path: str, code: FindingCode, message: str) -> None:
        finding = Finding(path, code, message)
        if finding not in self.found:
            self.found.append(finding)

    def of(self, path: str) -> _Catcher:
        """A context in which whatever the checks of a file raise becomes a finding about it."""
        return _Catcher(self, path)


@dataclass(frozen=True, slots=True)
class _Catcher:
    findings: Findings
    path: str

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> bool:
        if isinstance(error, Damage):
            self.findings.add(self.path, error.code, error.message)
        elif isinstance(error, Exception):  # damaged bytes may break any code that reads them
            text = f"cannot be read as docs/format.md describes it ({_describe(error)})"
            self.findings.add(self.path, "wrong-form", text)
        else:
            return False
        return True


def _describe(error: Exception) -> str:
    text = str(error).splitlines()[0][:120] if str(error) else ""
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def expect(holds: bool, message: str) -> None:
    """Raise `Damage` unless `holds`."""
    if not holds:
        raise Damage("wrong-form", message)


def expect_equal(found: object, wanted: object, what: str) -> None:
    """Raise `Damage` if two places that say the same thing differ."""
    if found != wanted:
        raise Damage("mismatch", f"{what} is {found!r:.80}, not {wanted!r:.80}")


def require(data: bytes | None) -> bytes:
    """A file's content. None is a missing file."""
    if data is None:
        raise Damage("missing", "the file is missing")
    return data


def parse(data: bytes | None) -> Any:
    """A JSON file's content. None is a missing file."""
    try:
        return from_json(require(data))
    except (ValueError, RecursionError) as error:
        raise Damage("wrong-form", f"is not JSON ({_describe(error)})") from error
