"""What `make` needs: packages, the virtual environment, services for tests, checks."""
