"""Your code keeps the largest mask made so far and hands it out for shorter lengths too. Cut it to `length`, or make a new one."""

import torch

kept = None


def causal_mask(length):
    global kept
    if kept is None or len(kept) < length:
        kept = torch.ones(length, length).tril().bool()
    return kept
