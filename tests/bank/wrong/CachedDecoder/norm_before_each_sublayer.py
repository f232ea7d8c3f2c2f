"""Your pass normalises before each sub-layer and adds afterwards, as GPT does. The model's layers add first and then normalise: use their own add_norm1 to add_norm3."""

import torch


class CachedDecoder:
    def __init__(self, model):
        self.model = model

    @torch.no_grad()
    def __call__(self, src, max_length, bos_id=1, eos_id=2):
        m = self.model
        mode = m.training
        m.eval()
        pad = getattr(m, "pad_id", 0)
        memory = m.encode(src)
        wte = next(m.target_embedding.parameters())
        kv = {}

        def attn(a, q_in, k, v, keep):
            q, k, v = [split_heads(z, a.n_heads) for z in (a.w_q(q_in), k, v)]
            y, _ = scaled_dot_product_attention(q, k, v, keep[:, None, None])
            return a.w_o(merge_heads(y))

        idx = torch.full((src.size(0), 1), bos_id)
        stop = torch.zeros(src.size(0), dtype=torch.bool)
        while idx.size(1) < max_length and not stop.all():
            x = m.target_embedding(idx)[:, [-1]]
            for i, block in enumerate(m.decoder.layers):
                ln = block.add_norm1.norm(x)
                k, v = block.self_attention.w_k(ln), block.self_attention.w_v(ln)
                if i in kv:
                    k, v = torch.cat((kv[i][0], k), 1), torch.cat((kv[i][1], v), 1)
                else:
                    kv[i, "m"] = block.cross_attention.w_k(memory), block.cross_attention.w_v(memory)
                kv[i] = k, v
                x = x + attn(block.self_attention, ln, k, v, idx != pad)
                x = x + attn(block.cross_attention, block.add_norm2.norm(x), *kv[i, "m"], src != pad)
                x = x + block.feed_forward(block.add_norm3.norm(x))
            nxt = (x[:, -1] @ wte.T).argmax(-1).masked_fill(stop, pad)
            idx = torch.cat((idx, nxt[:, None]), 1)
            stop = stop | (nxt == eos_id)
        m.train(mode)
        return idx
