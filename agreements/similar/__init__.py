"""What is worded alike: similar clauses, and agreements that were copied from each other."""
