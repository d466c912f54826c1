from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.checkout import checkout
from workflow.workspace import read_json

GUIDE = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text()


def example(language, start):
    """The code of the guide in a language that starts with some text."""
    [code] = [code for code in re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL) if code.startswith(start)]
    return code


@pytest.fixture(name="guided")
def _guided(tmp_path):
    """A repository in which somebody did what the guide says, word for word."""
    made = checkout(tmp_path / "millrace")
    (made.root / "modules" / "ingestion" / "mailbox.py").write_text(example("python", '"""\nA queue'))
    (made.root / "blueprints" / "params" / "message_intake.py").write_text(example("python", '"""\nWhat a deployment'))
    (made.root / "blueprints" / "message_intake.py").write_text(example("python", '"""\nTake messages'))
    (made.root / "deployments" / "mail-dev.yaml").write_text(example("yaml", "# yaml-language-server"))
    listed = made.root / "blueprints" / "__init__.py"
    text = listed.read_text().replace(
        "\nBLUEPRINTS", "\nfrom blueprints.message_intake import MessageIntake\n\nBLUEPRINTS", 1
    )
    listed.write_text(text.replace("] = {\n", '] = {\n    "message_intake": MessageIntake,\n', 1))
    return made


def test_the_example_of_the_guide_works(guided):
    """
    The module, the blueprint and the deployment of CONTRIBUTING.md pass the gate as they stand there.
    """
    done = guided.run("plan", "mail-dev")

    assert 0 == done.code, done.said
    stack = read_json(guided.place("mail-dev").configuration)
    made = {queue["name"] for queue in stack["resource"]["aws_sqs_queue"].values()}
    assert {"mail-dev-given-up", "mail-dev-messages"} == made


def test_the_example_is_in_no_blueprint():
    """
    Whoever follows the guide finds no file of that name.
    """
    root = Path(__file__).parents[2]

    assert not (root / "modules" / "ingestion" / "mailbox.py").exists()
    assert not (root / "blueprints" / "message_intake.py").exists()
