"""Kinds of round that the programme has run: a local supplement, matching on request over a year."""
