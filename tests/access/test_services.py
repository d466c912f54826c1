from __future__ import annotations

import pytest

from modules.errors import InputError
from tests.access.plans import declared
from tests.planning import deployments_of
from workflow.access.actions import actions
from workflow.access.graph import UNSORTED
from workflow.access.graph import declared as read

[NAME, *_] = deployments_of("event_store")


def test_a_store_of_a_service_without_columns_is_refused():
    """
    What may be done on a store of a service that nobody has sorted into columns would be allowed unseen.
    """
    dataflow, account = declared(NAME)
    [first, *others] = dataflow["stores"]
    unknown = {**first, "arn": "", "resources": [f"arn:aws:timestream:eu-central-1:{account}:database/orders"]}

    with pytest.raises(InputError, match=r"is of timestream, whose actions .* say in controls/access_columns\.yaml"):
        read({**dataflow, "stores": [unknown, *others]}, account)


def test_no_service_is_left_out_that_has_columns():
    """
    A service whose actions are sorted is not among those that are left out.
    """
    assert set() == {*UNSORTED} & {*actions().services}
