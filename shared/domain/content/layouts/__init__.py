"""Site layouts: one file a generator, each with its own rules for pages, URLs, front matter and anchors."""

from shared.domain.content.layouts.registry import (
    CONFIG_FILES,
    PAGE_SUFFIXES,
    Detection,
    detect_layout,
    find_root,
    make_layout,
)

__all__ = ["CONFIG_FILES", "PAGE_SUFFIXES", "Detection", "detect_layout", "find_root", "make_layout"]
