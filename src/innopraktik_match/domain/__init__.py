"""What people say: rounds, policies and plans, and what is said of them."""
