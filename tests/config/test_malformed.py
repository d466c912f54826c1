"""
Malformed deployments: the line, and the words that a person needs.
"""

from __future__ import annotations

import pytest

from blueprints.problems import DocumentError

REPLACED = [
    # old text, new text, line, phrase
    ("blueprint: sample", "blueprint: sampel", 2, "there is no blueprint sampel; did you mean sample?"),
    ("blueprint: sample", "blueprint: Stream-Analytics", 2, "did you mean stream_analytics?"),
    ("blueprint: sample", "blueprint: 5", 2, 'blueprint: must be text; quote it, as in "5"'),
    ("blueprint: sample", "blueprint:", 2, "blueprint: has no value; it must be text"),
    ("blueprint: sample\n", "", 2, "blueprint: is missing: Name of the blueprint"),
    ("blueprint: sample", "name: x\nblueprint: sample", 2, "name: unknown key; the name is that of the file"),
    ("blueprint: sample", "bluepirnt: sample", 2, "bluepirnt: unknown key; did you mean blueprint?"),
    ("blueprint: sample", "? [a]\n: b\nblueprint: sample", 2, "a key must be a plain word"),
    ("blueprint: sample", "blueprint: {{ name }}", 2, "a key must be a plain word"),
    ("environment: dev", "environment: prd", 3, "there is no environment prd; did you mean prod? (allowed: dev, prod)"),
    ("environment: dev", "environment: ../dev", 3, "there is no environment ../dev"),
    ("environment: dev", "environment: prod", 3, "name the file <system>-prod.yaml"),
    ("environment: dev", "environment: [dev]", 3, "environment: must be text (seen: a list)"),
    ("environment: dev", "enviroment: dev", 3, "did you mean environment? (allowed: blueprint, environment, owner"),
    ("environment: dev", "environment: dev\nenvironment: dev", 4, "is given twice, first on line 3"),
    ("owner: orders-team@example.com", "owner: orders-team", 4, "must be a mail address"),
    ("owner: orders-team@example.com", "owner: on", 4, 'write true or false, or quote it: "on"'),
    ("owner: orders-team@example.com", "owner: ''", 4, "must be a mail address, such as"),
    ("owner: orders-team@example.com", "owner: 2026-01-01", 4, "(seen: 2026-01-01)"),
    ("owner: orders-team@example.com", "owner: true", 4, 'must be text; quote it, as in "true"'),
    ("owner: orders-team@example.com", "owner: ~", 4, "owner: has no value; it must be text"),
    ("owner: orders-team@example.com", "owner: @orders", 4, "put the value in quotes"),
    ("owner: orders-team@example.com", "owner orders-team@example.com", 4, "a key without a colon"),
    ("owner: orders-team@example.com", "owner:orders-team@example.com", 4, "a space after the colon"),
    ("owner: orders-team@example.com", 'owner: "orders\\team"', 4, "owner: must be a mail address"),
    ("owner: orders-team@example.com", 'owner: "orders\\q"', 4, "an unknown escape in double quotes"),
    ("owner: orders-team@example.com", 'owner: "\\uD800"', 4, "an escape for a character that is not allowed"),
    ("owner: orders-team@example.com", 'owner: "\\UFFFFFFFF"', 4, "an escape or a number that is too large"),
    ("owner: orders-team@example.com", "owner: <<EMAIL>>", 4, "must be a mail address"),
    (
        "classification: confidential",
        "classification: confidental",
        5,
        "did you mean confidential? (seen: confidental)",
    ),
    ("classification: confidential", "classification: secret", 5, "one of public, internal, confidential, restricted"),
    ("classification: confidential", "classification: Confidential", 5, "did you mean confidential?"),
    ("classification: confidential", "classification: {a: 1}", 5, "(seen: a mapping)"),
    ("classification: confidential", "classification: restricted", 5, "is not allowed in environment dev"),
    ("workload:\n", "workload: 5\nload:\n", 6, "workload: must be a mapping"),
    ("workload:\n", "workload:\n  <<: {peak_factor: 1}\n", 7, "a merge key (<<) is not allowed"),
    ("workload:\n", "workload: &w\n", 6, "workload: has an anchor (&w), which is not allowed"),
    ("records_per_second: 200", "records_per_second: 0", 7, "must be from 1 to 1000000 (seen: 0)"),
    (
        "records_per_second: 200",
        "records_per_second: '200'",
        7,
        "must be a number from 1 to 1000000; remove the quotes",
    ),
    ("records_per_second: 200", "records_per_second: true", 7, "must be a number from 1 to 1000000 (seen: true)"),
    ("records_per_second: 200", "records_per_second: .nan", 7, "is not a finite number"),
    ("records_per_second: 200", "records_per_second: -.INF", 7, "is not a finite number"),
    ("records_per_second: 200", "records_per_second: 1e999", 7, "is not a finite number"),
    ("records_per_second: 200", "records_per_second: 1:30", 7, "a number to base 60"),
    ("records_per_second: 200", "records_per_second: 1e9", 7, "must be from 1 to 1000000"),
    ("records_per_second: 200", f"records_per_second: {'9' * 9000}", 7, "is a number of more than 30 characters"),
    ("records_per_second: 200", "record_per_second: 200", 7, "did you mean records_per_second?"),
    ("records_per_second: 200", "records_per_second:", 7, "has no value; it must be a number from 1 to 1000000"),
    ("records_per_second: 200", "records_per_second: ${RATE}", 7, "must be a number"),
    ("average_record_bytes: 900", "average_record_bytes: 900.5", 8, "must be a whole number from 1 to 1000000"),
    ("average_record_bytes: 900", "average_record_bytes: 0900", 8, "with a leading zero, which can be read as octal"),
    ("average_record_bytes: 900", "average_record_bytes: 1_000", 8, "with underscores; leave them out"),
    ("average_record_bytes: 900", "average_record_bytes: 900 bytes", 8, "(seen: 900 bytes)"),
    ("average_record_bytes: 900", "average_record_bytes: -1", 8, "must be from 1 to 1000000 (seen: -1)"),
    ("average_record_bytes: 900", " average_record_bytes: 900", 8, "check the indentation"),
    ("  average_record_bytes: 900", "average_record_bytes: 900", 9, "check the indentation"),
    ("peak_factor: 5", "peak_factor: 101", 9, "must be from 1 to 100 (seen: 101)"),
    ("peak_factor: 5", "peak_facter: 5", 9, "workload.peak_facter: unknown key; did you mean peak_factor?"),
    ("  peak_factor: 5\n", "", 6, "workload.peak_factor: is missing: Peak load divided by average load"),
    ("  peak_factor: 5\n", "  peak_factor: 5\n  peak_factor: 6\n", 10, "is given twice, first on line 9"),
    ("parameters:\n", "parameters:\n---\n", 11, "a second document starts here"),
    ("parameters:\n", "parameters:\n...\n", 12, "the document has ended before this line"),
    ("parameters:", "waivers:\n  - 5\nparameters:", 11, "waivers[0]: must be a mapping"),
    ("parameters:", "waivers:\n  - expires: tomorrow\nparameters:", 11, "waivers[0].expires: must be a date"),
    ("parameters:", "waivers: {a: 1}\nparameters:", 10, "waivers: must be a list"),
    ("title: orders", "title: 5", 11, 'parameters.title: must be text; quote it, as in "5"'),
    ("title: orders", "title: ''", 11, "must not be empty"),
    ("title: orders", f"title: {'x' * 21}", 11, "must have at most 20 characters"),
    ("title: orders", "title: no", 11, 'quote it: "no"'),
    ("title: orders", "title: orders: x", 11, "put text that contains a colon in quotes"),
    ("title: orders", "title: 'orders", 11, "a quote is opened here and never closed"),
    ("title: orders", "title: !!str orders", 11, "has a tag (!!str), which is not allowed"),
    ("title: orders", "title: !Ref orders", 11, "has a tag (!Ref), which is not allowed"),
    ("title: orders", "title: *orders", 11, "is an alias (*orders); write the value out"),
    ("title: orders", "title: [orders", 11, "a list opened here with ["),
    ("title: orders", "title: {orders", 11, "a mapping opened here with {"),
    ("title: orders", "title: - orders", 11, "a list item (-) is not expected here"),
    ("title: orders", "title: |9x", 11, "may follow | or >"),
    ("title: orders", f"title: {'[' * 20}{']' * 20}", 11, "is nested deeper than 16 levels"),
    ("title: orders", f"title: {'[' * 90_000}", 11, "is nested deeper than 16 levels"),
    ("  title: orders", "\ttitle: orders", 11, "a tab is not allowed here; indent with spaces"),
    ("  title: orders", "   title: orders", 12, "does not line up with the lines above"),
    ("title: orders", "title: ord\x07ers", 11, "has the character U+0007"),
    ("title: orders", "title: ord\u2028ers", 11, "has the character U+2028"),
    ("title: orders", f"title: orders\n  title: {'[' * 90_000}", 12, "is given twice, first on line 11"),
    ("title: orders", "title: ord\u202eers-and-very-long", 11, "(seen: ord\\u202eers-and-very-long)"),
    ("  title: orders", "\u00a0\u00a0title: orders", 11, "a space of another kind is not allowed here"),
    ("title: orders", "title: 10.20", 11, 'must be text; quote it, as in "10.20"'),
    ("title: orders", "title: 1e3", 11, 'must be text; quote it, as in "1e3"'),
    ("retention_days: 30", "retention_days: 0", 12, "must be from 1 to 3650"),
    ("capacity_mode: on_demand", "capacity_mode: ondemand", 13, "did you mean on_demand?"),
    ("capacity_mode: on_demand", "capacity_mode: off", 13, 'quote it: "off"'),
    ("enabled: true", "enabled: 'true'", 14, "must be true or false, without quotes"),
    ("enabled: true", "enabled: yes", 14, "write true or false"),
    ("enabled: true", "enabled: 1", 14, "must be true or false"),
    (
        "111122223333:role",
        "444455556666:role",
        15,
        "is of account 444455556666, but the environment is of account 1111",
    ),
    (":role/web-shop", ":user/x", 15, "parameters.producers[0]: must be the ARN of an IAM role"),
    (
        '["arn:aws:iam::111122223333:role/web-shop"]',
        "web-shop",
        15,
        "producers: must be a list: items that start with -",
    ),
    ("stages:\n", "stages: []\n  stagez:\n", 16, "stages: must not be empty"),
    ("stages:\n", "stages: []\n  stagez:\n", 17, "parameters.stagez: unknown key; did you mean stages?"),
    (
        "    - {name: second",
        "    - {name: x, workers: 1}\n    - {name: y, workers: 1}\n    - {name: second",
        16,
        "at most 3 items",
    ),
    ("workers: 2", "workers: 11", 17, "parameters.stages[0].workers: must be from 1 to 10"),
    ("workers: 2", "worker: 2", 17, "parameters.stages[0].workers: is missing: Workers of the stage"),
    ("{name: first, workers: 2}", "first", 17, "stages[0]: must be a mapping"),
    ("{name: first, workers: 2}", "{name: first, workers: 2, workers: 3}", 17, "is given twice"),
    ("name: second", "name: Second", 18, "lower-case letters, digits and underscores"),
    ("  stages:", "  limits: {A-b: 1}\n  stages:", 16, "parameters.limits.A-b: must be 1 to 63 characters"),
    ("  stages:", "  limits: {c: x}\n  stages:", 16, "parameters.limits.c: must be a whole number (seen: x)"),
    ("  stages:", "  limits: {? c}\n  stages:", 16, "parameters.limits.c: has no value"),
]

