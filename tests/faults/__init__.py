"""What happens when something dies: processes, connections, storage."""
