"""Your code never takes pad, even where the model finds it most likely; greedy_decode takes the most likely word, whichever it is."""

import math
import torch


class CachedDecoder:
    def __init__(self, model):
        self.model = model

    def __call__(self, src, max_length, bos_id=1, eos_id=2):
        was_training = self.model.training
        self.model.eval()
        try:
            with torch.no_grad():
                return self.run(src, max_length, bos_id, eos_id)
        finally:
            self.model.train(was_training)

    def run(self, src, max_length, bos_id, eos_id):
        model = self.model
        memory = model.encode(src)
        seen = (src != model.pad_id)[:, None, None, :]
        caches = [{} for _ in model.decoder.layers]
        tokens = torch.full((len(src), 1), bos_id)
        done = torch.zeros(len(src), dtype=torch.bool)
        while tokens.shape[1] < max_length and not done.all():
            x = model.target_embedding(tokens)[:, -1:]
            for layer, cache in zip(model.decoder.layers, caches):
                x = self.step(layer, cache, x, memory, (tokens != model.pad_id)[:, None, None, :], seen)
            logits = x[:, -1] @ self.output().T
            logits[:, model.pad_id] = -torch.inf
            word = logits.argmax(-1).masked_fill(done, model.pad_id)
            tokens = torch.cat([tokens, word[:, None]], 1)
            done = done | (word == eos_id)
        return tokens

    def output(self):
        return next(p for p in self.model.target_embedding.parameters() if p.dim() == 2)

    def step(self, layer, cache, x, memory, allowed, seen):
        own = layer.self_attention
        k, v = own.w_k(x), own.w_v(x)
        cache["k"] = torch.cat([cache["k"], k], 1) if "k" in cache else k
        cache["v"] = torch.cat([cache["v"], v], 1) if "v" in cache else v
        x = layer.add_norm1(x, self.attend(own, x, cache["k"], cache["v"], allowed))
        cross = layer.cross_attention
        if "memory" not in cache:
            cache["memory"] = cross.w_k(memory), cross.w_v(memory)
        x = layer.add_norm2(x, self.attend(cross, x, *cache["memory"], seen))
        return layer.add_norm3(x, layer.feed_forward(x))

    def attend(self, attention, x, k, v, allowed):
        q, k, v = (split_heads(one, attention.n_heads) for one in (attention.w_q(x), k, v))
        scores = (q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])).masked_fill(~allowed, -torch.inf)
        return attention.w_o(merge_heads(scores.softmax(-1) @ v))
