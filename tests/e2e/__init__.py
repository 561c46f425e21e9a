"""Whole meetings in a real browser, against a real server."""
