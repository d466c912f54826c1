from __future__ import annotations

import base64
import json
import subprocess

import pytest
from pydantic import ValidationError

from modules.errors import InputError, SettingError
from modules.training.code_repository import CodeRepositoryParams
from modules.training.training_environment import TrainingEnvironmentParams
from tests.modules.sample import ACCOUNT, REGION, ROLE
from tests.modules.training_sample import build

CODE_COMMIT = f"https://git-codecommit.{REGION}.amazonaws.com/v1/repos/churn"
SECRET = f"arn:aws:secretsmanager:{REGION}:{ACCOUNT}:secret:git-1a2b3c"


def studio(environment=None, **settings):
    return build(environment, parameters={"studio": settings})


def engineers(*names):
    return {"personas": {"ml_engineer": list(names)}}


@pytest.fixture(name="built", scope="module")
def _built():
    return build()


@pytest.fixture(name="domain", scope="module")
def _domain(built):
    return built["studio/domain"]


def both(domain):
    """
    What users and what spaces of the domain get.
    """
    return [domain["default_user_settings"], domain["default_space_settings"]]


def notebook(built, action):
    return [item for item in built.statements("studio/role/policy") if action in item["Action"]]


def test_studio_has_no_way_to_the_internet(built, domain):
    """
    The domain is in the deployment's subnets, in a group of its own, and AWS offers no network beside.
    """
    assert "VpcOnly" == domain["app_network_access_type"]
    assert [f"<network/subnet_{number}.id>" for number in (1, 2, 3)] == domain["subnet_ids"]
    assert [["<studio/security_group.id>"]] * 2 == [each["security_groups"] for each in both(domain)]


def test_notebooks_reach_endpoints_and_nothing_else(built):
    """
    The group of notebooks has two ways out: the endpoints of the network, and S3.
    """
    rules = [
        rule
        for rule in built.of_type("aws_vpc_security_group_egress_rule").values()
        if rule["security_group_id"] == "<studio/security_group.id>"
    ]

    assert 2 == len(rules)
    assert not any("cidr_ipv4" in rule for rule in rules)


def test_disks_of_notebooks_are_under_the_key(domain):
    """
    The domain's key is the deployment's own.
    """
    assert "<keys/pipeline/key.arn>" == domain["kms_key_id"]


def test_idle_notebooks_are_shut_down():
    """
    Users and spaces have the deployment's time, and nobody can choose a longer one.
    """
    found = [
        each["jupyter_lab_app_settings"]["app_lifecycle_management"]["idle_settings"]
        for each in both(studio(idle_minutes=90)["studio/domain"])
    ]

    assert [("ENABLED", 90, 90)] * 2 == [
        (each["lifecycle_management"], each["idle_timeout_in_minutes"], each["max_idle_timeout_in_minutes"])
        for each in found
    ]


def test_notebooks_start_with_the_script_that_takes_root_away(built, domain):
    """
    The script is the default of users and spaces, and there is no other to choose.
    """
    arn = "<studio/no_root.arn>"

    assert [(arn, [arn])] * 2 == [
        (each["default_resource_spec"]["lifecycle_config_arn"], each["lifecycle_config_arns"])
        for settings in both(domain)
        for each in [settings["jupyter_lab_app_settings"]]
    ]


@pytest.mark.parametrize(("sudo", "code"), [("exit 1", 0), ("exit 0", 1)])
def test_no_notebook_starts_while_root_is_to_be_had(built, tmp_path, sudo, code):
    """
    The script ends well where sudo is refused, and with an error where it still works.
    """
    script = base64.b64decode(built["studio/no_root"]["studio_lifecycle_config_content"])
    fake = tmp_path / "sudo"
    fake.write_text(f"#!/bin/bash\n{sudo}\n")
    fake.chmod(0o755)
    run = subprocess.run(
        ["/bin/bash", "-c", script.decode()],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        check=False,
    )

    assert code == run.returncode


