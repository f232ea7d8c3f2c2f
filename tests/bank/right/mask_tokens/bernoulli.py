import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    """As in the well-known data collator: three Bernoulli draws."""
    inputs, labels = tokens.clone(), tokens.clone()
    p = torch.full(labels.shape, probability)
    p.masked_fill_(torch.isin(labels, torch.as_tensor(list(special_ids))), 0.0)
    masked = torch.bernoulli(p, generator=generator).bool()
    labels[~masked] = -100
    replaced = torch.bernoulli(torch.full(labels.shape, 0.8), generator=generator).bool() & masked
    inputs[replaced] = mask_id
    rand = torch.bernoulli(torch.full(labels.shape, 0.5), generator=generator).bool() & masked & ~replaced
    words = torch.randint(vocab_size, labels.shape, dtype=torch.long, generator=generator)
    inputs[rand] = words[rand]
    return inputs, labels
