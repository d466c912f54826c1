"""
Jobs of SageMaker as policies see them: those that pipelines and state machines of the plan start, and what others may start.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from planned import Policy, Resource, listed
from statements import Statement, statements

SAGEMAKER = "sagemaker.amazonaws.com"
KINDS = {"Training": "training", "Processing": "processing"}
TASKS = {"createTrainingJob": "training", "createProcessingJob": "processing"}
CREATING = ("sagemaker:CreateTrainingJob", "sagemaker:CreateProcessingJob")
FOLLOWING = frozenset(
    {
        *("sagemaker:AddTags", "sagemaker:DescribeProcessingJob", "sagemaker:DescribeTrainingJob"),
        *("sagemaker:StopProcessingJob", "sagemaker:StopTrainingJob"),
    }
)
TRACKING = frozenset(
    {
        *("sagemaker:AssociateTrialComponent", "sagemaker:CreateExperiment", "sagemaker:CreateTrial"),
        *("sagemaker:DescribeExperiment", "sagemaker:DescribeTrial"),
    }
)
NAMED = re.compile(r"arn:[a-z-]+:sagemaker:[a-z0-9-]+:\d{12}:(?P<kind>[a-z-]+)/(?P<start>[a-z0-9-]+)-\*")
"""Jobs, experiments and trials whose names begin with a word; what follows nobody knows beforehand."""

ISOLATED = ("sagemaker:NetworkIsolation", "sagemaker:InterContainerTrafficEncryption")
KEYS = ("sagemaker:VolumeKmsKey", "sagemaker:OutputKmsKey")
PLACES = ("sagemaker:VpcSubnets", "sagemaker:VpcSecurityGroupIds")


@dataclass(frozen=True)
class Job:
    """One job as its definition asks SageMaker for it."""

    name: str
    kind: str
    asked: Resource


def document(text: Any) -> Resource:
    """
    A definition as an object; empty when there is none.
    """
    parsed = json.loads(text) if isinstance(text, str) and text else text
    return parsed if isinstance(parsed, dict) else {}


def steps(definition: Resource) -> Iterator[Resource]:
    """
    Every step of a pipeline, those that depend on a condition among them.
    """
    pending = list(definition.get("Steps", []))
    while pending:
        step = pending.pop(0)
        yield step
        arguments = step.get("Arguments", {})
        pending += [*arguments.get("IfSteps", []), *arguments.get("ElseSteps", [])]


def jobs(resource: Resource) -> list[Job]:
    """
    The jobs that a pipeline or a state machine starts.
    """
    pipeline = document(resource.get("pipeline_definition"))
    found = [
        Job(step["Name"], KINDS[step["Type"]], step["Arguments"]) for step in steps(pipeline) if step["Type"] in KINDS
    ]
    machine = document(resource.get("definition"))
    for name, state in machine.get("States", {}).items():
        task = str(state.get("Resource", "")).rpartition(":sagemaker:")[2].partition(".")[0]
        if task in TASKS:
            found.append(Job(name, TASKS[task], state.get("Parameters", {})))
    return found


def network(job: Job) -> Resource:
    """
    How a job is connected: training jobs say it themselves, processing jobs in a block of their own.
    """
    return job.asked if job.kind == "training" else job.asked.get("NetworkConfig", {})


def cluster(job: Job) -> Resource:
    """
    The machines of a job.
    """
    asked = job.asked
    found = asked.get("ResourceConfig") or asked.get("ProcessingResources", {}).get("ClusterConfig", {})
    return found if isinstance(found, dict) else {}


def groups(policy: Policy) -> set[str]:
    """
    The security groups that jobs of the plan are in.
    """
    starters = policy.planned("aws_sagemaker_pipeline", "aws_sfn_state_machine")
    named = (network(job).get("VpcConfig", {}) for starter in starters for job in jobs(starter))
    return {group for vpc in named for group in listed(vpc.get("SecurityGroupIds"))}


def between_machines(policy: Policy, rule: Resource) -> bool:
    """
    Whether a rule lets machines of jobs talk to those in the very same group, by TCP.
    """
    mine = rule.get("security_group_id")
    return (
        bool(mine)
        and rule.get("ip_protocol") in ("tcp", "6")
        and mine == rule.get("referenced_security_group_id")
        and mine in groups(policy)
    )


def start_problems(statement: Statement) -> list[str]:
    """
    Which of the settings of a job somebody who may start one could leave out.
    """
    problems = [f"{key} may be off" for key in ISOLATED if statement.values(key, "Bool") != ("true",)]
    for key in KEYS:
        named = statement.values(key, "ArnEquals", "StringEquals")
        if not named or any(set(value) & set("*?") for value in named):
            problems.append(f"{key} may be any")
    for key in PLACES:
        named = statement.values(key, "ForAllValues:StringEquals")
        if not named or statement.values(key, "Null") != ("false",):
            problems.append(f"{key} may be any or none")
    return problems


def for_jobs(statement: Statement) -> bool:
    """
    Whether a statement is one that jobs need although it names their start only: bound jobs, tracking of a deployment's
    executions, and the interfaces that SageMaker makes as the role of a job.
    """
    actions = set(statement.actions)
    if statement.inverted:
        return False
    named = [NAMED.fullmatch(arn) for arn in statement.resources]
    if not named or not all(named):
        return False
    if actions <= set(CREATING):
        return not start_problems(statement)
    return actions <= FOLLOWING or actions <= TRACKING


def grants_disks(policy: Policy, resource: Resource, statement: Statement) -> bool:
    """
    Whether somebody lets SageMaker, and nobody else, open the key of a job's disks, as the role of a job or of who starts it.
    """
    roles = [item for item in policy.planned("aws_iam_role") if resource.get("role") in (item["id"], item.get("name"))]
    trusted = {
        value for role in roles for item in statements(role.get("assume_role_policy")) for _, value in item.principals
    }
    through = statement.values("kms:ViaService", "StringEquals")
    for_service = statement.values("kms:GrantIsForAWSResource", "Bool") == ("true",)
    sagemaker = bool(through) and all(name.startswith("sagemaker.") for name in through)
    return (
        statement.actions == ("kms:CreateGrant",)
        and for_service
        and sagemaker
        and bool(trusted)
        and trusted <= {SAGEMAKER, "states.amazonaws.com"}
    )
