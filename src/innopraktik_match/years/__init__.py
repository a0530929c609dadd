"""From one round to the next: what earlier rounds brought together, and what came of it."""
