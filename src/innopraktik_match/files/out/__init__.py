"""What is written: rounds, the template, marked copies."""
