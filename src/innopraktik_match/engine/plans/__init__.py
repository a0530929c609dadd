"""Primal side: plans constructed, chosen and improved."""
