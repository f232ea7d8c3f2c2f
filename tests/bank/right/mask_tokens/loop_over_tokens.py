import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    def draw():
        return torch.rand(1, generator=generator).item()

    inputs, labels = [], []
    for row in tokens.tolist():
        ins, labs = [], []
        for token in row:
            if token in special_ids or draw() >= probability:
                ins.append(token)
                labs.append(-100)
                continue
            labs.append(token)
            u = draw()
            if u < 0.8:
                ins.append(mask_id)
            elif u < 0.9:
                ins.append(int(torch.randint(vocab_size, (1,), generator=generator)))
            else:
                ins.append(token)
        inputs.append(ins)
        labels.append(labs)
    return torch.tensor(inputs), torch.tensor(labels)
