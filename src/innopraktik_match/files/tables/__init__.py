"""From cells to columns: which table it is and what its columns hold."""
