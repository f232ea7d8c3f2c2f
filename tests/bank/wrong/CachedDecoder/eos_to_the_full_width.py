"""Your code fills finished rows with eos, up to max_length; fill with pad, as greedy_decode does."""

import torch


class _LayerCache:
    def __init__(self, layer, memory, memory_mask, batch, length):
        self.layer = layer
        self.n_heads = layer.self_attention.n_heads
        width = memory.shape[-1]
        self.key = memory.new_zeros(batch, length, self.n_heads, width // self.n_heads)
        self.value = torch.zeros_like(self.key)
        cross = layer.cross_attention
        self.memory_key, self.memory_value = self.heads(cross.w_k(memory)), self.heads(cross.w_v(memory))
        self.memory_mask = memory_mask

    def heads(self, x):
        return x.unflatten(-1, (self.n_heads, -1))

    def attention(self, module, x, key, value, mask):
        q = self.heads(module.w_q(x))
        scores = torch.einsum("bqhd,bkhd->bhqk", q, key) * q.shape[-1] ** -0.5
        scores = torch.where(mask[:, None, None, :], scores, -torch.inf)
        weights = torch.nan_to_num(torch.softmax(scores, -1), nan=0.0)
        return module.w_o(torch.einsum("bhqk,bkhd->bqhd", weights, value).flatten(2))

    def __call__(self, x, index, self_mask):
        layer = self.layer
        self.key[:, index] = self.heads(layer.self_attention.w_k(x))[:, 0]
        self.value[:, index] = self.heads(layer.self_attention.w_v(x))[:, 0]
        key, value = self.key[:, : index + 1], self.value[:, : index + 1]
        x = layer.add_norm1(x, self.attention(layer.self_attention, x, key, value, self_mask))
        seen = self.attention(layer.cross_attention, x, self.memory_key, self.memory_value, self.memory_mask)
        x = layer.add_norm2(x, seen)
        return layer.add_norm3(x, layer.feed_forward(x))


class CachedDecoder:
    def __init__(self, model):
        self.model = model

    def __call__(self, src, max_length, bos_id=1, eos_id=2):
        mode = self.model.training
        self.model.eval()
        try:
            with torch.no_grad():
                return self._decode(src, max_length, bos_id, eos_id)
        finally:
            self.model.train(mode)

    def _decode(self, src, max_length, bos_id, eos_id):
        model, batch, pad = self.model, len(src), getattr(self.model, "pad_id", 0)
        memory, memory_mask = model.encode(src), src != pad
        caches = [_LayerCache(layer, memory, memory_mask, batch, max_length) for layer in model.decoder.layers]
        ids = torch.full((batch, max_length), pad)
        ids[:, 0] = bos_id
        done = torch.zeros(batch, dtype=torch.bool)
        table = next(model.target_embedding.parameters())
        for index in range(max_length - 1):
            x = model.target_embedding(ids[:, : index + 1])[:, -1:]
            for cache in caches:
                x = cache(x, index, ids[:, : index + 1] != pad)
            word = torch.einsum("bd,vd->bv", x[:, 0], table).argmax(-1)
            ids[:, index + 1] = torch.where(done, eos_id, word)
            done = done | (word == eos_id)

        return ids
