"""
Run by `tests.planning` in a process of its own, which can be stopped: plan the stack in a folder with tftest.

Usage: plan_once.py FOLDER TERRAFORM; the plan's JSON goes to `plan.json` in the folder.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import tftest


class Terraform(tftest.TerraformTest):
    """tftest takes every exit code but 1 and 11 for success, so that a killed Terraform gives an empty plan."""

    def execute_command(self, cmd: str, *cmd_args: str) -> tftest.TerraformCommandOutput:
        done = super().execute_command(cmd, *cmd_args)
        if done.retcode != 0:
            raise tftest.TerraformTestError(f"terraform {cmd} ended with {done.retcode}: {done.err}")
        return done


def main(folder: Path, binary: str) -> None:
    terraform = Terraform(str(folder), binary=binary)
    terraform.setup(cleanup_on_exit=True)
    output = terraform.plan(output=True, refresh=False, lock=False)
    (folder / "plan.json").write_text(json.dumps(dict(output)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
