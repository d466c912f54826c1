"""
The asynchronous form of an endpoint: it reads requests from a bucket, writes answers to another one, and tells of both.
"""

from __future__ import annotations

from bindings import Construct
from bindings.aws import SnsTopicSubscription
from bindings.aws.sagemaker_endpoint_configuration import AsyncInferenceConfig
from modules.dataflow import Process, Statement
from modules.foundation.every_queue import DAY, queue, queue_arn, queue_store
from modules.foundation.topic import Topic
from modules.serving.endpoint_params import EndpointParams
from modules.serving.serving_zones import ServingZones
from modules.training.workplace import Workplace

ANSWERS, FAILURES = "answers", "unanswered"


class Asynchronous(Construct):
    """
    Buckets of requests and answers; a queue that says which answers are there, and mails about what could not be answered.

    The endpoint publishes as its own role; nobody else does.
    """

    def __init__(
        self, scope: Construct, id: str, params: EndpointParams, *, zones: ServingZones, place: Workplace
    ) -> None:
        super().__init__(scope, id)
        self._place, self._params = place, params
        pipeline = place.pipeline
        self.requests, self.asked = zones.asked()
        self.predictions, self.answered = zones.answered()
        service = "sagemaker.amazonaws.com"
        condition = {"StringEquals": {"aws:SourceAccount": pipeline.environment.account_id}}
        self.failures = Topic(
            self, "failures", name=FAILURES, pipeline=pipeline, key=place.key, service=service, condition=condition
        )
        self.successes = Topic(
            self, "successes", name=ANSWERS, pipeline=pipeline, key=place.key, service=service, condition=condition,
            told=False,
        )  # fmt: skip
        self._tell()

    def _tell(self) -> None:
        """Which answers are there waits in a queue for whoever fetches them; no person wants a mail for each."""
        place, pipeline = self._place, self._place.pipeline
        source = {"ArnEquals": {"aws:SourceArn": pipeline.arn("sns", pipeline.resource_name(ANSWERS))}}
        admitted = {
            "Sid": "Answers",
            "Effect": "Allow",
            "Principal": {"Service": "sns.amazonaws.com"},
            "Action": "sqs:SendMessage",
            "Resource": queue_arn(pipeline, ANSWERS),
            "Condition": source,
        }
        place.key.serve("sns.amazonaws.com", ["kms:Decrypt", "kms:GenerateDataKey"], source)
        made, guarded = queue(self, thing=ANSWERS, pipeline=pipeline, key=place.key, admitted=[admitted])
        telling = pipeline.process("telling", "aws_service", classification=pipeline.classification)
        telling.writes(queue_store(pipeline, ANSWERS, place.key))
        SnsTopicSubscription(
            self,
            "answers",
            topic_arn=self.successes.topic.arn,
            protocol="sqs",
            endpoint=made.arn,
            depends_on=[guarded],
        )
        place.alarms.add(
            "answers-unfetched",
            "Nobody has fetched an answer for half a day",
            namespace="AWS/SQS",
            metric_name="ApproximateAgeOfOldestMessage",
            dimensions={"QueueName": str(made.name)},
            threshold=DAY / 2,
            statistic="Maximum",
        )

    def publish(self, process: Process) -> None:
        """Let the endpoint's *process* tell of answers and failures."""
        topics = (self.failures.arn, self.successes.arn)
        process.requires(Statement(("sns:Publish",), topics), self._place.key.encrypt("sns"))

    def settings(self) -> AsyncInferenceConfig:
        return {
            "client_config": {"max_concurrent_invocations_per_instance": self._params.concurrent_requests},
            "output_config": {
                "kms_key_id": self.predictions.key.arn,
                "s3_output_path": f"s3://{self.predictions.name}/predictions/answers/",
                "s3_failure_path": f"s3://{self.predictions.name}/predictions/failures/",
                "notification_config": {
                    "success_topic": self.successes.topic.arn,
                    "error_topic": self.failures.topic.arn,
                },
            },
        }
