from __future__ import annotations

from tests.planning import DEPLOYMENTS, SCHEMA, kind, planned
from tests.plans.values import arguments, at, statements, texts

FIREHOSE = "aws_kinesis_firehose_delivery_stream"
ENCRYPTION = "aws_s3_bucket_server_side_encryption_configuration"
# Where a type of the stack names its key; every resource of the type must name one.
KEYS = {
    "aws_backup_vault": ["kms_key_arn"],
    "aws_config_delivery_channel": ["s3_kms_key_arn"],
    "aws_ebs_default_kms_key": ["key_arn"],
    "aws_athena_workgroup": ["configuration.result_configuration.encryption_configuration.kms_key_arn"],
    "aws_cloudtrail": ["kms_key_id"],
    "aws_cloudwatch_log_group": ["kms_key_id"],
    "aws_ecr_repository": ["encryption_configuration.kms_key"],
    "aws_ecs_cluster": [
        "configuration.execute_command_configuration.kms_key_id",
        "configuration.managed_storage_configuration.kms_key_id",
        "configuration.managed_storage_configuration.fargate_ephemeral_storage_kms_key_id",
    ],
    "aws_eks_cluster": ["encryption_config.provider.key_arn"],
    "aws_launch_template": ["block_device_mappings.ebs.kms_key_id"],
    "aws_dynamodb_table": ["server_side_encryption.kms_key_arn"],
    "aws_emr_cluster": ["log_encryption_kms_key_id"],
    FIREHOSE: ["extended_s3_configuration.kms_key_arn"],
    "aws_glue_data_catalog_encryption_settings": [
        "data_catalog_encryption_settings.encryption_at_rest.sse_aws_kms_key_id",
        "data_catalog_encryption_settings.connection_password_encryption.aws_kms_key_id",
    ],
    "aws_glue_security_configuration": [
        "encryption_configuration.cloudwatch_encryption.kms_key_arn",
        "encryption_configuration.job_bookmarks_encryption.kms_key_arn",
        "encryption_configuration.s3_encryption.kms_key_arn",
    ],
    "aws_kinesis_stream": ["kms_key_id"],
    "aws_lambda_function": ["kms_key_arn"],
    "aws_redshift_cluster": ["kms_key_id", "master_password_secret_kms_key_id"],
    "aws_redshift_snapshot_copy_grant": ["kms_key_id"],
    "aws_redshiftserverless_namespace": ["kms_key_id", "admin_password_secret_kms_key_id"],
    "aws_sagemaker_data_quality_job_definition": [
        "data_quality_job_output_config.kms_key_id",
        "job_resources.cluster_config.volume_kms_key_id",
    ],
    "aws_sagemaker_domain": ["kms_key_id"],
    "aws_sagemaker_endpoint_configuration": ["data_capture_config.kms_key_id", "kms_key_arn"],
    "aws_sagemaker_feature_group": [
        "offline_store_config.s3_storage_config.kms_key_id",
        "online_store_config.security_config.kms_key_id",
    ],
    "aws_scheduler_schedule": ["kms_key_arn"],
    "aws_secretsmanager_secret": ["kms_key_id"],
    ENCRYPTION: ["rule.apply_server_side_encryption_by_default.kms_master_key_id"],
    "aws_s3_object": ["kms_key_id"],
    "aws_sfn_state_machine": ["encryption_configuration.kms_key_id"],
    "aws_sns_topic": ["kms_master_key_id"],
    "aws_sqs_queue": ["kms_master_key_id"],
}
# Types that take a key which these stacks have no use for.
WITHOUT = {
    "aws_ecs_service": "the key is for service connect and for volumes, and there is neither",
    "aws_lambda_event_source_mapping": "the key is for filters, and there is no filter",
    "aws_s3_bucket": "the key stands in its encryption configuration",
    "aws_sagemaker_user_profile": "the key is for outputs that are shared, and nothing is shared",
}
NO_KEY = {"customer_master_key_spec", "kms_data_key_reuse_period_seconds"}  # named like a key and none


