"""The command line. With `functions/wiring.py` the only place that joins use cases to adapters."""