WHOLE = [
    (b"", 1, "is empty"),
    (b"# only a comment\n", 1, "is empty"),
    (b"---\n...\n", 2, "is empty"),
    (b"- a\n", 1, "must be a mapping at its top"),
    (b"text\n", 1, "must be a mapping at its top"),
    (b"5", 1, "must be a mapping at its top"),
    (b"{}", 1, "workload: is missing"),
    (b"\xff\xfea\x00", 1, "is UTF-16 or UTF-32; save it as UTF-8"),
    (b"a: 1\nb: \xe9\n", 2, "is not UTF-8: byte 0xE9"),
    (b"\x89PNG\r\n\x1a\n\x00", 1, "is not UTF-8"),
    (b"PK\x03\x04\x00", 1, "has the character U+0003"),
    (b"%YAML 3.0\n---\na: 1\n", 1, "is not YAML: found incompatible YAML document"),
    (b"%YAML 1." + b"9" * 5_000 + b"\n---\na: 1\n", 1, "a number that is too large"),
]


@pytest.mark.parametrize(("old", "new", "line", "phrase"), REPLACED, ids=lambda value: str(value)[:40])
def test_malformed(load, valid, old, new, line, phrase):
    """
    What is wrong is told at its line, with what is seen and what is allowed.
    """
    assert old in valid

    _, problems = load(valid.replace(old, new, 1))

    assert any(line == problem.line and phrase in str(problem) for problem in problems), [*map(str, problems)]


