"""What can be told only over all articles: duplicates, stories, entities, the same quote or event twice."""
