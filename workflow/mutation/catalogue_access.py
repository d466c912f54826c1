"""
Operators on who may do what: key policies, actions, resources, principals, conditions, boundaries.
"""

from __future__ import annotations

from workflow.mutation import documents as doc
from workflow.mutation.documents import DOCUMENTS, FOREIGN, IDENTITY, ON_STORES, allows, denies, extended, statements
from workflow.mutation.operators import Operator, Values, gone, only, setting

KEY, ROLE, ENDPOINT = ("aws_kms_key",), ("aws_iam_role",), ("aws_vpc_endpoint",)
ATTACHED = ("aws_iam_policy",)
STRANGER = {"AWS": f"arn:aws:iam::{FOREIGN}:root"}
CARRIERS = ("aws_iam_role_policy", *ON_STORES)
REGION = {"StringEquals": {"aws:RequestedRegion": "eu-central-1"}}


def _conditioned(statement: doc.Statement) -> bool:
    return allows(statement) and bool(statement.get("Condition"))


def _named(statement: doc.Statement) -> bool:
    return allows(statement) and "*" not in doc.listed(statement.get("Resource", "*"))


def _service(statement: doc.Statement) -> bool:
    return allows(statement) and "Service" in str(statement.get("Principal"))


def _attached(values: Values) -> bool:
    """A policy by itself that gives rights; a boundary gives none."""
    return (values.get("tags") or {}).get("purpose") == "rights"


