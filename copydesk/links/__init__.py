"""Which thing in the world a name means: what is known, and how one is chosen, or none."""
