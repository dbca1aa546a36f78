"""`python -m shared.cli` is `inkdex`."""

from shared.cli import main

if __name__ == "__main__":
    main()
