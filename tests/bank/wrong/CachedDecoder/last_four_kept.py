"""Your cache keeps only the last four keys and values, so later words no longer see the beginning. Every word sees all that came before it."""

import math
import torch


class CachedDecoder:
    def __init__(self, model):
        self.model = model

    @staticmethod
    def _heads(attention, x):
        batch, time, width = x.shape
        return x.view(batch, time, attention.n_heads, width // attention.n_heads).transpose(1, 2)

    def _attend(self, attention, query, key, value, mask):
        q = self._heads(attention, attention.w_q(query))
        scores = q @ key.transpose(-2, -1) / math.sqrt(q.shape[-1])
        weights = scores.masked_fill(~mask, -torch.inf).softmax(dim=-1).nan_to_num(0.0)
        return attention.w_o((weights @ value).transpose(1, 2).flatten(2))

    def _step(self, tokens, memory, memory_mask, pad, past, cross):
        x = self.model.target_embedding(tokens)[:, -1:]
        self_mask = (tokens != pad)[:, None, None, -4:]
        for i, layer in enumerate(self.model.decoder.layers):
            attention = layer.self_attention
            key, value = self._heads(attention, attention.w_k(x)), self._heads(attention, attention.w_v(x))
            if past[i] is not None:
                key, value = torch.cat([past[i][0], key], 2)[:, :, -4:], torch.cat([past[i][1], value], 2)[:, :, -4:]
            past[i] = (key, value)
            x = layer.add_norm1(x, self._attend(attention, x, key, value, self_mask))
            attention = layer.cross_attention
            if cross[i] is None:
                cross[i] = tuple(self._heads(attention, w(memory)) for w in (attention.w_k, attention.w_v))
            x = layer.add_norm2(x, self._attend(attention, x, *cross[i], memory_mask))
            x = layer.add_norm3(x, layer.feed_forward(x))
        (table,) = self.model.target_embedding.parameters()
        return x[:, -1] @ table.T

    @torch.no_grad()
    def __call__(self, src, max_length, bos_id=1, eos_id=2):
        was_training = self.model.training
        self.model.eval()
        pad = getattr(self.model, "pad_id", 0)
        memory = self.model.encode(src)
        memory_mask = padding_mask(src, pad)[:, None]
        n = len(self.model.decoder.layers)
        past, cross = [None] * n, [None] * n
        tokens = torch.full((src.shape[0], 1), bos_id)
        finished = torch.zeros(src.shape[0], dtype=torch.bool)
        while tokens.shape[1] < max_length and not finished.all():
            best = self._step(tokens, memory, memory_mask, pad, past, cross).argmax(dim=-1)
            best = best.masked_fill(finished, pad)
            tokens = torch.cat([tokens, best[:, None]], dim=1)
            finished = finished | (best == eos_id)
        self.model.train(was_training)
        return tokens
