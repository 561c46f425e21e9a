"""News to screens. Knows no rules and no models: rooms register how they are drawn."""
