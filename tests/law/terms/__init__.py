"""Tests of the kinds of term."""
