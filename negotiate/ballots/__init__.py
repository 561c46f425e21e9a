"""Polls within one side: frozen roll, papers without names, and the verdict."""
