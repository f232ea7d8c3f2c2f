"""Your count is always that of the paper's d_model of 512; use the argument."""


def attention_parameters(d_model):
    return 1_050_624
