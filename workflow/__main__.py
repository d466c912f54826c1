"""
Every verb as one command; `make` calls it. `python -m workflow --help` lists them.
"""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn

from modules.errors import InputError, Interrupted, MillraceError
from workflow.verbs import approving, looking, planning, running, writing
from workflow.verbs.application import app

VERBS = (looking, planning, approving, running, writing)
YOUNG = 50_000  # objects between two looks for garbage; at Python's 700 a tenth of synth goes into finding none
INTERRUPTED = 130  # what shells give for a program that ended by an interrupt
NOT_OURS = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.EEXIST}
FULL = {errno.ENOSPC, errno.EDQUOT}


def interrupt(*_: object) -> NoReturn:
    """The first interrupt ends the verb; later ones do not disturb it in ending."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    raise KeyboardInterrupt


def leave(code: int) -> int:
    """*code*, after what could not be written is forgotten: the interpreter would try once more, and complain, at its end."""
    with suppress(OSError):
        sys.stdout.close()
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    return code


def main() -> int:
    """Run a verb; an error a person can cause is a message and an exit code, a bug is a traceback."""
    gc.set_threshold(YOUNG)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)
    try:
        app(prog_name="millrace")
    except MillraceError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except Interrupted as error:
        sys.unraisablehook = lambda _: (
            None
        )  # a terminal interrupts CDKTF's Node too, and its exit handler would complain
        print(error, file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        if error.errno in FULL:  # told by the system without the name of a file
            print(
                f"{error.filename or 'a file or the output'}: {error.strerror}; make room and try again",
                file=sys.stderr,
            )
            return leave(InputError.exit_code)
        if error.errno not in NOT_OURS or error.filename is None:
            raise
        print(f"{error.filename}: {error.strerror}; make the place writable and try again", file=sys.stderr)
        return InputError.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
