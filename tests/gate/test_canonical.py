from __future__ import annotations

import json
from copy import deepcopy

import pytest

from modules.errors import InputError
from tests.gate.first_plan import first_plan
from tests.gate.later_plan import later_plan
from workflow.canonical import canonical
from workflow.merging import Merger
from workflow.symbols import Symbols

TRANSFORM = "aws_iam_role_policy.transform"
KEY = "arn:aws:kms:eu-central-1:111122223333:key/aws_kms_key.key"


def values(plan, address):
    return next(item for item in plan["planned_values"]["root_module"]["resources"] if item["address"] == address)[
        "values"
    ]


def unknown(plan, address):
    return next(item for item in plan["resource_changes"] if item["address"] == address)["change"]["after_unknown"]


@pytest.fixture
def later(plan, judged, schema):
    return later_plan(plan, judged, schema)


def test_every_reference_is_resolved(judged):
    """
    Nothing stays unknown in the stack, and plan and configuration agree.
    """
    assert [] == judged.unresolved
    assert [] == judged.contradictions


def test_references_inside_a_policy_become_well_formed(judged):
    """
    A reference in JSON text becomes the ARN of its target, over the name the target has.
    """
    document = json.loads(judged.resources[TRANSFORM]["policy"])
    granted = {name for statement in document["Statement"] for name in [statement["Resource"]]}

    assert KEY in granted
    assert "arn:aws:s3:::con-orders-dev-quarantine-111122223333-eu-central-1/*" in granted
    assert "arn:aws:sqs:eu-central-1:111122223333:orders-dev-failures" in granted
    assert "arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/orders-dev-transform:log-stream:*" in granted


def test_no_reference_is_left_as_text(judged):
    """
    No value of the canonical plan holds a reference or an unescaped opening.
    """
    assert "${" not in json.dumps(judged.plan)


def test_iam_variables_are_unescaped(configuration, schema):
    """
    `$${aws:username}` of the configuration is `${aws:username}` in the plan, and no reference.
    """
    configuration["resource"]["aws_kms_key"]["key"]["description"] = "of $${aws:username}"
    made = canonical(first_plan(configuration, schema), configuration, schema)

    assert "of ${aws:username}" == made.resources["aws_kms_key.key"]["description"]
    assert [] == made.unresolved + made.contradictions


def test_first_and_later_plan_are_equal(judged, later, configuration, schema):
    """
    After an apply, with everything read back and sets in another order, the canonical plan is the same.
    """
    assert judged.plan == canonical(later, configuration, schema).plan


def test_a_replace_plan_is_equal(judged, plan, later, configuration, schema):
    """
    A plan that replaces the key, so that it and its ARN are unknown again, has the same canonical plan.
    """
    replace = deepcopy(later)
    fresh = {item["address"]: item for item in plan["resource_changes"]}
    for section in ("resource_changes",):
        replace[section] = [
            fresh[item["address"]] if "kms_key" in item["address"] else item for item in replace[section]
        ]
    for item in replace["planned_values"]["root_module"]["resources"]:
        if "kms_key" in item["address"]:
            item["values"] = values(plan, item["address"])

    assert judged.plan == canonical(replace, configuration, schema).plan


def test_what_was_read_back_is_gone(later, configuration, schema):
    """
    With its encryption removed from the configuration, a bucket of a later plan shows none.
    """
    del configuration["resource"]["aws_s3_bucket_server_side_encryption_configuration"]["raw"]
    made = canonical(later, configuration, schema)

    assert "server_side_encryption_configuration" not in made.resources["aws_s3_bucket.raw"]
    assert "lifecycle_rule" not in made.resources["aws_s3_bucket.raw"]


def test_provider_defaults_stay(plan, configuration, schema):
    """
    What the provider adds to an argument that nobody set, and that AWS does not compute, stays visible.
    """
    values(plan, "aws_kms_key.key")["is_enabled"] = False

    assert canonical(plan, configuration, schema).resources["aws_kms_key.key"]["is_enabled"] is False


def test_default_tags_reach_every_resource(judged):
    """
    A resource has the default tags, and its own in place of the same default.
    """
    tags = judged.resources["aws_s3_bucket.curated"]["tags_all"]

    assert "orders-dev" == tags["deployment"]
    assert "internal" == tags["classification"]


