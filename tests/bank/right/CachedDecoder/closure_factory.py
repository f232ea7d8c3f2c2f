import torch


def CachedDecoder(model):
    def project(linear, past, new):
        y = linear(new)
        return y if past is None else torch.cat((past, y), dim=1)

    def look(att, q, k, v, mask):
        b, n = len(q), att.n_heads
        q, k, v = (one.reshape(b, one.shape[1], n, -1) for one in (att.w_q(q), k, v))
        s = torch.einsum("bqhd,bkhd->bhqk", q, k) * q.shape[-1] ** -0.5
        w = (s + torch.zeros_like(s).masked_fill(~mask[:, None], torch.finfo(s.dtype).min)).softmax(-1)
        return att.w_o(torch.einsum("bhqk,bkhd->bqhd", w, v).flatten(2))

    def decode(src, max_length, bos_id=1, eos_id=2):
        mode = model.training
        model.train(False)
        with torch.inference_mode():
            memory, layers = model.encode(src), list(model.decoder.layers)
            memory_mask = (src != model.pad_id).unsqueeze(1)
            fixed = [(l.cross_attention.w_k(memory), l.cross_attention.w_v(memory)) for l in layers]
            past = [[None, None] for _ in layers]
            out = src.new_full((src.size(0), 1), bos_id)
            over = torch.zeros(src.size(0), dtype=torch.bool)
            for _ in range(max_length - 1):
                x = model.target_embedding(out)[:, -1:]
                for i, l in enumerate(layers):
                    past[i] = [project(l.self_attention.w_k, past[i][0], x), project(l.self_attention.w_v, past[i][1], x)]
                    x = l.add_norm1(x, look(l.self_attention, x, *past[i], (out != model.pad_id).unsqueeze(1)))
                    x = l.add_norm2(x, look(l.cross_attention, x, *fixed[i], memory_mask))
                    x = l.add_norm3(x, l.feed_forward(x))
                tied = [p for p in model.target_embedding.parameters()][0]
                best = (x[:, -1] @ tied.mT).argmax(1)
                best[over] = model.pad_id
                out = torch.cat((out, best[:, None]), 1)
                over |= best.eq(eos_id)
                if bool(over.all()):
                    break
        model.train(mode)
        return out.clone()

    return decode
