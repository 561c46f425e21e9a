"""Signatures on a paper: drawn by finger (grade B) or scanned from ink (grade C)."""