def takes_key(type_name):
    names = {path.split(".")[-1] for path in arguments(SCHEMA[type_name])} - NO_KEY

    return any("kms" in name or name == "key_arn" or "master_key" in name for name in names)


def log_bucket_encryption(real):
    logs = {values["bucket"] for values in real.of("aws_s3_bucket").values() if values["tags"]["zone"] == "logs"}

    return {address for address, values in real.of(ENCRYPTION).items() if values["bucket"] in logs}


def test_no_type_that_takes_a_key_is_forgotten():
    """
    Every type of a stack that takes a key is in one of the tables above.
    """
    types = {kind(address) for name in DEPLOYMENTS for address in planned(name).canonical.resources}

    assert {*KEYS, *WITHOUT} == {type_name for type_name in types if takes_key(type_name)}


def test_every_resource_has_a_key_of_its_plan(keyed):
    """
    Every resource that can be encrypted names a key of the same plan; the log bucket alone cannot.
    """
    keys = {name for key in keyed.of("aws_kms_key").values() for name in (key["arn"], key["id"])}
    named = {
        address: [key for path in KEYS[kind(address)] for key in at(values, path)]
        for address, values in keyed.of(*KEYS).items()
    }
    keyless = {address for address, found in named.items() if not found}

    assert keys
    assert keyless == log_bucket_encryption(keyed)
    assert set() == {key for found in named.values() for key in found} - keys


def test_delivery_streams_that_take_records_encrypt_them(pipeline):
    """
    A delivery stream without a stream as its source encrypts what it holds with a key of the plan.
    """
    keys = {key["arn"] for key in pipeline.of("aws_kms_key").values()}
    direct = [values for values in pipeline.of(FIREHOSE).values() if not values.get("kinesis_source_configuration")]

    assert direct or not pipeline.of(FIREHOSE)
    assert all(set(at(values, "server_side_encryption.key_arn")) < {*keys, ""} for values in direct)
    assert all(["CUSTOMER_MANAGED_CMK"] == at(values, "server_side_encryption.key_type") for values in direct)


def test_every_key_rotates_unless_it_makes_tokens_or_signatures(keyed):
    """
    A key rotates; a key for tokens or for signatures cannot.
    """
    rotating = {
        (key["customer_master_key_spec"], key["enable_key_rotation"]) for key in keyed.of("aws_kms_key").values()
    }

    assert {("SYMMETRIC_DEFAULT", True)} == rotating - {("HMAC_256", False), ("ECC_NIST_P256", False)}


def test_restricted_stores_have_keys_of_their_own(real):
    """
    A bucket or stream of the class restricted shares its key with no other store.
    """
    stores = {**real.of("aws_kinesis_stream"), **real.of("aws_s3_bucket")}
    restricted = {
        values.get("bucket") or values["name"]: values
        for values in stores.values()
        if "restricted" == values["tags"]["classification"] and "logs" != values["tags"].get("zone")
    }
    used = [key for values in real.of("aws_kinesis_stream").values() for key in texts(values["kms_key_id"])]
    used += [key for values in real.of(ENCRYPTION).values() for key in at(values, KEYS[ENCRYPTION][0])]
    mine = [values["kms_key_id"] for values in restricted.values() if "kms_key_id" in values]
    mine += [
        key
        for values in real.of(ENCRYPTION).values()
        if values["bucket"] in restricted
        for key in at(values, KEYS[ENCRYPTION][0])
    ]

    assert len(restricted) == len(mine)
    assert all(1 == used.count(key) for key in mine)


def test_key_policies_separate_administrators_from_users(real):
    """
    Who may change a key policy may not use the key by it but through a service, and no principal is a wildcard.
    """
    for key in real.of("aws_kms_key").values():
        allowing = [item for item in statements(key["policy"]) if item["Effect"] == "Allow"]
        managing = [item for item in allowing if "kms:PutKeyPolicy" in texts(item["Action"])]
        principals = [value for item in allowing for value in texts(item["Principal"].get("AWS"))]

        assert managing
        assert all("kms:Decrypt" not in texts(item["Action"]) for item in managing)
        assert all("*" not in value for value in principals)
        assert all("*" not in action for item in allowing for action in texts(item["Action"]))
