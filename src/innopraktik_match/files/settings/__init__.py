"""How files are to be read, and the policy that they hold."""
