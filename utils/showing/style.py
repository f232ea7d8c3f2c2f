"""One look for every figure: readable in both themes, for the colour-blind and in print."""

import matplotlib.pyplot as plt

COLOURS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"]
"""The palette of Okabe and Ito (2008), which the colour-blind can tell apart."""


def use_course_style() -> None:
    """Set matplotlib's defaults for the lessons: a white card with thin axes, the same in light and dark."""
    plt.rcParams.update(
        {
            "figure.facecolor": "white",
            "figure.dpi": 110,
            "figure.constrained_layout.use": True,
            "axes.prop_cycle": plt.cycler(color=COLOURS),
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.titlesize": "medium",
            "axes.titlelocation": "left",
            "font.size": 10,
            "legend.frameon": False,
            "image.cmap": "viridis",
        }
    )
