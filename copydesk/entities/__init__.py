"""What an article names: its people, organisations, places and dates, and which names mean the same."""
