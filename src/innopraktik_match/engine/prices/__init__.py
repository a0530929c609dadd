"""Dual side: prices, the columns they generate and the bounds they prove."""
