"""Documents as blocks (章、条、款、表、图): read from files and text, corrected, compared."""