@pytest.mark.parametrize(
    "text",
    [
        "${local.key}",
        '${jsonencode({"a" = 1})}',
        "${aws_kms_key.absent.arn}",
        "${aws_kms_key.key.misspelt}",
        "${data.aws_region.here.name}",
        "%{ if true }x%{ endif }",
    ],
)
def test_what_resolves_to_nothing_is_listed(text, configuration, schema):
    """
    A reference nobody can tell the value of is listed with its argument, and the argument has no value.
    """
    configuration["resource"]["aws_sqs_queue"]["failures"]["kms_master_key_id"] = text
    made = canonical(first_plan(configuration, schema), configuration, schema)

    assert [("aws_sqs_queue.failures", "kms_master_key_id")] == [
        (entry["address"], entry["attribute"]) for entry in made.unresolved
    ]
    assert "kms_master_key_id" not in made.resources["aws_sqs_queue.failures"]


EDITS = {
    "argument removed": lambda plan: unknown(plan, "aws_sqs_queue.failures").pop("kms_master_key_id"),
    "known argument removed": lambda plan: values(plan, "aws_lambda_function.transform").pop(
        "reserved_concurrent_executions"
    ),
    "known argument changed": lambda plan: values(plan, "aws_kinesis_stream.events").update(retention_period=24),
    "reference widened": lambda plan: values(plan, "aws_sqs_queue.failures").update(kms_master_key_id="*"),
    "block removed": lambda plan: values(plan, "aws_lambda_function.transform").update(vpc_config=[]),
    "resource removed": lambda plan: plan["planned_values"]["root_module"]["resources"].pop(),
    "resource added": lambda plan: plan["planned_values"]["root_module"]["resources"].append(
        {"address": "aws_vpc.x", "mode": "managed", "type": "aws_vpc", "name": "x", "values": {}}
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edited_plan_contradicts_its_configuration(edit, plan, configuration, schema):
    """
    A plan that was not planned from its configuration is noticed.
    """
    edit(plan)

    assert canonical(plan, configuration, schema).contradictions


def test_a_widened_policy_of_a_later_plan_is_noticed(later, configuration, schema):
    """
    A wildcard put into a policy whose references are known by now contradicts the configuration.
    """
    policy = values(later, TRANSFORM)
    policy["policy"] = policy["policy"].replace("firehose:PutRecordBatch", "firehose:*")

    assert canonical(later, configuration, schema).contradictions


def test_the_provider_may_write_values_its_own_way(later, configuration, schema):
    """
    Other order of actions, one action without its list and numbers as text are no contradiction.
    """
    policy = values(later, "aws_s3_bucket_policy.raw")
    policy["policy"] = policy["policy"].replace('"Action":"s3:*"', '"Action":["s3:*"]')
    values(later, "aws_kinesis_stream.events")["retention_period"] = "72"

    assert [] == canonical(later, configuration, schema).contradictions


def test_a_destroy_plan_names_what_goes(plan, configuration, schema):
    """
    A plan that destroys everything has no resources, and lists the addresses.
    """
    plan["planned_values"] = {"root_module": {}}
    for change in plan["resource_changes"]:
        change["change"] = {"actions": ["delete"], "before": change["change"]["after"], "after": None}
    made = canonical(plan, configuration, schema)

    assert {} == made.resources
    assert [] == made.contradictions
    assert "aws_kinesis_stream.events" in made.deleted


def test_deleted_and_forgotten_resources_are_left_out(plan, configuration, schema):
    """
    A resource that leaves the configuration is deleted or forgotten, and in no section of the canonical plan.
    """
    for name, action in (("deleted", "delete"), ("forgotten", "forget")):
        place = {"address": f"aws_sns_topic.{name}", "mode": "managed", "type": "aws_sns_topic", "name": name}
        plan["resource_changes"].append({**place, "change": {"actions": [action], "before": {}, "after": None}})
        if action == "forget":  # Terraform lists it in planned_values all the same
            plan["planned_values"]["root_module"]["resources"].append(place)
    made = canonical(plan, configuration, schema)

    assert ["aws_sns_topic.deleted", "aws_sns_topic.forgotten"] == made.deleted
    assert [] == made.contradictions
    assert "forgotten" not in json.dumps(made.plan)


@pytest.mark.parametrize(
    "broken",
    [
        [],
        {},
        {"format_version": "1.2"},
        {"format_version": "1.2", "terraform_version": "1.11.4", "planned_values": []},
        {
            "format_version": "1.2",
            "terraform_version": "1.11.4",
            "planned_values": {"root_module": {"resources": [{}]}},
        },
        {"format_version": "1.2", "terraform_version": "1.11.4", "planned_values": {}, "resource_changes": [1]},
        {"format_version": "1.2", "terraform_version": "1.11.4", "planned_values": {}, "errored": True},
        {"format_version": "1.2", "terraform_version": "1.11.4", "planned_values": {}, "complete": False},
    ],
)
def test_what_is_no_whole_plan_is_refused(broken, configuration, schema):
    """
    A file that is no plan, or a plan that failed or is partial, is refused with what to do.
    """
    with pytest.raises(InputError, match="make it"):
        canonical(broken, configuration, schema)


def test_an_unknown_type_is_refused(plan, configuration, schema):
    """
    Without the table of its arguments, nobody can tell what the configuration decides about a resource.
    """
    del schema["aws_sqs_queue"]

    with pytest.raises(InputError, match="aws_sqs_queue"):
        canonical(plan, configuration, schema)


def test_a_provider_of_several_accounts_is_refused(plan, configuration, schema):
    """
    ARNs cannot be formed without one account.
    """
    configuration["provider"]["aws"][0]["allowed_account_ids"] = ["111122223333", "444455556666"]

    with pytest.raises(InputError, match="exactly one allowed account"):
        canonical(plan, configuration, schema)


def test_a_block_called_lifecycle_is_looked_into(schema):
    """
    Only at the top of a resource is `lifecycle` Terraform's own; in a plan of backups it says how long they are kept.
    """
    rule = {"rule_name": "daily", "target_vault_name": "v", "lifecycle": {"delete_after": 7}}
    body = {"name": "p", "rule": [rule], "lifecycle": {"prevent_destroy": True}}
    provider = {
        "aws": [{"region": "eu-central-1", "allowed_account_ids": ["111122223333"], "default_tags": [{"tags": {}}]}]
    }
    stack = {"provider": provider, "resource": {"aws_backup_plan": {"p": body}}}
    judged = canonical(first_plan(stack, schema), stack, schema)

    assert [{"delete_after": 7}] == judged.resources["aws_backup_plan.p"]["rule"][0]["lifecycle"]
    assert "lifecycle" not in judged.resources["aws_backup_plan.p"]
    assert [] == judged.contradictions


def test_identity_in_another_region(configuration, schema):
    """
    A resource whose provider block is that of another region has its ARN there.
    """
    [home] = configuration["provider"]["aws"]
    configuration["provider"]["aws"] = [home, {**home, "alias": "global", "region": "us-east-1"}]
    configuration["resource"]["aws_kms_key"]["key"]["provider"] = "aws.global"

    assert "arn:aws:kms:us-east-1:111122223333:key/aws_kms_key.key" == Symbols(configuration, schema).identity(
        "aws_kms_key", "key", "", "arn"
    )


@pytest.mark.parametrize("answered", [None, False])
def test_nothing_is_false(plan, configuration, schema, answered):
    """
    What nobody set and is true or false is nothing in a first plan and false in a later one: the same.
    """
    values(plan, "aws_kms_key.key")["bypass_policy_lockout_safety_check"] = answered

    assert (
        canonical(plan, configuration, schema).resources["aws_kms_key.key"]["bypass_policy_lockout_safety_check"]
        is False
    )


def test_what_lies_below_what_only_aws_knows(configuration, schema):
    """
    A part of an attribute that AWS decides agrees with whatever AWS answers; in the canonical plan it has a name.
    """
    configuration["resource"]["aws_eks_node_group"] = {"nodes": {"cluster_name": "c"}}
    symbols = Symbols(configuration, schema)
    name = "aws_eks_node_group.nodes.resources[0].autoscaling_groups[0].name"
    merger = Merger(symbols, "aws_autoscaling_policy.it")
    shape = {"required": ["autoscaling_group_name"]}
    merger.block({"autoscaling_group_name": f"${{{name}}}"}, {"autoscaling_group_name": "eks-6f2a"}, {}, shape, "")

    assert [] == merger.contradictions
    assert name == symbols.resolve(f"${{{name}}}")


@pytest.mark.parametrize(("answered", "contradictions"), [("issuer.example", 0), ("other.example", 1)])
def test_address_without_its_scheme(configuration, schema, answered, contradictions):
    """
    IAM answers the address of an identity provider without `https://`; another address is a contradiction.
    """
    shape = {"required": ["url"]}
    merger = Merger(Symbols(configuration, schema), "aws_iam_openid_connect_provider.it")
    made = merger.block({"url": "https://issuer.example"}, {"url": answered}, {}, shape, "")

    assert contradictions == len(merger.contradictions)
    assert ("https://issuer.example" == made["url"]) is (contradictions == 0)
