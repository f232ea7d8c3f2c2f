"""Your code collects sizes in a set, where equal ones count once: for d_model 1 a weight and a bias are equally large. Add them up one by one."""

def attention_parameters(d_model):
    sizes = {d_model * d_model, d_model}
    return 4 * sum(sizes)
