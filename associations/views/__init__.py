"""Pages of accounts, registration, messages and the people of an organisation."""
