"""Seeded rounds of every size, rivals on the same rounds, and what was measured."""
