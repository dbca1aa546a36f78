"""Jekyll's permalinks: https://jekyllrb.com/docs/permalinks/, lib/jekyll/url.rb, drops/url_drop.rb and utils.rb."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

__all__ = ["POST_STYLES", "date_tokens", "expand_template", "page_template", "slugify", "titleize"]

POST_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}

_TOKEN = re.compile(r":([a-z_]+)")
_PRETTY_KEEPS = "._~!$&'()+,;=@"


def expand_template(template: str, tokens: Mapping[str, str]) -> str:
    """Fill in a template; a token without a value vanishes with its slash. `:output_ext` is `.html`."""

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        # `:title_x` is `:title` followed by text: the longest known token wins.
        while name and name not in tokens:
            name = name[:-1]
        return tokens[name] + found[1][len(name) :] if name else found[0]

    return re.sub(r"/{2,}", "/", _TOKEN.sub(fill, template))


def page_template(template: str, style: str) -> str:
    """`Utils.add_permalink_suffix`: pages and collections take from the site's style only how their URL ends."""
    if style == "pretty" or style.endswith("/"):
        return f"{template}/"
    if style in ("date", "ordinal", "none") or style.endswith(":output_ext"):
        return f"{template}:output_ext"
    return template


def date_tokens(date: datetime) -> dict[str, str]:
    """The tokens that a date fills. Month and day names are English, as Ruby's `strftime` has them."""
    return {
        "year": f"{date.year:04}",
        "short_year": f"{date:%y}",
        "month": f"{date:%m}",
        "i_month": str(date.month),
        "short_month": f"{date:%b}",
        "long_month": f"{date:%B}",
        "day": f"{date:%d}",
        "i_day": str(date.day),
        "y_day": f"{date:%j}",
        "w_year": f"{date.isocalendar().year:04}",
        "week": f"{date.isocalendar().week:02}",
        "w_day": str(date.isoweekday()),
        "short_day": f"{date:%a}",
        "long_day": f"{date:%A}",
        "hour": f"{date:%H}",
        "minute": f"{date:%M}",
        "second": f"{date:%S}",
    }


def slugify(text: str, *, pretty: bool = False, cased: bool = False) -> str:
    """`Utils.slugify` in its modes `default` and `pretty`: runs of other characters become one hyphen."""
    keeps = _PRETTY_KEEPS if pretty else ""
    replaced = "".join(char if char in keeps or _is_letter_or_digit(char) else "\0" for char in text)
    slug = re.sub("\0+", "-", replaced).removeprefix("-").removesuffix("-")
    return slug if cased else slug.lower()


def titleize(slug: str) -> str:
    """`my-first_post` -> `My First_post`: the title of a post that has none."""
    return " ".join(part[:1].upper() + part[1:].lower() for part in slug.split("-") if part)


def _is_letter_or_digit(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] in "LM" or category == "Nd"
