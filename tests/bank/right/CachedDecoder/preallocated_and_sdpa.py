import torch
import torch.nn.functional as F


def heads(x, n):
    return x.unflatten(-1, (n, -1)).transpose(1, 2)


class CachedDecoder(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        object.__setattr__(self, "net", model)

    @torch.no_grad()
    def forward(self, src, max_length, bos_id=1, eos_id=2):
        net, training = self.net, self.net.training
        net.eval()
        pad, batch = net.pad_id, len(src)
        memory, source_ok = net.encode(src), (src != pad)[:, None, None]
        layers = net.decoder.layers
        n, d = layers[0].self_attention.n_heads, memory.shape[-1]
        keys = torch.zeros(len(layers), batch, n, max_length, d // n, dtype=memory.dtype)
        values = torch.zeros_like(keys)
        cross = [(heads(l.cross_attention.w_k(memory), n), heads(l.cross_attention.w_v(memory), n)) for l in layers]
        tokens = torch.full((batch, max_length), pad)
        tokens[:, 0] = bos_id
        finished = torch.zeros(batch, dtype=torch.bool)
        for t in range(max_length - 1):
            x = net.target_embedding(tokens[:, : t + 1])[:, t : t + 1]
            ok = (tokens[:, : t + 1] != pad)[:, None, None]
            for i, l in enumerate(layers):
                a = l.self_attention
                keys[i, :, :, t : t + 1], values[i, :, :, t : t + 1] = heads(a.w_k(x), n), heads(a.w_v(x), n)
                y = F.scaled_dot_product_attention(heads(a.w_q(x), n), keys[i, :, :, : t + 1], values[i, :, :, : t + 1], ok)
                x = l.add_norm1(x, a.w_o(y.transpose(1, 2).flatten(2)))
                a = l.cross_attention
                y = F.scaled_dot_product_attention(heads(a.w_q(x), n), *cross[i], source_ok)
                x = l.add_norm2(x, a.w_o(y.transpose(1, 2).flatten(2)))
                x = l.add_norm3(x, l.feed_forward(x))
            table = next(p for p in net.target_embedding.parameters())
            word = (x[:, 0] @ table.T).argmax(-1)
            tokens[:, t + 1] = torch.where(finished, pad, word)
            finished |= word == eos_id
            if finished.all():
                break
        net.train(training)
        return tokens
