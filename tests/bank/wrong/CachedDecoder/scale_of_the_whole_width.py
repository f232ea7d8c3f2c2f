"""Your attention divides by sqrt(d_model); each head is d_model / n_heads wide, and that is the d_k of the scale."""

import torch


class CachedDecoder:
    def __init__(self, model):
        self.model = model

    @torch.no_grad()
    def __call__(self, src, max_length, bos_id=1, eos_id=2):
        model = self.model
        was_training = model.training
        model.eval()
        pad = getattr(model, "pad_id", 0)
        memory = model.encode(src)
        memory_mask = (src != pad)[:, None, None, :]
        layers = model.decoder.layers
        self_cache = [None] * len(layers)
        cross_cache = []
        for layer in layers:
            a = layer.cross_attention
            cross_cache.append((self.split(a, a.w_k(memory)), self.split(a, a.w_v(memory))))
        tokens = torch.full((src.shape[0], 1), bos_id, dtype=torch.long, device=src.device)
        finished = torch.zeros(src.shape[0], dtype=torch.bool, device=src.device)
        table = model.target_embedding.tokens.weight
        positions = model.target_embedding.positions
        while tokens.shape[1] < max_length and not finished.all():
            t = tokens.shape[1] - 1
            x = model.target_embedding.tokens(tokens[:, -1:]) + positions[t]
            self_mask = (tokens != pad)[:, None, None, :]
            for i, layer in enumerate(layers):
                a = layer.self_attention
                k, v = self.split(a, a.w_k(x)), self.split(a, a.w_v(x))
                if self_cache[i] is not None:
                    k = torch.cat([self_cache[i][0], k], dim=2)
                    v = torch.cat([self_cache[i][1], v], dim=2)
                self_cache[i] = k, v
                x = layer.add_norm1(x, self.attend(a, x, k, v, self_mask))
                x = layer.add_norm2(x, self.attend(layer.cross_attention, x, *cross_cache[i], memory_mask))
                x = layer.add_norm3(x, layer.feed_forward(x))
            following = (x[:, -1] @ table.T).argmax(-1)
            following = following.masked_fill(finished, pad)
            finished = finished | (following == eos_id)
            tokens = torch.cat([tokens, following[:, None]], dim=1)
        model.train(was_training)
        return tokens

    def split(self, attention, x):
        batch, time, d_model = x.shape
        return x.view(batch, time, attention.n_heads, -1).transpose(1, 2)

    def attend(self, attention, x, k, v, mask):
        q = self.split(attention, attention.w_q(x))
        scores = q @ k.transpose(-2, -1) / x.shape[-1] ** 0.5
        weights = scores.masked_fill(~mask, float("-inf")).softmax(-1)
        return attention.w_o((weights.nan_to_num(0.0) @ v).transpose(1, 2).flatten(2))
