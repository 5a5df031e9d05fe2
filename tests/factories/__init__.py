"""Ready-made people, organisations and filings, made through the doors that people use."""
