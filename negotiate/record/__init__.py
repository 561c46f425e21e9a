"""The append-only, hash-chained record to which every action writes."""
