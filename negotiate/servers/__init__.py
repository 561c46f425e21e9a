"""The servers the product runs on, each with the limits that the server itself lacks."""
