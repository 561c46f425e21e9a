"""A seeded archive of any size: the same agreements for the same seed on either database."""
