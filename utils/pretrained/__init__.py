"""Weights that others have trained, and what is needed to read them."""
