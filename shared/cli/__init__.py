"""The command line. With `functions/wiring.py` the only place that joins use cases to adapters.

Modules of this package import what is heavy inside functions: `inkdex --help` must not wait for a Markdown parser.
"""

__all__ = ["main"]


def main() -> None:
    """Run `inkdex` on the process's arguments; leaves by `SystemExit`."""
    from shared.cli.app import app

    app(prog_name="inkdex")
