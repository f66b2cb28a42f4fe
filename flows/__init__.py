"""Orchestration: the command line, the flow and its tasks, files and settings."""