@pytest.mark.parametrize(("content", "line", "phrase"), WHOLE, ids=lambda value: str(value)[:40])
def test_no_deployment_at_all(load, content, line, phrase):
    """
    A file that is no deployment says so, at its first bad byte where there is one.
    """
    _, problems = load(content)

    assert any(line == problem.line and phrase in str(problem) for problem in problems), [*map(str, problems)]


@pytest.mark.parametrize("change", ["\n", "\r\n", "\r"])
def test_line_ends(load, valid, change):
    """
    Line ends of any system will do.
    """
    loaded, _ = load(valid.replace("\n", change).encode())

    assert "orders-dev" == loaded.deployment.name


@pytest.mark.parametrize("byte", [b"\x07", b"\xff"])
def test_a_bad_byte_between_line_ends_of_old_systems(load, valid, byte):
    """
    Lines are counted in the same way whatever ends them.
    """
    text = valid.replace("\n", "\r").encode().replace(b"owner: ", b"owner: " + byte)

    _, [problem] = load(text)

    assert (4, 8) == (problem.line, problem.column)


def test_byte_order_mark(load, valid):
    """
    A UTF-8 byte order mark is no part of the document.
    """
    loaded, _ = load(b"\xef\xbb\xbf" + valid.encode())

    assert "orders-dev" == loaded.deployment.name


