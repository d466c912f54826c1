"""
Comparisons of two samples, as probabilities that chance alone gives so large a difference.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import stats


def more(found: int, of: int, before: int, of_before: int) -> float:
    """Chance that *found* of *of* new rows have a mark or more, if they are drawn like those *before* (Fisher's exact test)."""
    return float(stats.hypergeom.sf(found - 1, of + of_before, found + before, of))


def order(new: np.ndarray, before: np.ndarray) -> tuple[float, float]:
    """
    Chance that *new* is shifted so far against *before*, either way, and how far (Mann and Whitney's test).

    The distance is between -0.5 and 0.5: how much likelier than half a new value is the larger one.
    """
    if np.ptp(np.concatenate([new, before])) == 0:
        return 1.0, 0.0
    answer = stats.mannwhitneyu(new, before, method="asymptotic")
    return float(answer.pvalue), float(answer.statistic / (len(new) * len(before)) - 0.5)


def shares(new: np.ndarray, before: np.ndarray) -> tuple[float, float]:
    """Chance that the counts of classes differ so (chi-squared), and half the sum of the differences of shares."""
    seen = (new + before) > 0
    if seen.sum() < 2:
        return 1.0, 0.0
    table = np.stack([new[seen], before[seen]])
    distance = 0.5 * float(np.abs(table[0] / table[0].sum() - table[1] / table[1].sum()).sum())
    return float(stats.chi2_contingency(table, correction=False).pvalue), distance


def mean_above(new: np.ndarray, before: np.ndarray) -> float:
    """Chance that the mean of *new* is so far above that of *before* (Welch's test)."""
    if np.ptp(np.concatenate([new, before])) == 0:
        return 1.0
    answer: Any = stats.ttest_ind(new, before, equal_var=False, alternative="greater")
    return float(answer.pvalue)
