from __future__ import annotations

import pytest

from workflow import summary


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0, "narrowest stage: stream, under 1% of its capacity at peak load"),
        (0.85, "narrowest stage: stream, 85% of its capacity at peak load"),
        (1.2, "narrowest stage: stream, 120% of its capacity at peak load; raise its quota or lower the workload"),
    ],
)
def test_the_narrowest_stage_says_how_full_it_is(share, said, capsys):
    """
    A share is told in percent, one that rounds to nothing as such, and one that is too much with what to do.
    """
    summary.print_narrowest({"narrowest": "stream", "utilization_at_peak": {"stream": share}})

    assert said == capsys.readouterr().out.strip()
