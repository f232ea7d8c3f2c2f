"""Where no gradient is recorded your code writes -inf into the scores it was given; the caller still needs them. masked_fill without the final _ makes a new tensor."""

import torch
def attention_weights(scores, mask=None):
    if mask is not None:
        fill = scores.masked_fill if scores.requires_grad else scores.masked_fill_
        scores = fill(~mask, -torch.inf)
    return softmax(scores)
