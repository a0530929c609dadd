"""From rows to rounds and plans."""
