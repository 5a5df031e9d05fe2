"""Pages of the public and of the organisations."""
