"""Strokes, and the one step that freezes a completed paper. Imports no Django."""
