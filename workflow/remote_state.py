"""
What stands at AWS before anything is deployed there: the account that is reached, and the bucket for Terraform's state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from modules.environment import Environment
from modules.errors import InputError

if TYPE_CHECKING:
    import boto3

FORBIDDEN, MISSING, ELSEWHERE = 403, 404, (301, 307, 400)


def require_state_bucket(environment: Environment) -> None:
    """Raise `InputError`, with what to do, unless the caller can reach the state bucket of *environment*."""
    from botocore.exceptions import BotoCoreError, ClientError

    s3 = account_session(environment).client("s3")
    name = environment.state_bucket
    try:
        s3.head_bucket(Bucket=name, ExpectedBucketOwner=environment.account_id)
    except ClientError as error:
        raise InputError(_refusal(environment, error.response["ResponseMetadata"]["HTTPStatusCode"], error)) from error
    except BotoCoreError as error:
        raise InputError(f"S3 cannot be reached ({error}); check the network and try again") from error


def _refusal(environment: Environment, status: int, error: Exception) -> str:
    name = environment.state_bucket
    if status == MISSING:
        return (
            f"the bucket {name} for the state of environment {environment.name} does not exist; "
            f"run `make bootstrap ENVIRONMENT={environment.name} TARGET=aws`"
        )
    if status == FORBIDDEN:
        return (
            f"the bucket {name} may not be used: it is of another account, or the credentials are of none of the deploy_roles "
            f"of environment {environment.name} ({', '.join(environment.deploy_roles)}); set credentials of one of them"
        )
    if status in ELSEWHERE:
        return (
            f"the bucket {name} is not in {environment.region}, the region of environment {environment.name}; "
            f"choose another state_bucket in environments/{environment.name}.yaml"
        )
    return f"the bucket {name} cannot be looked at ({error}); try again"


def account_session(environment: Environment) -> boto3.Session:
    """A session with the caller's credentials; raises `InputError` unless they are of the environment's account."""
    import boto3
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        session = boto3.Session(region_name=environment.region)
        account = session.client("sts").get_caller_identity()["Account"]
    except (BotoCoreError, ClientError) as error:
        raise InputError(
            f"no account of AWS can be reached ({error}); set credentials of account {environment.account_id}, which is "
            f"environment {environment.name} (for example AWS_PROFILE), and try again"
        ) from error
    if account != environment.account_id:
        raise InputError(
            f"the credentials are of account {account}, but environment {environment.name} is account "
            f"{environment.account_id}; set credentials of that account and try again"
        )
    return session
