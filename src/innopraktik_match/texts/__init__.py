"""Every word that a person reads, in Danish and English."""
