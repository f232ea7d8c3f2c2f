"""Your count is that of one head of eight; all heads together fill the four d_model by d_model matrices."""


def attention_parameters(d_model):
    return 4 * (d_model * (d_model // 8) + d_model // 8)
