"""The four worked cases of the product, one data file a case, and their player."""
