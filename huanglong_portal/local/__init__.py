"""The whole portal on one machine: its processes, their ports, and what a person is told."""
