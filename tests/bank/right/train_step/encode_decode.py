import torch


def forward_loss(model, src, tgt, pad_id, smoothing):
    memory = model.encode(src)
    logits = model.decode(tgt[..., :-1], memory, src)
    return torch.nn.CrossEntropyLoss(ignore_index=pad_id, label_smoothing=smoothing)(
        logits.transpose(1, 2), tgt[..., 1:].contiguous()
    )


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    for group in optimizer.param_groups:
        for p in group["params"]:
            p.grad = None
    loss = forward_loss(model, src, tgt, pad_id, smoothing)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    return loss.tolist()
