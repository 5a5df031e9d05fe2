"""Who may open what: every address of the portal against every kind of person."""
