"""What is wrong with a round or a plan, all of it at once."""
