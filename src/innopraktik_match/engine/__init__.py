"""Column generation over visits, an exact finish over those within the gap, and the proof of both."""
