from __future__ import annotations

import base64
import json
from http.client import HTTPConnection
from threading import Thread

import pytest

from functions.model_monitoring.run import baseline, run
from functions.model_monitoring.settings import SettingsError
from functions.model_serving.inference import model_fn
from functions.model_serving.server import reply, server
from tests.functions.training_jobs.conftest import digest, filled, people

LIMITS = {"drift": 0.2, "missing": 0.05, "quality": 0.05, "bias": 0.1, "explanation": 0.9, "rows": 200}
MONITORS = ("data-quality", "model-quality", "bias", "explainability")


@pytest.fixture(name="fitted", scope="module")
def _fitted(tmp_path_factory):
    folder = filled(tmp_path_factory.mktemp("served")).train(epochs="10")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MODEL_MANIFEST_SHA256", digest(folder / "manifest.json"))
        return model_fn(str(folder))


def event(asked, answered, truth, encoding="CSV"):
    data = base64.b64encode(asked).decode() if encoding == "BASE64" else asked.decode()
    side = {"data": data, "encoding": encoding, "observedContentType": "text/csv"}
    answer = {"data": answered.decode(), "encoding": "JSON", "observedContentType": "application/json"}
    told = {"groundTruthData": {"data": "\n".join(truth), "encoding": "CSV"}} if truth is not None else {}
    return {"captureData": {"endpointInput": side, "endpointOutput": answer}, **told}


def write(folder, fitted, rows, encoding="CSV", *, known=True):
    """What SageMaker captures of *rows*, asked in requests of ten, joined with their truth."""
    events = []
    for at in range(0, len(rows), 10):
        part = rows.iloc[at : at + 10]
        asked = part.drop(columns="label").to_csv(index=False).encode()
        status, answered = reply(fitted, asked, "text/csv", "*/*")
        assert 200 == status
        events.append(event(asked, answered, list(part["label"]) if known else None, encoding))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "00.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in events))
    return folder


@pytest.fixture(name="approved", scope="module")
def _approved(fitted, tmp_path_factory):
    """
    The baseline of the day of approval.
    """
    base = tmp_path_factory.mktemp("approved")
    baseline(write(base / "rows", fitted, people(2_000, seed=5)), "group", base / "constraints.json")
    return base / "constraints.json"


@pytest.fixture(name="look")
def _look(fitted, approved, tmp_path):
    """
    Runs one monitor on captured rows; gives the report, and what lies below `/opt/ml`.
    """

    def run_it(monitor, rows, **changes):
        folder = rows if not hasattr(rows, "iloc") else write(tmp_path / "captured", fitted, rows, **changes)
        environment = {
            "MONITOR": monitor,
            "SETTINGS": json.dumps({"label": "label", "sensitive": "group", "limits": LIMITS}),
            "dataset_source": str(folder),
            "baseline_constraints": str(approved),
            "output_path": str(tmp_path / "out"),
            "sagemaker_endpoint_name": "scoring",
            "sagemaker_monitoring_schedule_name": f"scoring-{monitor}-drift",
            "end_time": "2026-11-28T04:00:00Z",
        }
        count = run(environment, tmp_path / "ml")
        report = json.loads((tmp_path / "out" / "constraint_violations.json").read_text())["violations"]
        assert count == len(report)
        return {each["feature_name"]: each["constraint_check_type"] for each in report}, tmp_path / "ml" / "output"

    return run_it


@pytest.mark.parametrize("seed", [11, 12, 13])
@pytest.mark.parametrize("monitor", MONITORS)
def test_a_day_like_the_others_has_no_violation(look, monitor, seed):
    """
    Rows that nobody has changed, of other seeds than the baseline's.
    """
    assert {} == look(monitor, people(1_000, seed=seed))[0]


def test_what_was_encoded_is_read_too(look):
    """
    SageMaker writes what it takes for binary in base 64.
    """
    assert {} == look("data-quality", people(400, seed=11), encoding="BASE64")[0]


def test_a_shifted_column_is_found(look):
    """
    A number that is asked in another range than it was learnt in.
    """
    rows = people(1_000, seed=11)

    assert {"months": "baseline_drift_check"} == look("data-quality", rows.assign(months=rows["months"] + 40))[0]


def test_unknown_values_are_found(look):
    """
    A text that the model never saw, in a tenth of the rows.
    """
    rows = people(1_000, seed=11)
    rows.loc[::10, "plan"] = "gold"

    assert ["plan"] == list(look("data-quality", rows)[0])


