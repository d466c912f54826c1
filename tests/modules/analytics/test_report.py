from __future__ import annotations

import pytest

from modules.errors import InputError
from tests.modules.reporting import reporting
from tests.modules.sample import ACCOUNT, REGION

GROUP = f"arn:aws:quicksight:{REGION}:{ACCOUNT}:group/default/reporting-dev-"
ROWS = {"rows": {"field": "country", "values": {"analyst": ["AT", "DE"]}}}


def data_set(built):
    return built["dashboards/report/data_set"]


def flows(built):
    return {
        process.name: [store.name for store in process.stores("reads")]
        for process in built.graph.processes
        if process.name.startswith("viewer-")
    }


def test_a_group_for_each_persona():
    """
    Every viewer has a group of the deployment, and nobody else has one.
    """
    groups = reporting().of_type("aws_quicksight_group").values()

    assert {"reporting-dev-owner", "reporting-dev-analyst"} == {group["group_name"] for group in groups}


def test_sensitive_columns_are_for_those_who_may_read_the_table():
    """
    Only the groups of personas to whom the data's class is open see the sensitive columns.
    """
    rules = data_set(reporting())["column_level_permission_rules"]

    assert [{"column_names": ["email"], "principals": [f"{GROUP}owner"]}] == rules


def test_sensitive_columns_without_a_reader_are_left_out():
    """
    Where no viewer may see the sensitive columns, the data set does not hold them.
    """
    found = data_set(reporting(viewers=["analyst"]))
    columns = {each["name"] for each in found["physical_table_map"][0]["relational_table"]["input_columns"]}

    assert {"order_id", "ordered_at", "country", "amount"} == columns
    assert "column_level_permission_rules" not in found


def test_without_sensitive_fields_there_is_no_rule_for_columns():
    """
    Nothing is hidden where nothing is sensitive.
    """
    built = reporting(event_schema={"sensitive_fields": []}, viewers=["owner"])

    assert "column_level_permission_rules" not in data_set(built)
    assert {"viewer-owner": ["report"]} == flows(built)


def test_the_graph_tells_who_sees_what():
    """
    An owner reads the whole report and an analyst the part without sensitive columns, one class weaker.
    """
    built = reporting()
    classes = {store.name: store.classification for store in built.graph.stores}

    assert {"viewer-analyst": ["report-open"], "viewer-owner": ["report"]} == flows(built)
    assert ("confidential", "internal") == (classes["report"], classes["report-open"])


def test_a_viewer_to_whom_neither_class_is_open_is_refused():
    """
    An analyst sees nothing of restricted data, not even without its sensitive columns.
    """
    with pytest.raises(InputError, match=r"analyst may not read report-open, which is confidential"):
        reporting("restricted", consumers=["owner"])


def test_without_sensitive_fields_the_class_of_the_data_counts():
    """
    Where nothing is hidden, a report has the class of its data.
    """
    with pytest.raises(InputError, match=r"analyst may not read report, which is confidential"):
        reporting(event_schema={"sensitive_fields": []})


def test_rows_are_shown_by_rules():
    """
    The rules have a line for each group; a persona with values sees those rows, another one all.
    """
    built = reporting(report=ROWS)
    [table] = built["dashboards/report/rows"]["physical_table_map"]

    assert (
        f"SELECT '{GROUP}analyst' AS grouparn, 'AT,DE' AS \"country\" UNION ALL "
        f"SELECT '{GROUP}owner' AS grouparn, CAST(NULL AS varchar) AS \"country\""
    ) == table["custom_sql"]["sql_query"]


def test_rules_always_hold():
    """
    The data set grants rows by the rules, with or without values; who is in no group sees none.
    """
    for built in (reporting(), reporting(report=ROWS)):
        rules = data_set(built)["row_level_permission_data_set"]

        assert ("<dashboards/report/rows.arn>", "GRANT_ACCESS", "ENABLED") == (
            rules["arn"],
            rules["permission_policy"],
            rules["status"],
        )
        assert "permissions" not in built["dashboards/report/rows"]


def test_nobody_is_given_the_source():
    """
    The source has no permissions: a data set made of it would show everything.
    """
    source = reporting()["dashboards/source"]

    assert "permission" not in source
    assert {"disable_ssl": False} == source["ssl_properties"]
    assert {"secret_arn": "<dashboards/login/secret.arn>"} == source["credentials"]
    assert {"vpc_connection_arn": "<dashboards/connection.arn>"} == source["vpc_connection_properties"]


def test_viewers_may_not_change_the_data_set():
    """
    Groups get the actions of a viewer.
    """
    actions = {action for each in data_set(reporting())["permissions"] for action in each["actions"]}

    assert set() == {
        action for action in actions if not action.startswith(("quicksight:Describe", "quicksight:List"))
    } - {"quicksight:PassDataSet"}


def test_the_report_is_refreshed_every_day():
    """
    The refresh reads everything again, at the time that is asked for.
    """
    built = reporting(report={"refresh_at": "04:15"})
    [schedule] = built["dashboards/report/refresh"]["schedule"]

    assert "FULL_REFRESH" == schedule["refresh_type"]
    assert "04:15" == schedule["schedule_frequency"][0]["time_of_the_day"]


def test_quicksight_reaches_the_warehouse_and_nothing_else():
    """
    The group of its interfaces has one way out, to the group of the warehouse.
    """
    built = reporting()
    group = "<dashboards/security_group.id>"
    ways = [
        (rule["referenced_security_group_id"], rule["from_port"], rule["to_port"])
        for rule in built.of_type("aws_vpc_security_group_egress_rule").values()
        if rule["security_group_id"] == group
    ]

    assert [("<warehouse/security_group.id>", 5439, 5439)] == ways


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ({"field": "region", "values": {"analyst": ["DE"]}}, r"rows\.field: region is no string field.*country"),
        ({"field": "amount", "values": {"analyst": ["1"]}}, r"rows\.field: amount is no string field"),
        ({"field": "country", "values": {"engineer": ["DE"]}}, r"rows\.values: engineer views no report"),
    ],
)
def test_rows_that_make_no_sense(rows, message):
    """
    Rules are for a text field and for personas who view the report.
    """
    with pytest.raises(InputError, match=message):
        reporting(report={"rows": rows})
