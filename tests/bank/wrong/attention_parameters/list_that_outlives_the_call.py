"""Your function collects in a list that is a default argument. Python makes it once, so each call goes on with what the calls before it left: make the list inside."""


def attention_parameters(d_model, counts=[]):
    weights = d_model**2
    biases = d_model
    one_layer = weights + biases
    for _ in range(4):
        counts.append(one_layer)
    count = sum(counts)
    return count
