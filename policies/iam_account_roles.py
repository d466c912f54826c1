from __future__ import annotations

import re
from fnmatch import fnmatchcase

from checkov.common.models.enums import CheckCategories
from duties import ceiling_of, looks_after
from planned import Policy, Resource, account
from statements import Statement, identity_statements

NEVER = (
    *("account:*", "organizations:*", "sso:*", "sts:assumerole*", "cloudtrail:delete*", "cloudtrail:stop*"),
    *("cloudtrail:put*", "cloudtrail:update*", "config:delete*", "config:stop*", "guardduty:delete*"),
    *("securityhub:disable*", "macie2:disable*", "iam:adduser*", "iam:attachuser*", "iam:createaccesskey"),
    *("iam:createloginprofile", "iam:createpolicyversion", "iam:createuser", "iam:deleterolepermissions*"),
    *("iam:deleteuserpermissions*", "iam:putuser*", "iam:setdefault*", "iam:updateloginprofile"),
)
RUNNING = (
    *("ecs:executecommand", "ecs:runtask", "elasticmapreduce:addjobflowsteps", "emr-serverless:startjobrun"),
    *("glue:startjobrun", "sagemaker:createpresigned*", "sagemaker:createprocessingjob", "sagemaker:createtrainingjob"),
    *("ssm:sendcommand", "ssm:startsession", "states:startexecution"),
)
"""What makes somebody else's role work at once, on data that it reads."""
READING = ("Describe", "Generate", "Get", "List", "Lookup", "Validate", "View")
DATA = (
    *("athena:getqueryresults", "dynamodb:getitem", "dynamodb:query", "dynamodb:scan", "kinesis:getrecords"),
    *(
        "lambda:invokefunction",
        "logs:filterlogevents",
        "logs:getlogevents",
        "s3:getobject*",
        "secretsmanager:getsecret*",
    ),
    *("sqs:receivemessage", "ssm:getparameter*"),
)
BOUNDED = ("AttachRolePolicy", "CreateRole", "DetachRolePolicy", "DeleteRolePolicy", "PutRolePermissionsBoundary")
BOUNDED += ("PutRolePolicy",)
WITHOUT_RESOURCE = frozenset(
    {
        *("config:StartConfigurationRecorder", "guardduty:CreateDetector", "kms:CreateKey"),
        *("lambda:CreateEventSourceMapping", "sns:Unsubscribe", "emr-serverless:CreateApplication"),
        *("glue:CreateDataQualityRuleset", "glue:CreateSecurityConfiguration", "glue:DeleteSecurityConfiguration"),
        *("kinesis:EnableEnhancedMonitoring", "kinesis:UpdateShardCount", "kinesis:UpdateStreamMode"),
        *("lakeformation:AddLFTagsToResource", "lakeformation:CreateDataCellsFilter", "lakeformation:CreateLFTag"),
        *("lakeformation:DeleteDataCellsFilter", "lakeformation:DeleteLFTag", "lakeformation:DeregisterResource"),
        *("lakeformation:GrantPermissions", "lakeformation:RegisterResource", "lakeformation:RevokePermissions"),
        *("lakeformation:RemoveLFTagsFromResource", "lakeformation:UpdateDataCellsFilter"),
        *("lakeformation:UpdateLFTag", "lakeformation:UpdateResource"),
        *("ecs:DeregisterTaskDefinition", "eks:CreateCluster", "elasticfilesystem:CreateFileSystem"),
        "elasticmapreduce:CreateSecurityConfiguration",
        *("elasticmapreduce:DeleteSecurityConfiguration", "elasticmapreduce:RunJobFlow", "quicksight:CreateDataSource"),
        *("quicksight:CreateVPCConnection", "redshift:CreateScheduledAction", "redshift:DeleteScheduledAction"),
        *("redshift:ModifyScheduledAction", "redshift-serverless:CreateUsageLimit"),
        *("redshift-serverless:DeleteUsageLimit", "redshift-serverless:UpdateUsageLimit"),
    }
)
"""Changes that AWS scopes to no resource (Service Authorization Reference)."""
OWN_POLICY = re.compile(r"arn:[a-z-]+:iam::[0-9]{12}:policy/[\w+=,.@/-]+")
"""A boundary that the account has already; which one it has to be is what the comparison with the graph says."""
STATES = (".tfstate", ".tfstate.tflock")
CODE = re.compile(r"arn:[a-z-]+:s3:::int-[a-z0-9-]+-code-[0-9]{12}-[a-z0-9-]+(/\*)?")
"""Scripts of jobs, which a deployment puts into the bucket for them."""
LOGIN = re.compile(r"arn:[a-z-]+:lambda:[a-z0-9-]+:[0-9]{12}:function:[a-z0-9-]+-login")
"""A function that makes the password of a warehouse's user; Secrets Manager asks whoever sets its rotation for the call."""
IMAGE = re.compile(r"arn:[a-z-]+:ec2:[a-z0-9-]+::image/\*")
"""Images of machines, whose ARNs name no account."""
HARMLESS = frozenset({"account:GetAlternateContact"})


