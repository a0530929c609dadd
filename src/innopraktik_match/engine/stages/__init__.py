"""What is asked: each aim as a stage, its rows, parts and lots."""
