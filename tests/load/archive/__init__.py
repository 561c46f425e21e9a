"""The bench of the archive."""
