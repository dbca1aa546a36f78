"""SQLite's file format, as far as it takes to put a database together from the pages of others.

https://www.sqlite.org/fileformat2.html is cited by section. SQLite itself makes every entry and nearly every leaf;
here pages only move, and interior pages are built above them. Pages have 4,096 bytes, none of them reserved.
"""

from shared.domain.sqlite_file.extraction import extract_trees
from shared.domain.sqlite_file.joining import FilePlan, Template, make_template, plan_file
from shared.domain.sqlite_file.pages import PAGE_BYTES
from shared.domain.sqlite_file.pieces import Outline, Piece, TreePiece

__all__ = [
    "PAGE_BYTES",
    "FilePlan",
    "Outline",
    "Piece",
    "Template",
    "TreePiece",
    "extract_trees",
    "make_template",
    "plan_file",
]
