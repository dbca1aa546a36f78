"""Stop words."""

__all__ = ["stop_words"]


def stop_words(language: str) -> frozenset[str]:
    """Folded stop words of `language`."""
    return frozenset()
