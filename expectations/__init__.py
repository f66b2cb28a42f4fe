"""Judges frames: what every table must satisfy, in plain words, and the verdict over it.

Nothing here changes data. `expectations.validate` is the door; the declarations import no more than Polars.
"""
