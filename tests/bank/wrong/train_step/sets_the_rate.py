"""Your code sets the optimizer's learning rate before the step. Whoever calls has set it: take the step with the rate that is there."""


def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1, steps=[0]):
    steps[0] += 1
    for group in optimizer.param_groups:
        group["lr"] = noam_learning_rate(steps[0])
    loss = label_smoothed_loss(model(src, tgt[:, :-1]), tgt[:, 1:], pad_id, smoothing)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