def _matches(action: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(action.lower(), pattern) for pattern in patterns)


def _changes(statement: Statement) -> list[str]:
    return [action for action in statement.actions if not action.partition(":")[2].startswith(READING)]


def _place_problems(statement: Statement, owner: str) -> list[str]:
    changing = _changes(statement)
    problems = []
    for arn in statement.resources:
        parts = arn.split(":", 5)
        if arn == "*":
            problems += [f"may {action} on anything" for action in changing if action not in WITHOUT_RESOURCE]
        elif changing == ["ec2:RunInstances"] and IMAGE.fullmatch(arn):
            continue
        elif len(parts) < 6 or (parts[2] != "s3" and parts[4] != owner):
            problems.append(f"acts on {arn}, which is not of the account")
        elif parts[2] == "s3" and changing and owner not in parts[5]:
            problems.append(f"changes {arn}, which need not be of the account")
    return problems


def _data_problems(statement: Statement) -> list[str]:
    problems = [
        f"reads data: {action}"
        for action in statement.actions
        if _matches(action, DATA)
        and not all(arn.endswith(STATES) or CODE.fullmatch(arn) or LOGIN.fullmatch(arn) for arn in statement.resources)
    ]
    keys = [
        action for action in statement.actions if _matches(action, ("kms:decrypt", "kms:generate*", "kms:reencrypt*"))
    ]
    via = statement.values("kms:ViaService", "StringEquals")
    return problems + [
        f"uses keys: {action}" for action in keys if not via or not all(v.startswith("s3.") for v in via)
    ]


def _role_problems(statement: Statement, boundaries: set[str], carried: set[str]) -> list[str]:
    named = [action.partition(":")[2] for action in statement.actions if action.startswith("iam:")]
    pinned = statement.values("iam:PermissionsBoundary", "StringEquals")
    bound = bool(pinned) and all(
        arn in boundaries or (OWN_POLICY.fullmatch(arn) and arn not in carried) for arn in pinned
    )
    problems = [f"may {name} on roles without the boundary" for name in named if name in BOUNDED and not bound]
    every = [arn for arn in statement.resources if arn.endswith(":role/*")]
    open_ = {"UpdateAssumeRolePolicy", "PassRole", "DeleteRole", "TagRole"} & set(named)
    problems += [f"may {name} on every role" for name in sorted(open_) if every]
    passed = "PassRole" in named and not statement.values("iam:PassedToService", "StringEquals")
    return [*problems, "hands roles to any service"] if passed else problems


class IamAccountRoles(Policy):
    """
    A role that looks after an account changes named things of that account, reads no data, starts no jobs, makes roles
    within a boundary only, and makes neither users nor keys.

    Why: such a role is exempt from what holds for processes; this is what holds instead.
    Fix: give it the tables of modules/foundation/account_actions.py, on ARNs of the account.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure who looks after an account cannot read its data or raise their own rights",
            id="MR_IAM_13",
            categories=[CheckCategories.IAM],
            supported_resources=["aws_iam_policy", "aws_iam_role_policy"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        Empty for processes, which other policies judge.
        """
        if not looks_after(self, resource):
            return []
        bearers = self.planned("aws_iam_role")
        owner = next(iter({account(role) for role in bearers}), "unknown")
        carried = {item["arn"] for role in bearers if (item := ceiling_of(self, role))}
        elsewhere = {item["arn"] for item in self.planned("aws_iam_policy")} - carried
        problems = []
        for statement in identity_statements(resource):
            problems += ["allows by exclusion"] if statement.inverted else []
            problems += [
                f"allows {action}"
                for action in statement.actions
                if _matches(action, (*NEVER, *RUNNING)) and action not in HARMLESS
            ]
            problems += _place_problems(statement, owner)
            problems += _data_problems(statement)
            problems += _role_problems(statement, elsewhere, carried)
        return problems


check = IamAccountRoles()
