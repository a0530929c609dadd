"""What finds: plans made, chosen and improved."""
