"""Your code joins new keys to cached values and the other way round from the second step on; keep them apart."""

import math
import torch
from torch import nn

class _Row(nn.Module):
    pass
class CachedDecoder:
    def __init__(self, model):
        self.model = model

    def layer_parts(self, layer):
        attentions = [m for m in layer.modules() if hasattr(m, "w_q")]
        ffn = next(m for m in layer.modules() if hasattr(m, "linear1"))
        norms = [m for m in layer.modules() if getattr(m, "weight", None) is not None and m.weight.dim() == 1]
        return attentions, ffn, norms

    def decoder(self):
        for m in self.model.modules():
            layers = getattr(m, "layers", None)
            if layers is not None and sum(hasattr(x, "w_q") for x in layers[0].modules()) == 2:
                return m

    def embedding(self):
        found = [m for m in self.model.modules() if isinstance(m, TransformerEmbedding)]
        return found[1]

    def heads(self, x):
        return x.unflatten(-1, (self.n_heads, -1)).transpose(1, 2)

    def attend(self, attention, x, k, v, mask):
        q = self.heads(attention.w_q(x))
        out, _ = scaled_dot_product_attention(q, k, v, mask)
        return attention.w_o(out.transpose(1, 2).flatten(2))

    def step(self, layer, x, cache, self_mask, memory, memory_mask):
        (own, cross), ffn, norms = self.layer_parts(layer)
        self.n_heads = own.n_heads
        k, v = self.heads(own.w_k(x)), self.heads(own.w_v(x))
        if "k" in cache:
            k, v = torch.cat([cache["v"], k], 2), torch.cat([cache["k"], v], 2)
        cache["k"], cache["v"] = k, v
        if "mk" not in cache:
            cache["mk"], cache["mv"] = self.heads(cross.w_k(memory)), self.heads(cross.w_v(memory))
        x = norms[0](x + self.attend(own, x, k, v, self_mask))
        x = norms[1](x + self.attend(cross, x, cache["mk"], cache["mv"], memory_mask))
        return norms[2](x + ffn(x))

    @torch.no_grad()
    def __call__(self, src, max_length, bos_id=1, eos_id=2):
        model, training = self.model, self.model.training
        model.eval()
        pad = getattr(model, "pad_id", 0)
        memory = model.encode(src)
        memory_mask = (src != pad)[:, None, None, :]
        embed = self.embedding()
        table = next(p for p in embed.parameters() if p.dim() == 2)
        d = table.shape[1]
        position_table = sinusoidal_positions(max_length, d).to(table.dtype)
        layers = self.decoder().layers
        caches = [{} for _ in layers]
        tokens = torch.full((src.shape[0], 1), bos_id)
        done = torch.zeros(src.shape[0], dtype=torch.bool)
        while tokens.shape[1] < max_length and not done.all():
            t = tokens.shape[1] - 1
            x = table[tokens[:, -1:]] * math.sqrt(d) + position_table[t]
            self_mask = (tokens != pad)[:, None, None, :]
            for layer, cache in zip(layers, caches):
                x = self.step(layer, x, cache, self_mask, memory, memory_mask)
            nxt = (x[:, -1] @ table.T).argmax(-1)
            nxt = nxt.masked_fill(done, pad)
            tokens = torch.cat([tokens, nxt[:, None]], 1)
            done |= nxt == eos_id
        model.train(training)
        return tokens
