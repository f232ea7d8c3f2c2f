import numpy as np


def noam_learning_rate(step, d_model=512, warmup=4000, factor=1.0):
    step = np.maximum(step, 1).astype(float)
    return factor * np.sqrt(1.0 / d_model) * np.minimum(1 / np.sqrt(step), step / np.sqrt(warmup) ** 3)
