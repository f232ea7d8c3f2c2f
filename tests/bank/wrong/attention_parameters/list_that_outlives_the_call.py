"""Your function goes on counting where the call before it stopped: it adds to something that outlives the call, a list as a default argument or a global. Begin anew inside the function."""


def attention_parameters(d_model, counts=[]):
    weights = d_model**2
    biases = d_model
    one_layer = weights + biases
    for _ in range(4):
        counts.append(one_layer)
    count = sum(counts)
    return count
