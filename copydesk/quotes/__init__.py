"""Annotated text and mentions in, quotes out: who said what, in whose words."""
