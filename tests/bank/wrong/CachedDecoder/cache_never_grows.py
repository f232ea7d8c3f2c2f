"""Your cache is not added to after the first token: a new token sees the first one and itself, and nothing of what was written between."""

import torch
import torch.nn.functional as F
from torch import nn
import math, copy


class CachedDecoder:
    """walks through the decoder layers itself: attention, attention, feed-forward, three norms in order of registration"""
    def __init__(self, model):
        self.model = model
        self.decoder = [m for m in model.modules() if isinstance(m, Decoder)][-1]
        self.layers = []
        for layer in self.decoder.layers:
            mods = list(layer.modules())
            att = [m for m in mods if isinstance(m, MultiHeadAttention)]
            ffn = [m for m in mods if hasattr(m, "linear1")][0]
            norms = [m for m in mods if getattr(m, "weight", None) is not None and m.weight.dim() == 1]
            self.layers.append((att[0], att[1], ffn, norms))

    def start(self, model, tokens, memory, src):
        """what would have gone into the decoder"""
        box = {}
        class Stop(Exception):
            pass
        def hook(module, args, kwargs):
            names = ("x", "memory", "self_mask", "memory_mask")
            box.update(zip(names, args)); box.update(kwargs)
            raise Stop
        handle = self.decoder.register_forward_pre_hook(hook, with_kwargs=True)
        try:
            model.decode(tokens, memory, src)
        except Stop:
            pass
        finally:
            handle.remove()
        return box

    def __call__(self, src, max_length, bos_id=1, eos_id=2):
        model, training = self.model, self.model.training
        model.eval()
        with torch.no_grad():
            result = self.run(model, src, max_length, bos_id, eos_id)
        model.train(training)
        return result

    def run(self, model, src, max_length, bos_id, eos_id):
        pad = getattr(model, "pad_id", 0)
        memory = model.encode(src)
        n_heads = self.layers[0][0].n_heads
        split = lambda z: z.unflatten(-1, (n_heads, -1)).transpose(1, 2)
        cross = [(split(b.w_k(memory)), split(b.w_v(memory))) for _, b, _, _ in self.layers]
        past = [None] * len(self.layers)
        tokens = torch.full((src.shape[0], 1), bos_id, dtype=torch.long, device=src.device)
        finished = torch.zeros(src.shape[0], dtype=torch.bool, device=src.device)
        table = [p for p in self.target_table(model)][0]
        for _ in range(max_length - 1):
            box = self.start(model, tokens, memory, src)
            x = box["x"][:, -1:]
            look = box["self_mask"][..., -1:, :]
            for i, (a, b, ffn, (n1, n2, n3)) in enumerate(self.layers):
                k, v = split(a.w_k(x)), split(a.w_v(x))
                if past[i] is not None:
                    k, v = torch.cat([past[i][0], k], 2), torch.cat([past[i][1], v], 2)
                past[i] = (k, v) if past[i] is None else past[i]
                look = look[..., :k.shape[2]]
                h, _ = scaled_dot_product_attention(split(a.w_q(x)), k, v, look.unsqueeze(1))
                x = n1(x + a.w_o(merge_heads(h)))
                h, _ = scaled_dot_product_attention(split(b.w_q(x)), *cross[i], box["memory_mask"].unsqueeze(1))
                x = n2(x + b.w_o(merge_heads(h)))
                x = n3(x + ffn(x))
            best = F.linear(x[:, 0], table).argmax(-1)
            best = torch.where(finished, torch.full_like(best, pad), best)
            tokens = torch.cat([tokens, best[:, None]], 1)
            finished |= best == eos_id
            if finished.all():
                break
        return tokens

    def target_table(self, model):
        """the embedding the logits are made with: the table that gets used inside decode"""
        tables = [(m, p) for m in model.modules() for p in m.parameters(recurse=False)
                  if p.dim() == 2 and not isinstance(m, nn.Linear)]
        used = []
        handles = [m.register_forward_hook(lambda mod, i, o, p=p: used.append(p)) for m, p in tables]
        src = torch.ones(1, 1, dtype=torch.long, device=tables[0][1].device)
        model.decode(src, model.encode(src), src)
        for h in handles:
            h.remove()
        return used[-1:]
