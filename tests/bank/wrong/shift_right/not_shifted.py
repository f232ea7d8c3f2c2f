"""Your code returns the targets as they are, so the decoder sees the answer while it predicts it. Begin with bos and move every token one place."""

def shift_right(targets, bos_id=1):
    return targets.clone()