def test_nobody_shares_or_runs_containers(domain):
    """
    Outputs are not shared, containers of one's own are off, other applications are hidden, the home folder is not mounted.
    """
    users = domain["default_user_settings"]

    assert "Disabled" == users["sharing_settings"]["notebook_output_option"] == users["auto_mount_home_efs"]
    assert "DISABLED" == domain["domain_settings"]["docker_settings"]["enable_docker_access"]
    assert "CodeEditor" in users["studio_web_portal_settings"]["hidden_app_types"]


def test_who_acts_is_told_by_name(built, domain):
    """
    The name of the profile is the source identity of the role that all notebooks act as, and only SageMaker takes it on.
    """
    [trust] = built.statements("studio/role/role", "assume_role_policy")

    assert "USER_PROFILE_NAME" == domain["domain_settings"]["execution_role_identity_config"]
    assert ["sts:AssumeRole", "sts:SetSourceIdentity"] == trust["Action"]
    assert {"Service": "sagemaker.amazonaws.com"} == trust["Principal"]


def test_each_engineer_has_a_profile_and_the_key_to_it():
    """
    Every principal that the environment names has a profile, and a role that opens this profile alone.
    """
    found = studio(engineers(f"{ROLE}ada", "permission_set:Grace"))

    assert {"churn-dev-ada", "churn-dev-grace"} == {
        profile["user_profile_name"] for profile in found.of_type("aws_sagemaker_user_profile").values()
    }
    for person, trusted in (("ada", f"{ROLE}ada"), ("grace", "AWSReservedSSO_Grace_")):
        path = f"studio/engineer-{person}/role"
        assert {
            "sagemaker:CreatePresignedDomainUrl": [
                f"arn:aws:sagemaker:{REGION}:{ACCOUNT}:user-profile/$${{sagemaker:DomainId}}/churn-dev-{person}"
            ]
        } == found.allowed(f"{path}/policy")
        assert trusted in found[f"{path}/role"]["assume_role_policy"]


def test_users_of_identity_center_sign_in_there():
    """
    Where users are named, the domain asks Identity Center, each has a profile, and no role opens one.
    """
    found = studio(engineers("permission_set:Grace"), identity_center_users=["ada@example.com"])
    [profile] = found.of_type("aws_sagemaker_user_profile").values()

    assert "SSO" == found["studio/domain"]["auth_mode"]
    assert ("UserName", "ada@example.com") == (
        profile["single_sign_on_user_identifier"],
        profile["single_sign_on_user_value"],
    )
    assert not [path for path in found.of_type("aws_iam_role") if "engineer-" in path]


def test_users_of_identity_center_need_an_environment_that_has_it():
    """
    An environment whose engineers are roles has no Identity Center, and the message says what to do.
    """
    with pytest.raises(SettingError, match="names others than permission sets of Identity Center"):
        studio(identity_center_users=["ada"])


@pytest.mark.parametrize(
    ("people", "message"),
    [
        ((f"{ROLE}ada", "permission_set:ada"), "both become the profile ada"),
        ((f"{ROLE}{'a' * 60}",), "characters and IAM takes 64"),
    ],
)
def test_people_have_names_of_their_own(people, message):
    """
    Two engineers of one name, and one whose role would have a name too long, are told apart by the message.
    """
    with pytest.raises(InputError, match=message):
        studio(engineers(*people))


@pytest.mark.parametrize("action", ["sagemaker:CreateTrainingJob", "sagemaker:CreateProcessingJob"])
def test_a_notebook_starts_no_insecure_job(built, action):
    """
    Isolation, encrypted talk, network, keys and types of machines are conditions of every job that a notebook starts.
    """
    [statement] = notebook(built, action)
    condition = statement["Condition"]

    assert {"sagemaker:InterContainerTrafficEncryption": "true", "sagemaker:NetworkIsolation": "true"} == condition[
        "Bool"
    ]
    assert {"sagemaker:OutputKmsKey", "sagemaker:VolumeKmsKey"} == set(condition["ArnEquals"])
    assert {"sagemaker:VpcSecurityGroupIds": "false", "sagemaker:VpcSubnets": "false"} == condition["Null"]
    assert ["ml.m5.large", "ml.m5.xlarge"] == condition["ForAllValues:StringEquals"]["sagemaker:InstanceTypes"]


