"""From raw bytes to the article: decoding, lines, what each line is, the body and its metadata."""
