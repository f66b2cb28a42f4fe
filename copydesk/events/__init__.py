"""Who did what to whom: events of the codebook in parsed sentences."""
