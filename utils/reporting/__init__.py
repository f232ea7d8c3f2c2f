"""`course report`: what a class did in one lesson, as a page and as tables."""
