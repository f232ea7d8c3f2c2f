"""Proof that the judge is right: the bank's answers, mutants of the solutions, many seeds, and every card on a page."""
