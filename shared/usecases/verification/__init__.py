"""Checks of a built revision against docs/format.md, one file a kind of artifact. Damage is a finding, no error."""
