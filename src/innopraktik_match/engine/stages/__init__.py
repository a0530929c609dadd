"""The problems to be solved: each aim as a stage, its rows, its parts and the lottery."""
