from __future__ import annotations

import pytest

from tests.modules.sample import ROLE, ROOT, build

USE = {"kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateMac", "kms:ReEncryptFrom", "kms:ReEncryptTo"}
KEY = "keys/pipeline/key"


def users(statements):
    """
    By the service through which a key is used, the principals and what they may do.
    """
    found = {}
    for statement in statements:
        condition = statement.get("Condition", {})
        service = condition.get("StringEquals", {}).get("kms:ViaService", "").split(".")[0]
        for principal in condition.get("ArnEquals", {}).get("aws:PrincipalArn", []) if "Sid" not in statement else []:
            name = principal.rpartition("/")[2].removeprefix("orders-dev-")
            found.setdefault(service, {}).setdefault(name, set()).update(statement["Action"])
    return found


def test_administrators_cannot_use_the_key(built):
    """
    Those who administer the key may do nothing with the data it protects.
    """
    administration = built.statement(KEY, "Administrators")

    assert {"AWS": [f"{ROLE}deploy", f"{ROLE}key-administrator"]} == administration["Principal"]
    assert not USE & set(administration["Action"])


def test_users_cannot_administer_the_key(built):
    """
    What processes may do with the key is to encrypt and decrypt.
    """
    actions = {action for names in users(built.statements(KEY)).values() for done in names.values() for action in done}

    assert {"kms:Decrypt", "kms:GenerateDataKey"} == actions


def test_the_deploying_role_can_administer_the_key(built):
    """
    Who makes the key can change its policy again, or AWS would refuse to make it.
    """
    administration = built.statement(KEY, "Administrators")

    assert "kms:PutKeyPolicy" in administration["Action"]
    assert f"{ROLE}deploy" in administration["Principal"]["AWS"]


def test_grants_are_for_aws_services_only(built):
    """
    The deploying role makes grants only through services such as Firehose, never for itself.
    """
    grants = built.statement(KEY, "ServicesThatTerraformSetsUp")

    assert {"Bool": {"kms:GrantIsForAWSResource": "true"}} == grants["Condition"]


def test_the_deploying_role_reads_the_environment_of_functions_only(built):
    """
    Terraform compares the variables of this deployment's functions, and can decrypt nothing else.
    """
    condition = built.statement(KEY, "FunctionEnvironment")["Condition"]

    assert "lambda.eu-central-1.amazonaws.com" == condition["StringEquals"]["kms:ViaService"]
    assert condition["ArnLike"] == {
        "kms:EncryptionContext:aws:lambda:FunctionArn": "arn:aws:lambda:eu-central-1:111122223333:function:orders-dev-*"
    }


def test_the_root_user_cannot_be_locked_out(built):
    """
    The account's root user, and no other identity of the account, can replace the policy.
    """
    recovery = built.statement(KEY, "RootUserRecovers")

    assert "kms:PutKeyPolicy" in recovery["Action"]
    assert {"ArnEquals": {"aws:PrincipalArn": ROOT}} == recovery["Condition"]


@pytest.mark.parametrize("path", [KEY, "token_key/key"])
def test_the_account_is_never_allowed_as_a_whole(built, path):
    """
    Every statement that names the account's root says by a condition which identities it means, but for the one about
    settings.
    """
    naming_root = [
        found
        for found in built.statements(path)
        if found["Principal"] == {"AWS": ROOT} and found.get("Sid") != "SettingsAreNoSecret"
    ]

    assert naming_root
    assert all(statement["Condition"]["ArnEquals"]["aws:PrincipalArn"] for statement in naming_root)


@pytest.mark.parametrize("path", [KEY, "token_key/key"])
def test_settings_of_a_key_are_for_those_whose_own_policy_says_so(built, path):
    """
    The account decides by identity policies who looks at a key's settings, such as Config and whoever plans; nothing of
    that uses or administers the key.
    """
    overview = built.statement(path, "SettingsAreNoSecret")

    assert (ROOT, "111122223333") == (
        overview["Principal"]["AWS"],
        overview["Condition"]["StringEquals"]["kms:CallerAccount"],
    )
    assert {"kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus"} <= set(overview["Action"])
    assert all(action.startswith(("kms:Describe", "kms:Get", "kms:List")) for action in overview["Action"])


