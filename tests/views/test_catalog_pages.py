from __future__ import annotations

import html.parser
import json
import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blueprints import BLUEPRINTS
from workflow.catalog_pages.pages import marked, write_pages

ROOT = Path(__file__).parents[2]
FORM = ROOT / "workflow" / "catalog_pages" / "form.js"
VALUES = st.recursive(
    st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text()
    | st.sampled_from(
        ["yes", "No", "off", "~", "null", "a: b", "a #b", "- a", "key:", " a", "12:30", "1e3", "0x1F", "=", "<<"]
    ),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4) | st.dictionaries(st.text(min_size=1), inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


@pytest.fixture(name="pages", scope="module")
def _pages(tmp_path_factory):
    """
    The pages of this repository, in place of an older one.
    """
    folder = tmp_path_factory.mktemp("pages")
    (folder / "gone.html").write_text("")
    return write_pages(ROOT, folder).parent


class Links(html.parser.HTMLParser):
    """
    What a page leads to, or shows.
    """

    def __init__(self, text):
        super().__init__()
        self.found = set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found |= {value for name, value in attrs if tag and name in ("href", "src") and value != "#"}


def links(page):
    return Links(page.read_text()).found


def examples(page):
    """
    The values that the form of a page can begin from.
    """
    text = re.search(r"start\(document\.forms\[0\], (\{.*\}), \"", page.read_text())[1]
    return json.loads(text)


def test_there_is_a_page_for_every_blueprint(pages):
    """
    The first page leads to each blueprint's.
    """
    assert {"style.css", *(f"{name}.html" for name in BLUEPRINTS)} == links(pages / "index.html")


@pytest.mark.parametrize("name", BLUEPRINTS)
def test_a_page_needs_nothing_from_elsewhere(pages, name):
    """
    Everything that a page leads to or shows is a file beside it.
    """
    found = links(pages / f"{name}.html")

    assert {"index.html", "style.css", "form.js"} <= found
    assert [] == [link for link in found if not (pages / link).is_file()]


@pytest.mark.parametrize("name", BLUEPRINTS)
def test_a_form_begins_from_what_there_is(pages, name):
    """
    The form can be filled with the values of each deployment of the blueprint, and its picture is shown.
    """
    files = {path.stem: yaml.safe_load(path.read_text()) for path in (ROOT / "deployments").glob("*.yaml")}
    mine = {stem: values for stem, values in files.items() if values["blueprint"] == name}

    assert mine == examples(pages / f"{name}.html")
    assert {f"{stem}.svg" for stem in mine} <= links(pages / f"{name}.html")


def test_what_was_there_before_is_gone(pages):
    """
    The folder holds the pages of now, and none of a blueprint that there is no more.
    """
    assert {f"{name}.html" for name in ("index", *BLUEPRINTS)} == {page.name for page in pages.glob("*.html")}


def test_words_of_code_are_marked():
    """
    What stands in backticks is code, and nothing in a text is taken for HTML.
    """
    assert "not <code>&lt;b&gt;</code> &amp; more" == str(marked("not `<b>` & more"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.dictionaries(st.text(min_size=1), VALUES, min_size=1, max_size=3), min_size=1, max_size=3))
def test_the_file_says_what_was_filled_in(documents):
    """
    What the form writes is read as the very values, whatever they look like.
    """
    script = "const { yaml } = require(process.argv[1]); for (const each of JSON.parse(require('fs').readFileSync(0))) console.log(JSON.stringify(yaml(each)));"
    node = [os.environ["JSII_NODE"], "-e", script, str(FORM)]

    written = subprocess.run(node, input=json.dumps(documents), capture_output=True, text=True, check=True).stdout

    assert documents == [yaml.safe_load(json.loads(line)) for line in written.splitlines()]
