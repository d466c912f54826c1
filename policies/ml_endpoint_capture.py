from __future__ import annotations

from checkov.common.models.enums import CheckCategories
from planned import Policy, Resource, block, blocks, number, tag

WANTED = {"Input", "Output"}
BOTH = "InputAndOutput"


class MlEndpointCapture(Policy):
    """
    An endpoint's disks, captured requests and answers are under keys of the stack that rotate, and capture goes to a bucket of
    the stack that is for it.

    Why: what is asked is as sensitive as what was learned from; without both sides of the capture, no monitor sees drift.
    Fix: set kms_key_arn, and data_capture_config with enable_capture, both modes, kms_key_id and a bucket tagged zone=captured;
    for async_inference_config also kms_key_id, a bucket tagged zone=predictions and both topics.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure what an endpoint is asked and answers is captured and encrypted",
            id="MR_SERVE_3",
            categories=[CheckCategories.ENCRYPTION],
            supported_resources=["aws_sagemaker_endpoint_configuration"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Keys, capture and, where it is asynchronous, the answers.
        """
        disk = self.key_problem(resource.get("kms_key_arn"))
        problems = [f"disks: {disk}"] if disk else []
        problems += self._capture(block(resource.get("data_capture_config")))
        for found in blocks(resource.get("async_inference_config")):
            problems += self._answers(block(found.get("output_config")))
        return problems

    def _capture(self, capture: Resource) -> list[str]:
        modes = {str(item.get("capture_mode")) for item in blocks(capture.get("capture_options"))}
        key = self.key_problem(capture.get("kms_key_id"))
        rules = {
            "captures nothing": capture.get("enable_capture") is True,
            "captures requests or answers only": modes >= WANTED or BOTH in modes,
            "captures no request": number(capture.get("initial_sampling_percentage")) >= 1,
            "captures into no bucket that is for it": self._in(capture.get("destination_s3_uri"), "captured"),
            f"capture: {key}": not key,
        }
        return [problem for problem, held in rules.items() if not held]

    def _answers(self, output: Resource) -> list[str]:
        key = self.key_problem(output.get("kms_key_id"))
        told = block(output.get("notification_config"))
        topics = {item["arn"] for item in self.planned("aws_sns_topic")}
        rules = {
            f"answers: {key}": not key,
            "answers into no bucket that is for it": self._in(output.get("s3_output_path"), "predictions"),
            "leaves failures in no bucket that is for it": self._in(output.get("s3_failure_path"), "predictions"),
            "tells no topic of the stack of answers": told.get("success_topic") in topics,
            "tells no topic of the stack of failures": told.get("error_topic") in topics,
        }
        return [problem for problem, held in rules.items() if not held]

    def _in(self, uri: object, zone: str) -> bool:
        buckets = {item.get("bucket") for item in self.planned("aws_s3_bucket") if tag(item, "zone") == zone}
        return str(uri).startswith("s3://") and str(uri).split("/")[2] in buckets


check = MlEndpointCapture()