def test_users_follow_from_the_graph(built):
    """
    Who reads or writes a store under the key may use it through the store's service, as the flow needs.
    """
    through_kinesis = users(built.statements(KEY))["kinesis"]

    assert through_kinesis == {
        "archive": {"kms:Decrypt"},
        "producer": {"kms:GenerateDataKey"},
        "transform": {"kms:Decrypt"},
    }


def test_only_callers_of_the_account_use_the_key(built):
    """
    Each use is tied to the account beside the principal.
    """
    uses = [found for found in built.statements(KEY) if "kms:ViaService" in str(found) and "Sid" not in found]

    assert uses
    assert all("111122223333" == found["Condition"]["StringEquals"]["kms:CallerAccount"] for found in uses)


def test_services_use_the_key_under_a_condition(built):
    """
    An AWS service that acts by itself is tied to a log group or an alarm of this deployment.
    """
    served = [found for found in built.statements(KEY) if "Service" in found["Principal"]]

    assert {"logs.eu-central-1.amazonaws.com", "cloudwatch.amazonaws.com"} == {
        found["Principal"]["Service"] for found in served
    }
    assert all("111122223333" in str(found["Condition"]) for found in served)


@pytest.mark.parametrize(
    ("classification", "days"), [("public", 365), ("internal", 365), ("confidential", 180), ("restricted", 90)]
)
def test_rotation_follows_the_class(classification, days):
    """
    Key material is replaced the more often, the more sensitive the data is.
    """
    key = build(classification=classification)[KEY]

    assert (True, days) == (key["enable_key_rotation"], key["rotation_period_in_days"])


def test_deletion_can_be_cancelled_for_thirty_days(built):
    """
    A key waits as long as KMS allows before it is deleted.
    """
    assert {30} == {key["deletion_window_in_days"] for key in built.of_type("aws_kms_key").values()}


def test_a_key_is_found_by_its_alias(built):
    """
    The alias names the deployment and the purpose.
    """
    assert {"alias/orders-dev/pipeline", "alias/orders-dev/tokens"} == {
        alias["name"] for alias in built.of_type("aws_kms_alias").values()
    }


def test_restricted_stores_have_keys_of_their_own(restricted):
    """
    The stream and the buckets with restricted data have a key each, beside the pipeline's and the tokens'.
    """
    assert {"keys/events/key", "keys/raw/key", "keys/quarantine/key", KEY, "token_key/key"} == set(
        restricted.of_type("aws_kms_key")
    )


def test_confidential_stores_share_the_pipelines_key(built):
    """
    Below restricted, one key serves all stores.
    """
    assert {KEY, "token_key/key"} == set(built.of_type("aws_kms_key"))


def test_an_own_key_is_for_the_users_of_its_store(restricted):
    """
    The key of the raw zone is used by the process that fills it, by Macie, which searches it, and by nobody else.
    """
    assert {
        "s3": {"archive": {"kms:Decrypt", "kms:GenerateDataKey"}, "AWSServiceRoleForAmazonMacie": {"kms:Decrypt"}}
    } == users(restricted.statements("keys/raw/key"))


def test_the_token_key_makes_macs(built):
    """
    Tokens come from an HMAC key that only the transforming function may use, with one algorithm.
    """
    key = built["token_key/key"]
    [use] = [found for found in built.statements("token_key/key") if "Sid" not in found]

    assert ("HMAC_256", "GENERATE_VERIFY_MAC") == (key["customer_master_key_spec"], key["key_usage"])
    assert ["kms:GenerateMac"] == use["Action"]
    assert [f"{ROLE}orders-dev-transform"] == use["Condition"]["ArnEquals"]["aws:PrincipalArn"]
    assert "HMAC_SHA_256" == use["Condition"]["StringEquals"]["kms:MacAlgorithm"]


def test_the_token_key_does_not_rotate(built):
    """
    KMS cannot rotate an HMAC key, so the argument is off and no period is given.
    """
    key = built["token_key/key"]

    assert key["enable_key_rotation"] is False
    assert "rotation_period_in_days" not in key
