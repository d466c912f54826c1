from __future__ import annotations

import re

from checkov.common.models.enums import CheckCategories
from elsewhere import roles_of_a_deployment
from planned import ARCHIVES, CLASSES, Policy, Resource, rank, tag
from statements import Statement, statements

OTHERS = {
    ("stringnotequals", "aws:sourcevpce"),
    ("arnnotequals", "aws:principalarn"),
    ("arnnotlike", "aws:principalarn"),
}
DATA = ("s3:DeleteObject", "s3:GetObject", "s3:PutObject")
WATCHERS = re.compile(
    r"arn:[a-z-]+:iam::([0-9]{12}):role/(aws-service-role/macie\.amazonaws\.com/AWSServiceRoleForAmazonMacie|[\w-]+-backup)"
)
"""Of the region's baseline: who searches buckets, and who backs them up; the comparison with the graph holds them by name."""
ENDPOINT = re.compile("vpce-[0-9a-f]{8,17}")
SERVICES = {"aws:principalisawsservice", "aws:viaawsservice"}


def _denies_data(statement: Statement, bucket: Resource) -> bool:
    everybody = {value for _, value in statement.principals} == {"*"} and not statement.inverted
    keys = {(operator, key) for operator, key, _ in statement.conditions} - OTHERS
    keys = {key for _, key in keys}
    covers = {f"{bucket['arn']}/*", "*"} & {*statement.resources}
    data = all(statement.may(action) for action in DATA)
    return bool(not statement.allows and everybody and covers and data and keys <= SERVICES)


def _watches(caller: str, accounts: set[str]) -> bool:
    found = WATCHERS.fullmatch(caller)
    return found is not None and found[1] in accounts


def _known(paths: set[str], endpoints: set[str], callers: set[str]) -> bool:
    """
    Endpoints of the stack; where it has no network, the one of the network it uses. None at all is stricter, as long as
    callers are named.
    """
    if endpoints:
        return bool(paths or callers) and paths <= endpoints
    return len(paths) < 2 and all(ENDPOINT.fullmatch(path) for path in paths)


class S3KnownPaths(Policy):
    """
    Data of the classes confidential and restricted is reached through the stack's endpoints, by roles of the stack or
    by services of AWS only.

    Why: stolen credentials otherwise work from anywhere.
    Fix: deny s3:GetObject, s3:PutObject and s3:DeleteObject to everybody whose aws:SourceVpce (StringNotEquals) is none of
    the endpoints and whose aws:PrincipalArn (ArnNotEquals) is none of the roles named one by one; without an endpoint, to
    everybody who is none of the roles. Macie's own role and the one that makes backups may be named too; roles of deployments
    that import the data are named by a pattern (ArnNotLike). MR_ARCHIVE_3 asks for more where records about the account are.
    """

    def __init__(self) -> None:
        super().__init__(
            name="Ensure strict data is reached by known paths only",
            id="MR_S3_11",
            categories=[CheckCategories.NETWORKING],
            supported_resources=["aws_s3_bucket"],
        )

    def problems(self, resource: Resource) -> list[str]:
        """
        A statement of the bucket's policy denies every other path.
        """
        if tag(resource, "zone") in ("logs", *ARCHIVES) or rank(resource) < CLASSES.index("confidential"):
            return []
        endpoints = {item["id"] for item in self.planned("aws_vpc_endpoint")}
        roles = {item["arn"] for item in self.planned("aws_iam_role")}
        accounts = {arn.split(":")[4] for arn in roles if arn.count(":") > 4}
        documents = [policy.get("policy") for policy in self.companions(resource, "aws_s3_bucket_policy")]
        for statement in statements(documents):
            paths = {*statement.values("aws:SourceVpce", "StringNotEquals")}
            callers = {*statement.values("aws:PrincipalArn", "ArnNotEquals")}
            strangers = {caller for caller in callers - roles if not _watches(caller, accounts)}
            readers = statement.values("aws:PrincipalArn", "ArnNotLike")
            elsewhere = all(roles_of_a_deployment(arn, account) for arn in readers for account in accounts)
            known = _known(paths, endpoints, callers) and not strangers and elsewhere
            if known and _denies_data(statement, resource):
                return []
        return ["its data can be reached by any path"]


check = S3KnownPaths()
