"""Your code keeps the memory's keys and values and uses them again for any source of that shape. They belong to one call: make them anew at its start."""

import torch


class CachedDecoder:
    """With the parts of the course's Transformer."""

    def __init__(self, model):
        self.model = model
        self.cross = None
        self.weight = next(p for p in model.target_embedding.parameters() if p.dim() == 2)

    def mha(self, att, x, keys, values, mask):
        b, t, d = x.shape
        h = att.n_heads
        q = att.w_q(x).reshape(b, t, h, d // h).permute(0, 2, 1, 3)
        k = keys.reshape(b, -1, h, d // h).permute(0, 2, 3, 1)
        v = values.reshape(b, -1, h, d // h).permute(0, 2, 1, 3)
        s = (q @ k) * (d // h) ** -0.5
        s = s.masked_fill(mask[:, None] == 0, float("-inf"))
        o = torch.nan_to_num(s.softmax(dim=-1)) @ v
        return att.w_o(o.permute(0, 2, 1, 3).reshape(b, t, d))

    def step(self, x, cache, own_mask, src_mask):
        for i, layer in enumerate(self.model.decoder.layers):
            sa, ca = layer.self_attention, layer.cross_attention
            cache["k"][i] = torch.cat(([cache["k"][i]] if i in cache["k"] else []) + [sa.w_k(x)], dim=1)
            cache["v"][i] = torch.cat(([cache["v"][i]] if i in cache["v"] else []) + [sa.w_v(x)], dim=1)
            x = layer.add_norm1(x, self.mha(sa, x, cache["k"][i], cache["v"][i], own_mask))
            x = layer.add_norm2(x, self.mha(ca, x, *cache["memory"][i], src_mask))
            x = layer.add_norm3(x, layer.feed_forward(x))
        return x

    @torch.no_grad()
    def __call__(self, src, max_length, bos_id=1, eos_id=2):
        model = self.model
        training = model.training
        model.eval()
        memory = model.encode(src)
        cache = {"k": {}, "v": {}}
        if self.cross is None or self.cross[0][0].shape != memory.shape:
            self.cross = [(l.cross_attention.w_k(memory), l.cross_attention.w_v(memory)) for l in model.decoder.layers]
        cache["memory"] = self.cross
        src_mask = (src != model.pad_id)[:, None]
        ys = torch.full((src.shape[0], 1), bos_id)
        finished = torch.zeros(src.shape[0], dtype=torch.bool)
        for _ in range(max_length - 1):
            x = model.target_embedding(ys)[:, -1:]
            x = self.step(x, cache, (ys != model.pad_id)[:, None], src_mask)
            nxt = (x[:, 0] @ self.weight.T).argmax(-1)
            nxt[finished] = model.pad_id
            ys = torch.cat([ys, nxt[:, None]], dim=1)
            finished |= nxt == eos_id
            if finished.all():
                break
        model.train(training)
        return ys
