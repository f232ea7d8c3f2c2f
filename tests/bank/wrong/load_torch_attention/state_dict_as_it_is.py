"""Your code loads torch's state dict as it is, but its names are others than yours, and three of your matrices are one there: make a state dict with your names, or copy piece by piece."""


def load_torch_attention(attention, torch_attention):
    attention.load_state_dict(torch_attention.state_dict())
