"""Your mask is (batch, keys). Put a side of length 1 between them for the queries; without it, the batch would be taken for the queries."""


def padding_mask(tokens, pad_id=0):
    return tokens != pad_id
