"""Your count adds the feed-forward network of lesson 04; count attention alone."""


def attention_parameters(d_model):
    return 4 * (d_model**2 + d_model) + 8 * d_model**2 + 5 * d_model
