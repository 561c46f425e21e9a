"""Drawing only what has changed: what a part of a page looked at, and what is kept of it."""
