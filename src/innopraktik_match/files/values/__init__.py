"""From a cell to what it says."""
