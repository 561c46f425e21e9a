"""From agreed terms to a signed paper, found again and kept."""
