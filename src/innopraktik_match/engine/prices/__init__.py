"""What bounds: prices, the groups they ask for, and what they prove."""
