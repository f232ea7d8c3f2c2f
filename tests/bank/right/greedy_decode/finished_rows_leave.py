import torch


def greedy_decode(model, src, max_length, bos_id=1, eos_id=2):
    was = model.training
    model.eval()
    with torch.no_grad():
        result = torch.full((len(src), max_length), model.pad_id if hasattr(model, "pad_id") else 0)
        result[:, 0] = bos_id
        active = torch.arange(len(src))
        memory = model.encode(src)
        for t in range(1, max_length):
            if len(active) == 0:
                break
            scores = torch.log_softmax(model.decode(result[active, :t], memory[active], src[active])[:, -1], -1)
            word = scores.max(dim=-1)[1]
            result[active, t] = word
            active = active[word != eos_id]
    model.train(was)
    return result
