"""
The container's entry point; the first argument names the step.
"""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

from .check import check
from .evaluate import evaluate
from .train import train


def main(arguments: list[str]) -> None:
    """Run one step below `--base`, which is where SageMaker puts files."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--base", type=Path, default=Path("/opt/ml"))
    steps = parser.add_subparsers(dest="step", required=True)
    checking = steps.add_parser("check")
    checking.add_argument("--batch", required=True)
    checking.add_argument("--pretrained", action="append", default=[], metavar="NAME=SHA256")
    steps.add_parser("train")
    evaluating = steps.add_parser("evaluate")
    evaluating.add_argument("--label-field", required=True)
    evaluating.add_argument("--sensitive-field", default="")
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)s %(message)s")
    if given.step == "check":
        check(given.base / "processing", given.batch, given.pretrained)
    elif given.step == "train":
        train(given.base)
    else:
        evaluate(given.base / "processing", given.label_field, given.sensitive_field)


if __name__ == "__main__":
    main(sys.argv[1:])
