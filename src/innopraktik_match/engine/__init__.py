"""Prices ask for better visits, a solver chooses among them, and the rest is proven."""
