"""The table of codes is complete."""

from __future__ import annotations

import re
from pathlib import Path

from shared.domain.content import diagnostics
from shared.domain.content.diagnostics import CODES, ContentCode

_PACKAGE = Path(diagnostics.__file__).parent


def test_every_code_has_a_remedy() -> None:
    assert set(CODES) == set(ContentCode)
    assert all(info.remedy.endswith(".") for info in CODES.values())


def test_every_code_is_kebab_case_and_given_somewhere() -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in _PACKAGE.glob("*.py") if file.stem != "diagnostics")
    for code in ContentCode:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.value)
        assert f"ContentCode.{code.name}" in source