def test_all_problems_at_once(load, valid):
    """
    All problems of a file are reported together, in the order of its lines.
    """
    text = valid.replace("owner: orders-team", "owner: @").replace("owner: @@", "ownr: x@")
    text = text.replace("peak_factor: 5", "peak_factor: no").replace("workers: 4", "workers: 4, workers: 5")
    text = text.replace("classification: confidential", "classification: restricted")

    _, problems = load(text)

    assert [2, 4, 5, 9, 18] == [problem.line for problem in problems]


def test_one_problem_for_one_mistake(load, valid):
    """
    A value refused for its YAML is not reported a second time for its type.
    """
    _, problems = load(valid.replace("peak_factor: 5", "peak_factor: *five"))

    assert ["workload.peak_factor"] == [str(problem).split(": ")[1] for problem in problems]


def test_a_list_with_wrong_items_is_not_called_empty(load, valid):
    """
    When the only item of a list is wrong, nobody is told that the list is empty.
    """
    _, problems = load(valid.replace("111122223333:role/web-shop", "111122223333:role/*"))

    assert ["parameters.producers[0]"] == [str(problem).split(": ")[1] for problem in problems]


def test_very_many_problems(load):
    """
    Of thousands of problems the first hundred are told, and how many more there are.
    """
    with pytest.raises(DocumentError) as raised:
        raise DocumentError(load("".join(f"k{index}: 1\n" for index in range(300)))[1])

    lines = str(raised.value).splitlines()

    assert 101 == len(lines)
    assert "and 206 more; mend these first" == lines[-1]


def test_parameters_of_an_unknown_blueprint(load, valid):
    """
    When the blueprint is not known, nothing is said about its parameters.
    """
    _, [problem] = load(valid.replace("sample", "nothing_like_it").replace("workers: 2", "worker: 2"))

    assert (2, ("blueprint",)) == (problem.line, problem.path)


def test_plain_words(load, valid):
    """
    No message shows pydantic's own words.
    """
    texts = [str(problem) for old, new, _, _ in REPLACED for problem in load(valid.replace(old, new, 1))[1]]

    assert not [text for text in texts if "Input should" in text or "[type=" in text or "pydantic" in text]
