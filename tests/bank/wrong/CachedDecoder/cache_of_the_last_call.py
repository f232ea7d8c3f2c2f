"""Your code keeps the cache of words from one call to the next: a new call begins with an empty one."""

import torch
import torch.nn.functional as F


class CachedDecoder:
    def __init__(self, model):
        self.model = model
        self.words = None

    def attend(self, attention, x, kept, mask):
        q = split_heads(attention.w_q(x), attention.n_heads)
        stale = kept[0].shape[2] - mask.shape[-1]
        mask = F.pad(mask, (stale, 0), value=True)
        output, _ = scaled_dot_product_attention(q, kept[0], kept[1], mask)
        return attention.w_o(merge_heads(output))

    def project(self, attention, x):
        return [split_heads(linear(x), attention.n_heads) for linear in (attention.w_k, attention.w_v)]

    def step(self, tokens, words, source, self_mask, source_mask):
        x = self.model.target_embedding(tokens)[:, -1:]
        for i, layer in enumerate(self.model.decoder.layers):
            new = self.project(layer.self_attention, x)
            words[i] = [torch.cat([old, one], dim=2) for old, one in zip(words[i], new)] if words[i] else new
            x = layer.add_norm1(x, self.attend(layer.self_attention, x, words[i], self_mask))
            x = layer.add_norm2(x, self.attend(layer.cross_attention, x, source[i], source_mask))
            x = layer.add_norm3(x, layer.feed_forward(x))
        (table,) = self.model.target_embedding.parameters()
        return x[:, -1] @ table.T

    def __call__(self, src, max_length, bos_id=1, eos_id=2):
        model, pad_id = self.model, getattr(self.model, "pad_id", 0)
        was_training = model.training
        model.eval()
        with torch.no_grad():
            memory = model.encode(src)
            source_mask = padding_mask(src, pad_id).unsqueeze(1)
            source = [self.project(layer.cross_attention, memory) for layer in model.decoder.layers]
            if self.words is None or self.words[0] is None or self.words[0][0].shape[0] != src.shape[0]:
                self.words = [None for _ in source]
            words = self.words
            tokens = torch.full((src.shape[0], 1), bos_id, dtype=torch.long, device=src.device)
            finished = torch.zeros(src.shape[0], dtype=torch.bool, device=src.device)
            while tokens.shape[1] < max_length and not finished.all():
                self_mask = padding_mask(tokens, pad_id).unsqueeze(1)
                logits = self.step(tokens, words, source, self_mask, source_mask)
                best = logits.argmax(dim=-1).masked_fill(finished, pad_id)
                tokens = torch.cat([tokens, best.unsqueeze(1)], dim=1)
                finished = finished | (best == eos_id)
        model.train(was_training)
        return tokens
