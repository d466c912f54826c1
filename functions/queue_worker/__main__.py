"""
The container's entry point: work until somebody says stop.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from types import FrameType

import boto3
from botocore.config import Config

from .document import describe
from .results import Results
from .settings import Settings
from .worker import Worker

logger = logging.getLogger("queue_worker")


def main() -> None:
    logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(asctime)s %(levelname)s %(message)s")
    settings = Settings.load(os.environ)
    stop = threading.Event()

    def heed(number: int, _: FrameType | None) -> None:
        logger.info("%s: no new messages; those begun are finished", signal.Signals(number).name)
        stop.set()

    signal.signal(signal.SIGTERM, heed)
    signal.signal(signal.SIGINT, heed)
    config = Config(retries={"mode": "standard", "max_attempts": 3}, connect_timeout=2, read_timeout=30)
    results = Results(boto3.client("s3", config=config), settings.bucket, settings.prefix)
    Worker(boto3.client("sqs", config=config), settings, results, describe, stop).run()


if __name__ == "__main__":
    main()
