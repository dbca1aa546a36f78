"""Writes src/engine/text/stemmers/*.ts from the Python stemmers and stop words that the builder uses.

    .venv/bin/python web-client/scripts/generate_stemmers.py

Snowball's compiler generates very regular Python, so a translation statement by statement keeps the algorithm, and its
version, equal on both sides. Anything that this script has not met before is an error. The one idea: Python leaves a
block by raising `lab0`, JavaScript by breaking out of a labelled block.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from shared.domain.text.languages import STEMMER_BY_LANGUAGE
from shared.domain.text.stemming import KNOWN_DIACRITICS
from shared.domain.text.stop_words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

STEMMERS = Path(__file__).parent.parent / "src" / "engine" / "text" / "stemmers"
_STATE = {"cursor", "limit", "limit_backward", "bra", "ket", "current"}
_OPERATORS = {ast.Add: "+", ast.Sub: "-", ast.Eq: "===", ast.NotEq: "!==", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">",
              ast.GtE: ">=", ast.Or: "||", ast.And: "&&"}  # fmt: skip
_INITIAL_BY_PREFIX = {"S_": '""', "B_": "false"}
_LINE_CHARS = 120


def main() -> None:
    """Writes one module for every algorithm of `STEMMER_BY_LANGUAGE`."""
    for algorithm in sorted(set(STEMMER_BY_LANGUAGE.values())):
        (STEMMERS / f"{algorithm}.ts").write_text(translate_stemmer(algorithm), encoding="utf-8")


def translate_stemmer(algorithm: str) -> str:
    """The TypeScript module of one of snowballstemmer's algorithms."""
    spec = importlib.util.find_spec(f"snowballstemmer.{algorithm}_stemmer")
    assert spec is not None
    assert spec.origin is not None
    source = Path(spec.origin).read_text(encoding="utf-8")
    version = re.match(r"# Generated from \w+\.sbl by (Snowball [\d.]+)", source)
    assert version is not None
    stemmer = next(node for node in ast.parse(source).body if isinstance(node, ast.ClassDef))
    backward = frozenset(re.findall(r"find_among_b\(\w+\.(\w+)\)", source))
    declarations: list[str] = []
    routines: list[str] = []
    for node in stemmer.body:
        if isinstance(node, ast.FunctionDef):
            routines.append(_routine(node))
        elif isinstance(node, ast.Assign):
            declarations.append(_declaration(node, backward))
    header = (
        f"// Generated from {algorithm}.sbl by {version[1]} (BSD licence, https://snowballstem.org/)\n"
        "// and translated from Python by scripts/generate_stemmers.py. Do not edit.\n"
        'import type { SnowballProgram } from "./snowball.ts";\n\n'
        "export function makeStem(s: SnowballProgram): (word: string) => string {\n"
    )
    body = textwrap.indent("\n".join([*declarations, "", *routines, "return (word) => s.stem(word, run);\n"]), "  ")
    footer = (
        f"}}\n\nexport const knownDiacritics = {_text(''.join(sorted(KNOWN_DIACRITICS.get(algorithm, ()))))};\n\n"
        f"export const stopWords =\n{_wrapped_text(STOP_WORDS.get(algorithm, ''))};\n"
    )
    return header + body + footer


def _wrapped_text(words: str) -> str:
    lines = textwrap.wrap(" ".join(words.split()), _LINE_CHARS - 10, break_long_words=False, break_on_hyphens=False)
    return " +\n".join(f"  {_text(line + ' ')}" for line in lines) or '  ""'


def _declaration(node: ast.Assign, backward: Collection[str]) -> str:
    name, value = _only_name(node), node.value
    if isinstance(value, ast.List):
        return f"const {name} = s.among{'_b' if name in backward else ''}({_among(value.elts)});"
    if name.startswith("g_"):
        letters = ast.literal_eval(value)
        return f"const {name} = {_text(''.join(sorted(letters)))};"
    if isinstance(value, ast.Tuple):
        return f"const {name} = {json.dumps(ast.literal_eval(value), ensure_ascii=False)} as const;"
    kind = "boolean" if isinstance(ast.literal_eval(value), bool) else "number"
    return f"let {name}: {kind} = {_expression(value)};"


def _only_name(node: ast.Assign) -> str:
    (target,) = node.targets
    assert isinstance(target, ast.Name)
    return target.id


def _among(entries: list[ast.expr]) -> str:
    """Strings by their result, in one text each: first those that have none. The program finds which begins another."""
    texts: dict[int, list[str]] = {}
    conditions: list[str] = []
    for entry in entries:
        assert isinstance(entry, ast.Call)
        text, result = ast.literal_eval(entry.args[0]), ast.literal_eval(entry.args[2])
        assert "," not in text
        texts.setdefault(max(result, 0), []).append(text)
        if isinstance(entry.args[-1], ast.Name):
            conditions.append(f"{_text(text)}: {_routine_name(entry.args[-1].id)}")
    # A result without strings is one of no text, where the empty string would be one of an empty text.
    lists = [_text(",".join(texts[result])) if result in texts else "null" for result in range(max(texts) + 1)]
    more = f", {{\n{_wrap(conditions)}\n}}" if conditions else ""
    line = ", ".join(lists)
    shown = line if len(line) < _LINE_CHARS - 40 else f"\n{_wrap(lists)}\n"
    return f"[{shown}]{more}"


def _wrap(entries: list[str]) -> str:
    lines = [" "]
    for entry in entries:
        if len(lines[-1]) > 1 and len(lines[-1]) + len(entry) + 2 > _LINE_CHARS - 4:
            lines.append(" ")
        lines[-1] += f" {entry},"
    return "\n".join(lines)


def _routine_name(name: str) -> str:
    return "run" if name == "_stem" else name.removeprefix("__")


