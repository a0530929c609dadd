"""The rules over arrays (their first writing), options, and the groups of them."""
