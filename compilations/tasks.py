"""Handlers of outbox messages."""
