"""Your count has two biases for each of the four layers. A Linear adds one bias, d_model numbers, to its result."""

def attention_parameters(d_model):
    count = 0
    for layer in range(4):
        for i in range(d_model):
            count += d_model
            count += 1
        count += d_model
    return count
