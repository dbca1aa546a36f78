"""The commands, one file each.

These files do without `from __future__ import annotations`: Typer reads the annotations of a command at run time, so
what they name must be imported, not only known to a type checker.
"""
