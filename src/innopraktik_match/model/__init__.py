"""The first writing of the rules, in arrays: options, groups, rows."""
