"""Your warm-up rises from a small rate (1e-7, say) to the highest, not from 0. The formula's line goes through 0: step * warmup ** -1.5."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    top = (d_model * warmup) ** -0.5
    if step < warmup:
        return 1e-7 + step * (top - 1e-7) / warmup
    return top * (warmup / step) ** 0.5
