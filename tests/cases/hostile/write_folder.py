"""Pages written to break a build: each must be read or refused with a diagnostic, in bounded time and memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["hostile_pages", "write_hostile_folder"]

_SIZE = 2_000_000
"""Just under `content.max_file_bytes`, so that the page is read."""
_DEEP = 1_000


def write_hostile_folder(folder: Path) -> None:
    """Write every hostile page below `folder`, which is made when it is missing."""
    for name, data in hostile_pages():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def hostile_pages(size: int = _SIZE) -> Iterator[tuple[str, bytes]]:
    """(file name, content) of each page; the long ones have nearly `size` bytes."""
    yield from _broken_encodings()
    yield from _hostile_front_matter()
    yield from _deep_nesting()
    yield from _unsafe_content()
    for name, unit in _REPEATED.items():
        yield f"repeated/{name}.md", (unit * (size // len(unit.encode()))).encode()
    for name, unit in _REPEATED_AFTER_IMPORT.items():
        head = "import X from 'x'\n\n"
        yield f"repeated/mdx-{name}.md", (head + unit * ((size - len(head)) // len(unit))).encode()
    yield "repeated/too-large.md", b"a" * (size * 10)


_REPEATED = {
    "one-line": "a",
    "words": "word ",
    "lines": "a\n",
    "blank-lines": "\n",
    "spaces": " ",
    "open-brackets": "[",
    "close-brackets": "]",
    "image-openers": "![",
    "link-openers": "[a](",
    "link-openers-in-lines": "[a](\n",
    "unclosed-link-titles": '[a](b "',
    "nested-links": "[a](b)",
    "definitions": "[a]: b\n",
    "definition-openers": "[a\n",
    "footnotes": "[^a]: b\n",
    "footnote-references": "[^1] ",
    "stars": "*",
    "star-words": "*a ",
    "star-underscores": "*_",
    "star-a-underscore": "*a_ ",
    "double-stars": "**a *b ",
    "tildes": "~",
    "backticks": "`",
    "backtick-runs": "`a``b```c````d",
    "backtick-lines": "`\n",
    "growing-backticks": "` `` ``` ```` ````` `````` ",
    "less-than": "<",
    "tag-openers": "<a ",
    "tag-openers-in-lines": "<a \n",
    "attribute-openers": "<a b='",
    "comment-openers": "<!-- ",
    "comment-openers-in-paragraphs": "a <!-- b\n\n",
    "declarations": "<!A ",
    "processing-instructions": "<?",
    "cdata": "<![CDATA[",
    "svg-openers": "<svg>",
    "svg-openers-in-lines": "<svg>\n",
    "script-openers-in-text": "a <script> ",
    "pre-openers": "<pre>",
    "div-openers": "<div>\n",
    "html-links": "<div><a href=b>a",
    "html-code": "<pre>a</pre>",
    "html-attributes": "<div a",
    "entities": "&amp;",
    "entity-openers": "&",
    "quotes-in-one-line": ">",
    "quotes-in-lines": ">\n",
    "quote-then-lazy-lines": "> a\nb\n",
    "list-markers-in-one-line": "- ",
    "ordered-markers-in-one-line": "1. ",
    "list-lines": "- a\n",
    "list-with-blank-lines": "- a\n\n",
    "headings": "# a\n",
    "hashes": "#",
    "underlines": "a\n=\n",
    "table-rows": "|a|b|\n",
    "table-pipes": "|",
    "fences": "```\n",
    "fence-tildes": "~~~ a\n",
    "rules": "***\n",
    "shortcode-openers": "{{< ",
    "shortcode-openers-in-lines": "{{<\n",
    "liquid-openers": "{% ",
    "liquid-raw": "{% raw %}",
    "highlight": "{% highlight a %}",
    "highlight-shortcodes": "{{< highlight >}}",
    "interpolations": "{{",
    "interpolation-pairs": "{{ a }}",
    "attribute-lists": "{: ",
    "attribute-list-pairs": "{:a}",
    "attribute-list-toc": "{:toc}",
    "ticks-in-one-line": "```a ",
    "highlight-pairs": "{% highlight a %}b{% endhighlight %}",
    "escaped-shortcode-openers": "{{</*",
    "raw-pairs": "{% raw %}b{% endraw %}",
    "kramdown-toc": "- a\n{:toc}\n",
    "directives": ":::\n",
    "directive-colons": ":",
    "directive-images": ":::image ",
    "directive-labels": ":::a[\n",
    "alerts": "> [!a\n",
    "includes": "[!INCLUDE [",
    "admonitions": "!!! a\n",
    "exclamations": "!!!",
    "tabs": '=== "a"\n',
    "nested-tabs": '=== "a"\n    === "b"\n',
    "definition-list": "a\n: b\n",
    "dollars": "$",
    "dollar-words": "$a ",
    "double-dollars": "$$a ",
    "dollar-lines": "$$\n",
    "dollar-pairs": "$a$ ",
    "escapes": "\\",
    "pluses": "+",
    "front-matter-fences": "---\n",
    "toml-fences": "+++\n",
    "braces": "{",
    "json-opener": '{"',
    "json-objects": '{"a":',
    "wide-characters": "字",
    "combining-characters": "a\u0301",
    "emoji": "👩‍👩‍👧 ",
    "autolinks": "<http://a>",
    "autolink-openers": "<http:",
    "toc-lines": "[[toc]]\n",
    "imports": "import a\n",
    "exports": "export const a = {\n",
    "components": "<A ",
    "closed-components": "<A/>",
}
_REPEATED_AFTER_IMPORT = {
    "braces": "{",
    "brace-quotes": "{'",
    "brace-backticks": "{`\\`",
    "tags": "<A ",
    "tag-braces": "<A b={",
    "tag-quotes": "<A '",
    "imports": "import {",
    "import-lines": "import {\n",
    "export-lines": "export const a = (\n",
    "closed-imports": "import a from 'b'\n",
    "fragments": "<>",
}


def _broken_encodings() -> Iterator[tuple[str, bytes]]:
    yield "encoding/latin-1.md", "# Café\n\nUn café crème.\n".encode("latin-1")
    yield "encoding/utf-16.md", "# Title\n\nText.\n".encode("utf-16")
    yield "encoding/utf-16-without-mark.md", "# Title\n\nText.\n".encode("utf-16-le")
    yield "encoding/nul.md", b"# Title\n\nTe\0xt.\n"
    yield "encoding/truncated.md", "# Title\n\nText 字".encode()[:-1]
    yield "encoding/mark.md", b"\xef\xbb\xbf---\ntitle: A\n---\ntext\n"
    yield "encoding/carriage-returns.md", b"---\r\ntitle: A\r\n---\r\n\r\ntext\rmore\r\n"
    yield "encoding/empty.md", b""
    yield "encoding/random.md", bytes(range(1, 256)) * 40


def _hostile_front_matter() -> Iterator[tuple[str, bytes]]:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{previous}'] * 9)}]\n"
        for previous, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    yaml_pages = {
        "alias-bomb": bomb,
        "recursive-alias": "a: &a [*a]\n",
        "python-object": "a: !!python/object/apply:os.system [echo]\n",
        "unknown-tag": "a: !secret x\n",
        "duplicate-keys": "title: A\ntitle: B\n",
        "unquoted-colon": "title: A: B\n",
        "tab": "title:\n\tA\n",
        "list": "- a\n- b\n",
        "text": "Just text.\n",
        "deep-flow": "a: " + "[" * _DEEP + "]" * _DEEP + "\n",
        "deep-mapping": "a: " + "{a: " * _DEEP + "}" * _DEEP + "\n",
        "deep-blocks": "".join(" " * level + "a:\n" for level in range(_DEEP)),
        "deep-sequence": "- " * _DEEP + "a\n",
        "deep-keys": "? " * _DEEP + "a\n",
        "many-keys": "".join(f"k{number}: v\n" for number in range(20_000)),
        "huge": "a: " + "x" * 1_000_000 + "\n",
        "huge-number": "a: " + "9" * 50_000 + "\n",
        "no-such-date": "date: 2024-02-31\n",
        "infinity": "a: .inf\nb: -.inf\nc: .nan\n",
        "binary": "a: !!binary aGVsbG8=\n",
        "set": "a: !!set {b, a}\n",
        "surrogate": 'a: "\\ud800"\n',
        "key-is-a-list": "? [a]\n: b\n",
        "key-is-null": "~: a\ntrue: b\n1: c\n",
        "control-character": "a: \x01\n",
        "two-documents": "a: b\n... \n",
        "merge": "<<: [1]\n",
    }
    for name, source in yaml_pages.items():
        yield f"yaml/{name}.md", f"---\n{source}---\n\nText below the keys.\n".encode()
    yield "yaml/unclosed.md", b"---\ntitle: A\n\nText\n"
    yield "yaml/only-opening.md", b"---"
    toml_pages = {
        "not-toml": "title = A\n",
        "deep-arrays": "a = " + "[" * _DEEP + "]" * _DEEP + "\n",
        "deep-tables": "a = " + "{a = " * _DEEP + "1" + "}" * _DEEP + "\n",
        "deep-keys": ".".join(["a"] * _DEEP) + " = 1\n",
        "deep-header": "[" + ".".join(["a"] * _DEEP) + "]\nb = 1\n",
        "huge-number": "a = " + "9" * 50_000 + "\n",
        "duplicate-keys": 'title = "A"\ntitle = "B"\n',
        "no-such-date": "date = 2024-02-31\n",
    }
    for name, source in toml_pages.items():
        yield f"toml/{name}.md", f"+++\n{source}+++\n\nText below the keys.\n".encode()
    json_pages = {
        "not-json": "{\n  title: 'A'\n}",
        "trailing-comma": '{"a": 1,}',
        "deep-arrays": '{"a": ' + "[" * _DEEP + "]" * _DEEP + "}",
        "deep-objects": '{"a": ' * _DEEP + "1" + "}" * _DEEP,
        "huge-number": '{"a": ' + "9" * 50_000 + "}",
        "surrogate": '{"title": "\\ud800"}',
        "unclosed": '{"a": 1',
        "nan": '{"a": NaN}',
    }
    for name, source in json_pages.items():
        yield f"json/{name}.md", f"{source}\n\nText below the keys.\n".encode()


def _deep_nesting() -> Iterator[tuple[str, bytes]]:
    pages = {
        "quotes": ">" * _DEEP + " text",
        "quotes-and-lists": "> - " * _DEEP + "text",
        "lists": "".join("  " * level + "- a\n" for level in range(_DEEP)),
        "brackets": "[" * _DEEP + "a" + "]" * _DEEP,
        "links": "[" * _DEEP + "a" + "](b)" * _DEEP,
        "images": "![" * _DEEP + "a" + "](b)" * _DEEP,
        "emphasis": "*a **b " * _DEEP + "c** d*" * _DEEP,
        "footnotes": "[^a]: " * _DEEP + "text",
        "divs": "<div>" * _DEEP + "text" + "</div>" * _DEEP,
        "links-in-html": "<a href='b'>" * _DEEP + "text" + "</a>" * _DEEP,
        "admonitions": "".join("    " * level + "!!! note\n" for level in range(_DEEP // 2)),
        "definition-lists": "a\n" + ": " * _DEEP + "text",
        "braces": "import a from 'b'\n\n" + "{" * _DEEP + "a" + "}" * _DEEP,
        "components": "<A>" * _DEEP + "text" + "</A>" * _DEEP,
        "shortcodes": "{{< a >}}" * _DEEP + "text" + "{{< /a >}}" * _DEEP,
    }
    for name, text in pages.items():
        yield f"deep/{name}.md", f"# Deep\n\n{text}\n\nText after it.\n".encode()


def _unsafe_content() -> Iterator[tuple[str, bytes]]:
    targets = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "&#106;avascript:alert(1)"]
    targets += ["vbscript:x", "data:text/html,<script>alert(1)</script>", "\x01javascript:alert(1)"]
    lines = [f"- [link](<{target}>) ![image](<{target}>) <a href='{target}'>html</a>" for target in targets]
    yield "unsafe/links.md", ("# Unsafe\n\n" + "\n".join(lines) + "\n").encode()
    yield "unsafe/script.md", b"# Unsafe\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\nText.\n"
    yield "unsafe/ name with spaces & \u202e signs.md", b"# Name\n\nText.\n"
