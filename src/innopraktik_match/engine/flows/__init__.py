"""Rounds, or relaxations of them, as minimum-cost flows: plan and prices at once."""