def test_a_notebook_hands_on_roles_that_only_try_out(built):
    """
    Jobs of notebooks act as two roles that read approved rows and write what was tried, and nothing else.
    """
    [passing] = notebook(built, "iam:PassRole")
    writers = {process.name: process.stores("writes") for process in built.graph.processes}

    assert {f"churn-dev-{name}" for name in ("explore", "fit")} == {
        arn.rpartition("/")[2] for arn in passing["Resource"]
    }
    assert [["tried"], ["tried"]] == [[store.name for store in writers[name]] for name in ("explore", "fit")]


def test_a_notebook_works_in_spaces_of_its_own(built):
    """
    Spaces and applications are private and of the profile that the notebook is of.
    """
    [creating] = notebook(built, "sagemaker:CreateApp")
    owner = (
        f"arn:aws:sagemaker:{REGION}:{ACCOUNT}:user-profile/$${{sagemaker:DomainId}}/$${{sagemaker:UserProfileName}}"
    )

    assert {"sagemaker:OwnerUserProfileArn": owner} == creating["Condition"]["ArnLike"]
    assert {"sagemaker:SpaceSharingType": "Private"} == creating["Condition"]["StringEquals"]
    assert ["ml.t3.medium", "ml.m5.large", "system"] == creating["Condition"]["ForAllValues:StringEquals"][
        "sagemaker:InstanceTypes"
    ]


@pytest.mark.parametrize(("source", "read"), [("confidential", ["tried", "reports"]), ("restricted", [])])
def test_a_notebook_reads_what_its_people_may(source, read):
    """
    Where results are of a class that is closed to ML engineers, a notebook starts jobs and does not see what they say.
    """
    [process] = [each for each in build(classification=source).graph.processes if each.name == "notebook"]

    assert read == [store.name for store in process.stores("reads")]


def test_code_comes_from_repositories_that_are_named():
    """
    The repository and its secret are references; the role of notebooks may pull the one and read the other.
    """
    repository = {"name": "models", "url": CODE_COMMIT, "secret_arn": SECRET}
    found = studio(code_repositories=[repository])
    [made] = found.of_type("aws_sagemaker_code_repository").values()
    allowed = found.allowed("studio/role/policy")

    assert {"repository_url": CODE_COMMIT, "branch": "main", "secret_arn": SECRET} == made["git_config"]
    assert [f"arn:aws:codecommit:{REGION}:{ACCOUNT}:churn"] == allowed["codecommit:GitPull"]
    assert [SECRET] == allowed["secretsmanager:GetSecretValue"]
    assert {"network/git_codecommit_endpoint", "network/secretsmanager_endpoint"} <= set(found.types)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"url": "https://ada:lovelace@git.example.org/code"}, "without user name and password"),
        ({"url": "http://git.example.org/code"}, "HTTPS address"),
        ({"url": "https://git.example.org/code?token=x"}, "HTTPS address"),
        ({"secret_arn": "lovelace"}, "the ARN of a secret"),
        ({"branch": "-x"}, "the name of a branch"),
    ],
)
def test_no_secret_is_written_down(change, message):
    """
    An address with a password in it, and a secret in place of its name, are refused where they are written.
    """
    from modules.params import PATTERNS

    with pytest.raises(ValidationError) as caught:
        CodeRepositoryParams.model_validate_json(json.dumps({"name": "models", "url": CODE_COMMIT} | change))

    assert message in PATTERNS[caught.value.errors()[0]["ctx"]["pattern"]]


@pytest.mark.parametrize(
    "change",
    [{"idle_minutes": 59}, {"idle_minutes": 721}, {"space_gib": 4}, {"space_gib": 501}, {"instance_types": []}, {"job_types": ["ml.p4d.24xlarge"]}],
)  # fmt: skip
def test_notebooks_have_bounds(change):
    """
    Idle time, disk and types of machines are within bounds.
    """
    with pytest.raises(ValidationError):
        TrainingEnvironmentParams.model_validate_json(json.dumps(change))