def _routine(node: ast.FunctionDef) -> str:
    assigned = {
        target.id
        for inner in ast.walk(node)
        if isinstance(inner, ast.Assign)
        for target in inner.targets
        if isinstance(target, ast.Name)
    }
    variables = [f"  let {name} = {_INITIAL_BY_PREFIX.get(name[:2], '0')};\n" for name in sorted(assigned)]
    body = _block(node.body, 1)
    return f"function {_routine_name(node.name)}(): boolean {{\n{''.join(variables)}{body}}}\n"


def _block(statements: list[ast.stmt], depth: int) -> str:
    return "".join(_statement(statement, depth) for statement in _with_letters(statements))


_LETTER_TESTS = {
    re.compile(r"self\.cursor == self\.limit or self\.current\[self\.cursor\] != (.+)"): ("eq_s", "self.cursor += 1"),
    re.compile(r"self\.cursor <= self\.limit_backward or self\.current\[self\.cursor - 1\] != (.+)"): (
        "eq_s_b",
        "self.cursor -= 1",
    ),
}


def _with_letters(statements: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Snowball's compiler writes out the test for one letter and the step over it: here they are one call."""
    rest = iter(zip(statements, [*statements[1:], ast.Pass()], strict=True))
    for statement, following in rest:
        if isinstance(statement, ast.If):
            for pattern, (name, step) in _LETTER_TESTS.items():
                letter = pattern.fullmatch(ast.unparse(statement.test))
                if letter and ast.unparse(following) == step:
                    statement.test = ast.parse(f"not self.{name}({letter[1]})", mode="eval").body
                    next(rest)
        yield statement


def _statement(node: ast.stmt, depth: int) -> str:
    indent = "  " * depth
    match node:
        case ast.Pass():
            return ""
        case ast.Break():
            return f"{indent}break;\n"
        case ast.Continue():
            return f"{indent}continue;\n"
        case ast.Return(value=ast.expr() as value):
            return f"{indent}return {_expression(value)};\n"
        case ast.Raise(exc=ast.Call(func=ast.Name(id=label))):
            return f"{indent}break {label};\n"
        case ast.Assign(targets=[target], value=value):
            return f"{indent}{_expression(target)} = {_expression(value)};\n"
        case ast.AugAssign(target=target, op=op, value=value):
            return f"{indent}{_expression(target)} {_OPERATORS[type(op)]}= {_expression(value)};\n"
        case ast.Expr(value=ast.Call() as call):
            return f"{indent}{_expression(call)};\n"
        case ast.If(test=test, body=body, orelse=orelse):
            text = f"{indent}if ({_expression(test)}) {{\n{_block(body, depth + 1)}{indent}}}"
            if not orelse:
                return f"{text}\n"
            if len(orelse) == 1 and isinstance(orelse[0], ast.If):
                return f"{text} else {_statement(orelse[0], depth).lstrip()}"
            return f"{text} else {{\n{_block(orelse, depth + 1)}{indent}}}\n"
        case ast.While(test=test, body=body, orelse=[]):
            return f"{indent}while ({_expression(test)}) {{\n{_block(body, depth + 1)}{indent}}}\n"
        case ast.For(target=ast.Name(id="_"), iter=ast.Tuple(elts=elements), body=body, orelse=[]):
            loop = f"for (let round = 0; round < {len(elements)}; round++)"
            return f"{indent}{loop} {{\n{_block(body, depth + 1)}{indent}}}\n"
        case ast.Try(
            body=body, handlers=[ast.ExceptHandler(type=ast.Name(id=label), body=[ast.Pass()])], orelse=[], finalbody=[]
        ):
            return f"{indent}{label}: {{\n{_block(body, depth + 1)}{indent}}}\n"
    raise NotImplementedError(ast.unparse(node))


def _expression(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=bool() as value):
            return str(value).lower()
        case ast.Constant(value=str() as value):
            return _text(value)
        case ast.Constant(value=int() as value):
            return str(value)
        case ast.Name(id=name):
            return name
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return f"-{_expression(operand)}"
        case ast.UnaryOp(op=ast.Not(), operand=ast.Call() | ast.Attribute() | ast.Name() as operand):
            return f"!{_expression(operand)}"
        case ast.BinOp(left=left, op=op, right=ast.Constant() | ast.Name() | ast.Attribute() as right):
            return f"{_expression(left)} {_OPERATORS[type(op)]} {_expression(right)}"
        case ast.BoolOp(op=op, values=values):
            return f" {_OPERATORS[type(op)]} ".join(map(_expression, values))
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return f"{_expression(left)} {_OPERATORS[type(op)]} {_expression(right)}"
        case ast.Call(func=ast.Name(id="len"), args=[argument]):
            return f"{_expression(argument)}.length"
        case ast.Call(func=ast.Attribute(value=ast.Name(id="self"), attr=name), args=arguments):
            called = _routine_name(name) if name.startswith("__") else f"s.{name}"
            return f"{called}({', '.join(map(_expression, arguments))})"
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            return f"s.{name}" if name in _STATE else name
        case ast.Attribute(value=ast.Name(), attr=name):
            return name
        case ast.Subscript(value=value, slice=index):
            selected = f"{_expression(value)}[{_expression(index)}]"
            return f"{selected}!" if selected.startswith("as_") else selected
    raise NotImplementedError(ast.unparse(node))


def _text(value: str) -> str:
    """A string literal; invisible characters and marks, which an editor would hide, as escapes."""
    return re.sub(
        r"[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u200b-\u200f]",
        lambda found: f"\\u{ord(found[0]):04x}",
        json.dumps(value, ensure_ascii=False),
    )


if __name__ == "__main__":
    main()
