"""Every signed paper, found again: index, search, and who may read what."""
