"""Tests of the law: no database, no framework."""
