"""Putting the portal on machines: this one (`local`), and the examples for servers."""
