"""The program as a whole: help, version, start-up, how it fails and how it stops."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, get_args

import pytest

from shared.cli.build_progress import STAGE_LABELS
from shared.cli.failures import report_failure
from shared.cli.terminal import clean, count, duration, size
from shared.domain.steps import Stage
from shared.errors import (
    ConfigurationError,
    ConflictError,
    InkdexError,
    InputError,
    InvariantError,
    RateLimited,
    Rejected,
    Unavailable,
)

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

COMMANDS = ("dev", "build", "serve", "query", "evaluate", "inspect", "verify", "rollback", "clean", "init")


def test_help_teaches_each_command_with_an_example(run: Run) -> None:
    assert all(command in run("--help").stdout for command in COMMANDS)
    assert "Exit codes" in run("--help").stdout
    for command in COMMANDS:
        result = run(command, "--help")
        assert result.exit_code == 0
        assert f"inkdex {command}" in result.stdout.partition("Example:")[2]


def test_version(run: Run) -> None:
    assert re.fullmatch(r"inkdex \d+\.\d+\.\d+\S*\n", run("--version").stdout)


def test_help_does_not_wait_for_the_heavy_modules() -> None:
    code = (
        "import sys\nfrom shared.cli import main\nsys.argv = ['inkdex', 'build', '--help']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = {'numpy', 'snowballstemmer', 'httpx', 'starlette', 'uvicorn', 'asyncio', 'tokenizers'}\n"
        "print('loaded', *sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "loaded"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InputError("x"), 1),
        (ConfigurationError("x"), 1),
        (ConflictError("x"), 1),
        (PermissionError(13, "Permission denied", "/x"), 1),
        (Unavailable("x"), 3),
        (RateLimited("x", retry_after_s=1), 3),
        (Rejected("x"), 3),
        (InvariantError("x"), 70),
        (InkdexError("x"), 70),
        (ZeroDivisionError("x"), 70),
        (BrokenPipeError(32, "Broken pipe"), None),
    ],
)
def test_an_error_family_is_an_exit_code(error: Exception, code: int | None) -> None:
    assert report_failure(error, debug=False) == code


def test_every_stage_has_a_label() -> None:
    assert set(STAGE_LABELS) == set(get_args(Stage))


def test_numbers_for_people() -> None:
    assert [count(1, "page"), count(2000, "page"), count(2, "query", "queries")] == [
        "1 page",
        "2,000 pages",
        "2 queries",
    ]
    assert [duration(0.0401), duration(3.21), duration(125)] == ["40 ms", "3.2 s", "2 min 5 s"]
    assert [size(812), size(34_100), size(999_700), size(2_500_000)] == ["812 B", "34.1 kB", "1.0 MB", "2.5 MB"]
    assert clean("a\x1b[31mb\x07\u0085c\nd") == "a [31mb  c\nd"


def test_ctrl_c_stops_with_130(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / "pages").mkdir(exist_ok=True)
        (tmp_path / "pages" / f"{number}.md").write_text(f"# Page {number}\n\n" + f"word{number} and more. " * 300)
    command = [sys.executable, "-c", "from shared.cli import main; main()", "build", "pages", "--embedder", "none"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stderr is not None
        assert "Find pages" in process.stderr.readline()
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, rest = process.communicate(timeout=60)
        assert process.returncode == 130, rest
    assert "Traceback" not in rest
