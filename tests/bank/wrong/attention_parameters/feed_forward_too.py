"""Your count adds the feed-forward network of lesson 04; count attention alone."""


def attention_parameters(d_model):
    weights = d_model**2
    biases = d_model
    one_layer = weights + biases
    layers = 4
    count = layers * one_layer
    count = count + 8 * d_model**2 + 5 * d_model
    return count