OPERATORS = [
    # Key policies
    Operator("key for everybody", "key policy", KEY, statements(doc.with_values(Principal={"AWS": "*"}), allows)),
    Operator("key for another account", "key policy", KEY, extended({"Effect": "Allow", "Principal": STRANGER, "Action": "kms:Decrypt", "Resource": "*"})),
    Operator("key administered by its users", "key policy", KEY, statements(doc.with_values(Action="kms:*"), allows)),
    Operator("key without conditions", "key policy", KEY, statements(doc.with_values(Condition=None), _conditioned)),
    Operator("key with one condition less", "key policy", KEY, statements(doc.one_condition_less, _conditioned)),
    Operator("key with softer conditions", "key policy", KEY, statements(doc.softer_conditions, _conditioned)),
    Operator("key by exclusion", "key policy", KEY, statements(doc.with_values(Action=None, NotAction="kms:DeleteAlias"), allows)),
    Operator("key policy of AWS", "key policy", KEY, setting("policy", None)),
    Operator("key refuses nobody", "key policy", KEY, statements(lambda _: None, denies)),
    # Actions
    Operator("every action of its services", "IAM action", IDENTITY, statements(doc.every_action_of_its_services, allows)),
    Operator("actions by their beginning", "IAM action", IDENTITY, statements(doc.actions_by_beginning, allows)),
    Operator("every action", "IAM action", CARRIERS, statements(doc.with_values(Action="*"), allows)),
    Operator("all actions but one", "IAM action", IDENTITY, statements(doc.with_values(Action=None, NotAction="iam:*"), allows)),
    Operator("hands on roles", "IAM action", IDENTITY, extended({"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"})),
    Operator("writes policies", "IAM action", IDENTITY, extended({"Effect": "Allow", "Action": "iam:PutRolePolicy", "Resource": "*"})),
    Operator("decrypts everything", "IAM action", IDENTITY, extended({"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*"})),
    Operator("deletes objects", "IAM action", IDENTITY, extended({"Effect": "Allow", "Action": "s3:DeleteObjectVersion", "Resource": "arn:aws:s3:::*/*"})),
    Operator("ends the audit trail", "IAM action", IDENTITY, extended({"Effect": "Allow", "Action": "cloudtrail:StopLogging", "Resource": "*"})),
    Operator("every action in what is attached", "IAM action", ATTACHED, only(_attached, statements(doc.every_action_of_its_services, allows))),
    Operator("hands on roles by what is attached", "IAM action", ATTACHED, only(_attached, extended({"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"}))),
    # Resources
    Operator("every resource in what is attached", "IAM resource", ATTACHED, only(_attached, statements(doc.with_values(Resource="*"), _named))),
    Operator("another account in what is attached", "IAM resource", ATTACHED, only(_attached, statements(doc.resources_elsewhere, _named))),
    Operator("every resource", "IAM resource", IDENTITY, statements(doc.with_values(Resource="*"), _named)),
    Operator("every resource, in one region", "IAM resource", IDENTITY, statements(doc.with_values(Resource="*", Condition=REGION), _named)),
    Operator("every resource of its kind", "IAM resource", IDENTITY, statements(doc.every_resource_of_its_kind, _named)),
    Operator("resources of another account", "IAM resource", IDENTITY, statements(doc.resources_elsewhere, _named)),
    Operator("all resources but one", "IAM resource", IDENTITY, statements(doc.with_values(Resource=None, NotResource="arn:aws:s3:::x"), _named)),
    # Principals
    Operator("store for everybody", "IAM principal", ON_STORES, extended({"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject", "sqs:ReceiveMessage", "sns:Subscribe"], "Resource": "*"})),
    Operator("store for another account", "IAM principal", ON_STORES, extended({"Effect": "Allow", "Principal": STRANGER, "Action": ["s3:GetObject", "sqs:ReceiveMessage", "sns:Subscribe"], "Resource": "*"})),
    Operator("principals by exclusion", "IAM principal", ON_STORES, statements(doc.with_values(Principal=None, NotPrincipal=STRANGER), allows)),
    Operator("role for everybody", "IAM principal", ROLE, statements(doc.with_values(Principal={"AWS": "*"}, Condition=None), allows)),
    Operator("role for another account", "IAM principal", ROLE, statements(doc.with_values(Principal=STRANGER), allows)),
    Operator("role for one more service", "IAM principal", ROLE, extended({"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"})),
    Operator("refusal for one stranger", "IAM principal", ("aws_s3_bucket_policy", "aws_sns_topic_policy", "aws_sqs_queue_policy"), statements(doc.with_values(Principal=STRANGER), denies)),
    # Conditions
    Operator("trust without conditions", "IAM condition", ROLE, statements(doc.with_values(Condition=None), _conditioned)),
    Operator("trust with softer conditions", "IAM condition", ROLE, statements(doc.softer_conditions, _conditioned)),
    Operator("trust for any value", "IAM condition", ROLE, statements(doc.any_value, _conditioned)),
    Operator("services of any account", "IAM condition", ON_STORES, statements(doc.with_values(Condition=None), _service)),
    Operator("rights without conditions", "IAM condition", IDENTITY, statements(doc.with_values(Condition=None), _conditioned)),
    Operator("rights with one condition less", "IAM condition", IDENTITY, statements(doc.one_condition_less, _conditioned)),
    Operator("refusal gone", "IAM condition", tuple(DOCUMENTS), statements(lambda _: None, denies)),
    Operator("refusal allows", "IAM condition", tuple(DOCUMENTS), statements(doc.with_values(Effect="Allow"), denies)),
    Operator("endpoint without conditions", "IAM condition", ENDPOINT, statements(doc.with_values(Condition=None), _conditioned)),
    Operator("endpoint for any value", "IAM condition", ENDPOINT, statements(doc.any_value, _conditioned)),
    Operator("endpoint for every action", "IAM condition", ENDPOINT, statements(doc.with_values(Action="*", Resource="*"), allows)),
    # Boundaries, sessions and other ways
    Operator("no boundary", "boundary", ("aws_iam_role", "aws_iam_user"), setting("permissions_boundary", None)),
    Operator("a boundary of AWS", "boundary", ("aws_iam_role", "aws_iam_user"), setting("permissions_boundary", "arn:aws:iam::aws:policy/AdministratorAccess", bool)),
    Operator("a boundary that allows everything", "boundary", ("aws_iam_policy",), setting("policy", '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}')),
    Operator("permission set without boundary", "boundary", ("aws_ssoadmin_permissions_boundary_attachment",), gone),
    Operator("a session of twelve hours", "boundary", ROLE, setting("max_session_duration", 43_200)),
    Operator("a session of twelve hours for people", "boundary", ("aws_ssoadmin_permission_set",), setting("session_duration", "PT12H")),
    Operator("an administrator's policy of AWS", "boundary", ROLE, setting("managed_policy_arns", ["arn:aws:iam::aws:policy/AdministratorAccess"])),
    Operator("grants to everybody", "IAM principal", ("aws_lakeformation_permissions",), setting("principal", "IAM_ALLOWED_PRINCIPALS")),
    Operator("grants that are handed on", "IAM action", ("aws_lakeformation_permissions",), setting("permissions_with_grant_option", ["SELECT"])),
    Operator("grants of everything", "IAM action", ("aws_lakeformation_permissions",), setting("permissions", ["ALL"])),
    Operator("a function for everybody", "IAM principal", ("aws_lambda_permission",), setting("principal", "*")),
    Operator("a function for any source", "IAM condition", ("aws_lambda_permission",), setting("source_arn", None)),
    Operator("administrator of a cluster", "IAM action", ("aws_eks_access_policy_association",), setting("policy_arn", "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy")),
]  # fmt: skip
"""Operators on access."""
