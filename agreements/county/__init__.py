"""A county's archive as one file in an open format, and back again: docs/county-format.md."""
