"""Your code puts the newest keys and the newest values at opposite ends of the cache, so from the second step on they no longer belong together. Join both in the same order."""

import math

import torch


class CachedDecoder:
    def __init__(self, model):
        self.model = model

    def __call__(self, src, max_length, bos_id=1, eos_id=2):
        model = self.model
        was_training = model.training
        model.eval()
        with torch.no_grad():
            tokens = self.run(src, max_length, bos_id, eos_id)
        model.train(was_training)
        return tokens

    def run(self, src, max_length, bos_id, eos_id):
        model = self.model
        pad_id = model.pad_id
        layers = model.decoder.layers
        table = next(p for p in model.target_embedding.parameters() if p.dim() == 2)
        d_model = table.shape[1]
        positions = sinusoidal_positions(max_length, d_model).to(table.dtype)
        memory = model.encode(src)
        seen = (src != pad_id)[:, None, None, :]
        fixed = []
        for layer in layers:
            cross = layer.cross_attention
            fixed.append((cross.w_k(memory), cross.w_v(memory)))
        caches = [{} for _ in layers]
        finished = torch.zeros(len(src), dtype=torch.bool)
        tokens = torch.full((len(src), 1), bos_id)
        for _ in range(max_length - 1):
            newest = tokens[:, -1:]
            place = tokens.shape[1] - 1
            x = table[newest] * math.sqrt(d_model)
            x = x + positions[place]
            allowed = (tokens != pad_id)[:, None, None, :]
            for layer, cache, (memory_keys, memory_values) in zip(layers, caches, fixed):
                own = layer.self_attention
                keys = own.w_k(x)
                values = own.w_v(x)
                if "keys" in cache:
                    keys = torch.cat([cache["keys"], keys], dim=1)
                    values = torch.cat([values, cache["values"]], dim=1)
                cache["keys"] = keys
                cache["values"] = values
                x = layer.add_norm1(x, attend(own, x, keys, values, allowed))
                x = layer.add_norm2(x, attend(layer.cross_attention, x, memory_keys, memory_values, seen))
                x = layer.add_norm3(x, layer.feed_forward(x))
            logits = x[:, -1] @ table.T
            best = logits.argmax(dim=-1)
            ended = best == eos_id
            word = best.masked_fill(finished, pad_id)
            tokens = torch.cat([tokens, word.unsqueeze(1)], dim=1)
            finished = finished | ended
            if finished.all():
                break
        return tokens


def attend(attention, x, keys, values, allowed):
    n_heads = attention.n_heads
    q = split_heads(attention.w_q(x), n_heads)
    k = split_heads(keys, n_heads)
    v = split_heads(values, n_heads)
    scores = q @ k.transpose(-2, -1)
    scores = scores / math.sqrt(q.shape[-1])
    scores = scores.masked_fill(~allowed, -torch.inf)
    weights = scores.softmax(-1)
    return attention.w_o(merge_heads(weights @ v))
