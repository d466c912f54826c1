"""
A running emulator refuses what a role lacks and allows what it has, with the error codes of each service.
"""

from __future__ import annotations

from tests.emulator.acting import ANALYST, FIREHOSE, arn, document, refused, role_of


def test_kinesis(role, stream):
    """
    A stream is written to with a grant on that stream, and only with it.
    """
    record = {"StreamName": stream, "Data": b"x", "PartitionKey": "1"}
    granted = role(("kinesis:PutRecord", arn("kinesis", f"stream/{stream}")))
    elsewhere = role(("kinesis:PutRecord", arn("kinesis", "stream/other")))

    assert "" == refused(granted.client("kinesis").put_record, **record)
    assert "AccessDeniedException" == refused(elsewhere.client("kinesis").put_record, **record)


def test_kinesis_iterators(role, stream):
    """
    GetRecords names its stream in the iterator alone.
    """
    grants = ("kinesis:GetShardIterator", "kinesis:GetRecords")
    reader, half = (
        role(*((action, arn("kinesis", f"stream/{stream}")) for action in chosen)) for chosen in (grants, grants[:1])
    )
    where = {"StreamName": stream, "ShardId": "shardId-000000000000", "ShardIteratorType": "LATEST"}
    iterator = reader.client("kinesis").get_shard_iterator(**where)["ShardIterator"]

    assert "" == refused(reader.client("kinesis").get_records, ShardIterator=iterator)
    assert "AccessDeniedException" == refused(half.client("kinesis").get_records, ShardIterator=iterator)


def test_firehose(admin, role, bucket, unique):
    """
    Records are put with a grant on the delivery stream.
    """
    delivery = role_of(role(("s3:PutObject", f"arn:aws:s3:::{bucket}/*"), service=FIREHOSE))
    target = {"RoleARN": delivery, "BucketARN": f"arn:aws:s3:::{bucket}"}
    admin.client("firehose").create_delivery_stream(
        DeliveryStreamName=unique, ExtendedS3DestinationConfiguration=target
    )
    put = {"DeliveryStreamName": unique, "Record": {"Data": b"x\n"}}

    assert "" == refused(
        role(("firehose:PutRecord", arn("firehose", f"deliverystream/{unique}"))).client("firehose").put_record, **put
    )
    assert "AccessDeniedException" == refused(
        role(("firehose:PutRecordBatch", "*")).client("firehose").put_record, **put
    )


def test_athena(admin, role, unique):
    """
    Queries are granted by workgroup, also where the request names only the query.
    """
    admin.client("athena").create_work_group(Name=unique)
    analyst = role(
        (["athena:StartQueryExecution", "athena:GetQueryExecution"], arn("athena", f"workgroup/{unique}"))
    ).client("athena")
    other = role(("athena:*", arn("athena", "workgroup/other"))).client("athena")
    query = {"QueryString": "SELECT 1", "WorkGroup": unique}
    execution = analyst.start_query_execution(**query)["QueryExecutionId"]

    assert "" == refused(analyst.get_query_execution, QueryExecutionId=execution)
    assert "AccessDeniedException" == refused(analyst.start_query_execution, QueryString="SELECT 1")
    assert "AccessDeniedException" == refused(other.start_query_execution, **query)
    assert "AccessDeniedException" == refused(other.get_query_execution, QueryExecutionId=execution)


def test_glue(admin, role, unique):
    """
    A table is read with grants on catalog, database and table, each of them.
    """
    glue = admin.client("glue")
    glue.create_database(DatabaseInput={"Name": unique})
    glue.create_table(DatabaseName=unique, TableInput={"Name": "t"})
    levels = [arn("glue", "catalog"), arn("glue", f"database/{unique}"), arn("glue", f"table/{unique}/t")]
    table = {"DatabaseName": unique, "Name": "t"}

    assert "" == refused(role(("glue:GetTable", levels)).client("glue").get_table, **table)
    assert "AccessDeniedException" == refused(role(("glue:GetTable", levels[1:])).client("glue").get_table, **table)
    assert "AccessDeniedException" == refused(role(("glue:GetTable", levels[:2])).client("glue").get_table, **table)


def test_sqs(admin, role, unique, key):
    """
    Messages are sent with a grant on the queue and on its key; the refusal has the code of the query protocol.
    """
    url = admin.client("sqs").create_queue(QueueName=unique, Attributes={"KmsMasterKeyId": key})["QueueUrl"]
    send = ("sqs:SendMessage", arn("sqs", unique))
    message = {"QueueUrl": url, "MessageBody": "x"}

    assert "" == refused(
        role(send, (["kms:GenerateDataKey", "kms:Decrypt"], key)).client("sqs").send_message, **message
    )
    assert "AccessDenied" == refused(role(send).client("sqs").send_message, **message)
    assert "AccessDenied" == refused(
        role(("sqs:*", arn("sqs", "other")), ("kms:*", key)).client("sqs").send_message, **message
    )


