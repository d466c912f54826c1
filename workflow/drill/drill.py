"""
A drill: the incident happens, the deployed configuration is asked who would notice, and the way back is walked.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from workflow.drill.detection import Detection, Notice
from workflow.drill.record import Record
from workflow.drill.scenario import Scenario
from workflow.drill.scene import Scene
from workflow.workspace import write_json, write_text


@dataclass(frozen=True)
class Drill:
    """How a drill went. *broken* says whether the incident changed anything; an incident that was refused did not."""

    scenario: Scenario
    records: list[Record]
    notices: list[Notice]
    broken: bool
    recovered: bool
    walked: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Somebody learns of it, and afterwards all is as before."""
        return bool(self.notices) and self.recovered

    def to_json(self) -> dict[str, Any]:
        return {
            "scenario": self.scenario.name,
            "passed": self.passed,
            "calls": [
                {name: record.get(name) for name in ("eventSource", "eventName", "awsRegion", "errorCode")}
                for record in self.records
            ],
            "prevented": not self.broken,
            "noticed_by": [asdict(notice) for notice in self.notices],
            "recovery": self.walked,
            "recovered": self.recovered,
        }


def rehearse(scenario: Scenario, scene: Scene) -> Drill:
    """
    Perform *scenario* in *scene*. Detections are read before the incident: one that the incident switches off does count,
    since the call itself is still recorded.
    """
    detection = Detection(scene.deployer, scene.regions)
    scenario.incident(scene)
    noticed = dict.fromkeys(notice for record in scene.records for notice in detection.notices(record))
    broken = not scenario.healthy(scene)
    walked = []
    for step in scenario.steps:
        if step.act is not None and broken:
            step.act(scene)
            walked.append(step.text)
    return Drill(scenario, list(scene.records), list(noticed), broken, scenario.healthy(scene), walked)


def write_report(drill: Drill, scene: Scene) -> str:
    """Write the report as Markdown and JSON below the workspace; the path of the former, relative to the repository."""
    folder = scene.workspace.folder / "drills"
    folder.mkdir(parents=True, exist_ok=True)
    write_json(folder / f"{drill.scenario.name}.json", drill.to_json())
    path = folder / f"{drill.scenario.name}.md"
    write_text(path, markdown(drill))
    return scene.workspace.relative(path)


def markdown(drill: Drill) -> str:
    scenario = drill.scenario
    lines = [f"# Drill: {scenario.title}", "", scenario.story, "", "## What was done", ""]
    for record in drill.records:
        outcome = f"refused ({record['errorCode']})" if "errorCode" in record else "done"
        parameters = json.dumps(record["requestParameters"], default=str)
        lines.append(f"- `{record['eventSource']}` `{record['eventName']}` {shortened(parameters)}: {outcome}")
    lines += ["", "It changed nothing." if not drill.broken else "It took effect.", "", "## Who notices", ""]
    lines += [
        f"- {notice.kind} `{notice.name}` in {notice.region}, by {notice.event}: {', '.join(notice.receivers)}; {notice.delay}"
        for notice in drill.notices
    ] or ["- **Nobody.**"]
    lines += [f"- {finding}, where it is on; not rehearsed here" for finding in scenario.findings]
    lines += ["", "## The way back", ""]
    lines += [f"- {step}" for step in drill.walked] or ["- Nothing had to be put right."]
    lines += ["", f"All is as before: {'yes' if drill.recovered else '**no**'}.", ""]
    return "\n".join(lines)


def shortened(text: str, longest: int = 160) -> str:
    return text if len(text) <= longest else f"{text[:longest]}..."
