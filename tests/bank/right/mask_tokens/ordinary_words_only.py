import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    """The random word is never a special one, and the three cases come from one draw of categories."""
    ordinary = torch.tensor([i for i in range(vocab_size) if i not in set(special_ids)])
    is_special = (tokens[..., None] == torch.tensor(sorted(special_ids))).any(-1)
    chosen = torch.rand(tokens.size(), generator=generator).lt(probability).logical_and(~is_special)
    kind = torch.multinomial(torch.tensor([0.8, 0.1, 0.1]), tokens.numel(), replacement=True, generator=generator)
    kind = kind.view_as(tokens)
    words = ordinary[torch.randint(len(ordinary), tokens.shape, generator=generator)]
    new = torch.where(kind == 0, mask_id, torch.where(kind == 1, words, tokens))
    return torch.where(chosen, new, tokens), torch.where(chosen, tokens, -100)
