"""What anyone may read without signing in: pledges, documents, organisations, the notice."""
