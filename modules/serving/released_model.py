"""
The model that is served: released by training, named by digests, and run without a network.
"""

from __future__ import annotations

from typing import Annotated, Final

from bindings import Construct
from bindings.aws import SagemakerModel
from modules.errors import SettingError
from modules.imported import Imported
from modules.params import Params, text
from modules.serving.host_role import HostRole
from modules.training.workplace import Workplace

Sha256 = Annotated[str, text(r"^[0-9a-f]{64}$", "a SHA-256: 64 hexadecimal digits")]

PackageArn = Annotated[
    str,
    text(
        r"^arn:(aws|aws-us-gov|aws-cn):sagemaker:[a-z0-9-]+:[0-9]{12}:model-package/[a-z0-9-]{1,63}/[1-9][0-9]{0,8}$",
        "the ARN of a version of a model, such as arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn-dev-models/3",
    ),
]

MANIFEST: Final = "MODEL_MANIFEST_SHA256"
"""The variable by which `functions/model_serving` knows the manifest that was signed."""

SHOWN: Final = 12  # digits of the digest in the model's name, so that another model has another name


class ReleasedModelParams(Params):
    package: PackageArn
    """The version of the model that the owner approved; its group is that of the training deployment."""

    artefact_sha256: Sha256
    """Digest of the model's archive. It was signed, and is the folder in which the model was released."""

    manifest_sha256: Sha256
    """Digest of the manifest in the archive, as the signed evaluation says it; the endpoint loads no other files."""


class ReleasedModel(Construct):
    """
    A model of SageMaker from what training has *released*, in the image that training pinned.

    Only training's own release, which has verified approval, signature and digests, writes there; an endpoint's role reads
    nothing else that could be a model. Raises `SettingError` for a version of another group.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        params: ReleasedModelParams,
        *,
        released: Imported,
        role: HostRole,
        place: Workplace,
    ) -> None:
        super().__init__(scope, id)
        pipeline = place.pipeline
        training = str(released.store.origin).partition("/")[0]
        wanted = pipeline.arn("sagemaker", f"model-package/{training}-models/")
        if not params.package.startswith(wanted):
            raise SettingError(
                ("parameters", "model", "package"),
                f"{params.package} is no version of the models of {training}, whose releases are imported; "
                f"versions of those are {wanted}<number>",
            )
        self.model = SagemakerModel(
            self,
            "model",
            name=pipeline.resource_name(params.artefact_sha256[:SHOWN]),
            execution_role_arn=role.arn,
            enable_network_isolation=True,
            primary_container={
                "image": place.image,
                "model_data_url": f"{released.files}{params.artefact_sha256}/model.tar.gz",
                "environment": {MANIFEST: params.manifest_sha256},
            },
            vpc_config={"security_group_ids": role.groups, "subnets": role.subnets},
            tags={"classification": pipeline.classification, "model_package": params.package},
            lifecycle={"create_before_destroy": True},
            depends_on=[role.policy],
        )
