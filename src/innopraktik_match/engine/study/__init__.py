"""What if: a solved round kept warm, and one thing changed in it."""
