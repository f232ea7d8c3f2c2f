"""What people see: cards, pictures, progress."""
