"""Your code puts pad into the last column of the decoder's input; there stands the word after which the longest sentence says eos. The input is the target without its last column, as it is."""

def train_step(model, src, tgt, optimizer, pad_id=0, smoothing=0.1):
    known = tgt[:, :-1].clone()
    known[:, -1] = pad_id
    optimizer.zero_grad()
    loss = label_smoothed_loss(model(src, known), tgt[:, 1:], pad_id, smoothing)
    loss.backward()
    optimizer.step()
    return loss.item()
