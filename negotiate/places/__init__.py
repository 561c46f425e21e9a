"""The rules of a place: a county's own profile, and its minimum wage."""
