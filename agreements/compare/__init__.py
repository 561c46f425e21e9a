"""Agreed figures side by side: enterprise by enterprise, year by year."""
