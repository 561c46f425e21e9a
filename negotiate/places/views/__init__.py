"""The pages of a place's rules."""