def test_requests_without_a_form_are_found(look, fitted, tmp_path):
    """
    Lines that are no captures count, and are not looked into.
    """
    folder = write(tmp_path / "captured", fitted, people(400, seed=11))
    with (folder / "00.jsonl").open("a") as file:
        file.write("{}\nnot even JSON\n" * 20)

    assert {"requests": "form"} == look("data-quality", folder)[0]


def test_wrong_answers_are_found(look):
    """
    The world has changed: what used to stay leaves, in three of ten rows.
    """
    rows = people(1_000, seed=11)
    turned = rows["label"].map({"stayed": "left", "left": "stayed"})

    found, _ = look("model-quality", rows.assign(label=rows["label"].where(rows.index % 10 > 2, turned)))

    assert {"accuracy": "quality", "auc": "quality"} == found


def test_answers_without_truth_say_nothing_of_quality(look):
    """
    As long as nobody knows what is true, nothing is judged.
    """
    assert {} == look("model-quality", people(1_000, seed=11), known=False)[0]


def test_a_group_that_is_treated_otherwise_is_found(look):
    """
    One group comes with other months than before, and is chosen more often for it.
    """
    rows = people(2_000, seed=11)
    rows.loc[rows["group"] == "g2", "months"] = 70

    assert "chosen_apart" in look("bias", rows)[0]


def test_other_reasons_are_found(look):
    """
    Nobody is asked for with different months any more, so the model goes by what it hardly went by.
    """
    assert {"columns": "explanation"} == look("explainability", people(1_000, seed=11).assign(months=36))[0]


def test_few_rows_are_not_judged(look):
    """
    Below the limit of rows, chance would be told as drift.
    """
    rows = people(100, seed=11)

    assert {} == look("data-quality", rows.assign(months=1))[0]


def test_what_is_found_is_counted(look):
    """
    CloudWatch gets the number of violations with endpoint and schedule, SageMaker a message that names columns only.
    """
    rows = people(1_000, seed=11)
    _, output = look("data-quality", rows.assign(months=rows["months"] + 40))
    lines = [
        json.loads(line) for line in (output / "metrics/cloudwatch/cloudwatch_metrics.jsonl").read_text().splitlines()
    ]
    [counted] = [line for line in lines if line["MetricName"] == "violations"]

    assert "CompletedWithViolations: months" == (output / "message").read_text()
    assert 1.0 == counted["Value"]
    assert {"Endpoint": "scoring", "MonitoringSchedule": "scoring-data-quality-drift"} == {
        each["Name"]: each["Value"] for each in counted["Dimensions"]
    }


@pytest.mark.parametrize(("change", "message"), [({"MONITOR": "all"}, "MONITOR"), ({"SETTINGS": "{}"}, "SETTINGS")])
def test_wrong_settings_are_named(change, message, tmp_path):
    """
    A monitor that was told nonsense does not look, and says why.
    """
    with pytest.raises(SettingsError, match=message):
        run({"MONITOR": "bias", "SETTINGS": "{}", **change}, tmp_path)


@pytest.fixture(name="place", scope="module")
def _place(fitted):
    served = server(fitted, ("127.0.0.1", 0))
    thread = Thread(target=served.serve_forever, daemon=True)
    thread.start()
    yield f"127.0.0.1:{served.server_port}"
    served.shutdown()
    served.server_close()
    thread.join()


def ask(place, method, path, body=b"", kind="text/csv"):
    connection = HTTPConnection(place, timeout=10)
    connection.request(method, path, body, {"Content-Type": kind})
    answer = connection.getresponse()
    status, said = answer.status, answer.read()
    connection.close()
    return status, said


def test_the_container_answers(place):
    """
    SageMaker's two paths: whether it is well, and what it says.
    """
    status, body = ask(place, "POST", "/invocations", b"plan,months,noise,group\nplus,70,0.1,g1\n")

    assert (200, b"") == ask(place, "GET", "/ping")
    assert (200, ["stayed"]) == (status, json.loads(body)["predictions"])


@pytest.mark.parametrize(
    ("path", "body", "kind", "status"),
    [
        ("/invocations", b"months\n1\n", "text/csv", 400),
        ("/invocations", b"x", "application/x-python", 400),
        ("/admin", b"x", "text/csv", 404),
    ],
)
def test_what_cannot_be_answered_is_refused(place, path, body, kind, status):
    """
    Other columns, other forms, other paths.
    """
    assert status == ask(place, "POST", path, body, kind)[0]


def test_a_request_that_is_too_large_is_not_read(place):
    """
    The answer comes before the body does.
    """
    connection = HTTPConnection(place, timeout=10)
    connection.putrequest("POST", "/invocations")
    connection.putheader("Content-Length", str(6 * 1024 * 1024 + 1))
    connection.endheaders()
    status = connection.getresponse().status
    connection.close()

    assert 413 == status