def test_queue_policies(admin, role, unique):
    """
    A queue's own policy allows a role that has no grant of its own.
    """
    sender = role()
    me = sender.client("sts").get_caller_identity()["Arn"]
    statement = {
        "Effect": "Allow",
        "Principal": {"AWS": me},
        "Action": "sqs:SendMessage",
        "Resource": arn("sqs", unique),
    }
    policy = document(statement)
    url = admin.client("sqs").create_queue(QueueName=unique, Attributes={"Policy": policy})["QueueUrl"]

    assert "" == refused(sender.client("sqs").send_message, QueueUrl=url, MessageBody="x")


def test_sns(admin, role, unique):
    """
    Messages are published with a grant on the topic.
    """
    topic = admin.client("sns").create_topic(Name=unique)["TopicArn"]
    publish = {"TopicArn": topic, "Message": "x"}

    assert "" == refused(role(("sns:Publish", topic)).client("sns").publish, **publish)
    assert "AuthorizationError" == refused(role(("sns:Publish", f"{topic}2")).client("sns").publish, **publish)


def test_logs(admin, role, unique):
    """
    Grants on a log group end in `:*`, as CloudWatch Logs asks for them.
    """
    admin.client("logs").create_log_group(logGroupName=unique)
    stream = {"logGroupName": unique, "logStreamName": "s"}

    assert "" == refused(
        role(("logs:CreateLogStream", arn("logs", f"log-group:{unique}:*"))).client("logs").create_log_stream, **stream
    )
    assert "AccessDeniedException" == refused(
        role(("logs:CreateLogStream", arn("logs", f"log-group:{unique}"))).client("logs").create_log_stream, **stream
    )


def test_cloudwatch(role):
    """
    Metrics are not scoped by AWS: only a grant on everything allows them.
    """
    data = {"Namespace": "n", "MetricData": [{"MetricName": "m", "Value": 1.0}]}

    assert "" == refused(role(("cloudwatch:PutMetricData", "*")).client("cloudwatch").put_metric_data, **data)
    assert "AccessDenied" == refused(
        role(("cloudwatch:PutMetricData", arn("cloudwatch", "alarm:x"))).client("cloudwatch").put_metric_data, **data
    )


def test_lambda(role):
    """
    A REST service is decided too, also for its reading calls.
    """
    assert "" == refused(role(("lambda:ListFunctions", "*")).client("lambda").list_functions)
    assert "AccessDeniedException" == refused(role().client("lambda").list_functions)
    assert "AccessDeniedException" == refused(
        role(("lambda:*", arn("lambda", "function:a"))).client("lambda").get_function, FunctionName="b"
    )


def test_dynamodb_and_secrets(role):
    """
    Tables and secrets are scoped by their ARN; an allowed call reaches moto, which misses them.
    """
    table, secret = arn("dynamodb", "table/t"), arn("secretsmanager", "secret:s*")
    get = {"TableName": "t", "Key": {"id": {"S": "1"}}}

    assert "ResourceNotFoundException" == refused(role(("dynamodb:GetItem", table)).client("dynamodb").get_item, **get)
    assert "AccessDeniedException" == refused(
        role(("dynamodb:GetItem", f"{table}2")).client("dynamodb").get_item, **get
    )
    assert "ResourceNotFoundException" == refused(
        role(("secretsmanager:GetSecretValue", secret)).client("secretsmanager").get_secret_value, SecretId="s"
    )
    assert "AccessDeniedException" == refused(role().client("secretsmanager").get_secret_value, SecretId="s")


def test_ec2_and_iam(role):
    """
    The codes of EC2 and of the query services are theirs.
    """
    assert "UnauthorizedOperation" == refused(role().client("ec2").describe_vpcs)
    assert "AccessDenied" == refused(role(("iam:GetRole", ANALYST)).client("iam").get_role, RoleName="deploy")
    assert "" == refused(role(("iam:GetRole", ANALYST)).client("iam").get_role, RoleName="analyst")


def test_images(admin, role, unique):
    """
    Images are fetched with a grant on their repository; signing in is for the whole registry.
    """
    admin.client("ecr").create_repository(repositoryName=unique)
    image = {"repositoryName": unique, "imageIds": [{"imageDigest": f"sha256:{'0' * 64}"}]}
    granted, elsewhere = (
        role(("ecr:GetAuthorizationToken", "*"), ("ecr:BatchGetImage", arn("ecr", f"repository/{name}"))).client("ecr")
        for name in (unique, "other")
    )

    assert "" == refused(granted.get_authorization_token)
    assert "" == refused(granted.batch_get_image, **image)
    assert "AccessDeniedException" == refused(elsewhere.batch_get_image, **image)
