"""Consequences of signals."""
