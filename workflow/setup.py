"""
Make the toolchain: `make setup` runs this with any Python 3.11, before anything else of the project can run.

Two environments from hashed requirements (Checkov pins old libraries, so it has one of its own), Terraform of a fitting
version, and its provider from a mirror or the public registry. Everything lands below the repository.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import venv
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOOLCHAIN = ROOT / "build" / "toolchain"
ENVIRONMENTS = {".venv": "toolkit.txt", ".venv-checkov": "checkov.txt"}
OLDEST_PYTHON = (3, 11)
OLDEST_TERRAFORM, NEWEST_TERRAFORM = (1, 10, 0), (2, 0, 0)
TERRAFORM_RELEASE = "1.11.4"
# SHA-256 of the release archives, as HashiCorp publishes them beside the archives
TERRAFORM_DIGESTS = {
    "darwin_amd64": "a56d5002b9f7647291faccc3dd1a70350e60fb61e4c45037629508b8fdc2575b",
    "darwin_arm64": "867e0808fa971217043e25b7a792b10720c79b1546f8a68479b74f138be73e18",
    "linux_arm64": "a43d1d0da9b9bab214a8305a39db0e40869572594ccf50c416a7756499143633",
    "linux_amd64": "1ce994251c00281d6845f0f268637ba50c0005657eb3cf096b92f753b42ef4dc",
}
PROVIDER = ("hashicorp/aws", "5.100.0")
MIRROR_FOLDER = "registry.terraform.io"
MIRROR_DEPTH = 3  # levels below the root of the file system that are searched for a mirror
SKIPPED_FOLDERS = {"proc", "sys", "dev", "run", "tmp", "old_root"}
DOWNLOAD_SECONDS = 60


class SetupError(Exception):
    """Something a person has to mend before the toolchain can be made."""


def main() -> int:
    if sys.version_info < OLDEST_PYTHON:
        print(f"setup: Python {platform.python_version()} is too old; run make with PYTHON=python3.11", file=sys.stderr)
        return 2
    try:
        TOOLCHAIN.mkdir(parents=True, exist_ok=True)
        with ThreadPoolExecutor() as pool:  # pip mostly waits for the index and the disk
            made = [
                pool.submit(make_environment, ROOT / folder, ROOT / "requirements" / requirements)
                for folder, requirements in ENVIRONMENTS.items()
            ]
        for each in made:
            each.result()
        binary, version = terraform()
        mirror = provider_mirror()
        write_settings(mirror)
        lock_provider(binary, mirror)
    except (SetupError, OSError) as error:
        print(f"setup: {error}", file=sys.stderr)
        return 2
    record = {"terraform": binary, "version": version, "provider_mirror": str(mirror) if mirror else None}
    (TOOLCHAIN / "toolchain.json").write_text(json.dumps(record, indent=2) + "\n")
    print(f"setup: Python {platform.python_version()}, Terraform {version}, provider {' '.join(PROVIDER)}"
          f"{f' from the mirror {mirror}' if mirror else ''}")  # fmt: skip
    return 0


def make_environment(folder: Path, requirements: Path) -> None:
    """A virtual environment with exactly *requirements*; one that has them already is left alone."""
    stamp = folder / ".requirements"
    digest = hashlib.sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return
    print(f"setup: installing {requirements.name} into {folder.name}", flush=True)
    venv.create(folder, with_pip=True, clear=True)
    python = folder / "bin" / "python"
    command = [
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
        "--no-deps",
    ]
    done = subprocess.run([*command, "-r", str(requirements)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupError(
            f"pip could not install requirements/{requirements.name}; is the package index reachable?\n{tail(done.stderr)}"
        )
    stamp.write_text(digest)


def terraform() -> tuple[str, str]:
    """Path and version: what `TERRAFORM_BINARY` names, else what is on PATH if it fits, else the pinned release."""
    named = os.environ.get("TERRAFORM_BINARY")
    if named:
        found = shutil.which(named)
        if found is None:
            raise SetupError(f"TERRAFORM_BINARY names {named}, which is no program; name one, or unset it")
        version = terraform_version(found)
        if not fits(version):
            raise SetupError(f"TERRAFORM_BINARY names version {version}; {wanted()}")
        return found, version
    found = shutil.which("terraform")
    if found and fits(version := terraform_version(found)):
        return found, version
    if found:
        print(f"setup: {found} is version {version}; {wanted()}")
    binary = str(download_terraform())
    return binary, terraform_version(binary)


def wanted() -> str:
    return f"1.10 or newer and older than 2 is needed, such as {TERRAFORM_RELEASE}"


def terraform_version(binary: str) -> str:
    """What the program says of itself; OpenTofu answers the same way."""
    done = subprocess.run(
        [binary, "version", "-json"], capture_output=True, text=True, check=False, env=bare_environment()
    )
    match = re.search(r'"terraform_version":\s*"([^"]+)"', done.stdout)
    if match is None:
        raise SetupError(f"{binary} does not say its version; is it Terraform?")
    return match[1]


def fits(version: str) -> bool:
    numbers = tuple(int(number) for number in re.findall(r"\d+", version)[:3])
    return OLDEST_TERRAFORM <= numbers < NEWEST_TERRAFORM


def download_terraform() -> Path:
    """The pinned release from HashiCorp, checked against its digest."""
    target = TOOLCHAIN / f"terraform-{TERRAFORM_RELEASE}"
    if target.is_file():
        return target
    machine = {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    kind = f"{platform.system().lower()}_{machine}"
    if kind not in TERRAFORM_DIGESTS:
        raise SetupError(f"no Terraform release is pinned for {kind}; install Terraform yourself: {wanted()}")
    url = f"https://releases.hashicorp.com/terraform/{TERRAFORM_RELEASE}/terraform_{TERRAFORM_RELEASE}_{kind}.zip"
    print(f"setup: downloading {url}", flush=True)
    try:
        with urllib.request.urlopen(url, timeout=DOWNLOAD_SECONDS) as answer:
            archive = answer.read()
    except (urllib.error.URLError, TimeoutError) as error:
        raise SetupError(
            f"Terraform is not on PATH and cannot be downloaded ({error}); install it ({wanted()}), "
            "or name it with TERRAFORM_BINARY"
        ) from error
    if hashlib.sha256(archive).hexdigest() != TERRAFORM_DIGESTS[kind]:
        raise SetupError(f"{url} does not have the digest it was published with; nothing was installed")
    partial = target.with_suffix(".partial")
    partial.write_bytes(zipfile.ZipFile(io.BytesIO(archive)).read("terraform"))
    partial.chmod(0o755)
    return partial.rename(target)


def provider_mirror() -> Path | None:
    """The folder that holds a mirror with our provider, or None for the public registry."""
    named = os.environ.get("MILLRACE_PROVIDER_MIRROR")
    if named:
        if not holds_provider(Path(named)):
            raise SetupError(
                f"MILLRACE_PROVIDER_MIRROR names {named}, which has no {MIRROR_FOLDER}/{'/'.join(PROVIDER)}; "
                "name the folder that holds it, or unset the variable"
            )
        return Path(named).resolve()
    return next((folder for folder in mirror_candidates() if holds_provider(folder)), None)


def mirror_candidates() -> Iterator[Path]:
    """Terraform's implied mirrors, then folders near the root of the file system."""
    home = Path.home()
    yield home / ".terraform.d" / "plugins"
    yield home / ".local" / "share" / "terraform" / "plugins"
    yield Path("/usr/local/share/terraform/plugins")
    yield Path("/usr/share/terraform/plugins")
    level = [Path("/")]
    for _ in range(MIRROR_DEPTH):
        yield from level
        level = [folder for parent in level for folder in subfolders(parent)]


def subfolders(parent: Path) -> list[Path]:
    try:
        entries = sorted(parent.iterdir())
    except OSError:
        return []
    return [
        entry for entry in entries if entry.name not in SKIPPED_FOLDERS and entry.is_dir() and not entry.is_symlink()
    ]


def holds_provider(folder: Path) -> bool:
    source, version = PROVIDER
    try:
        names = [entry.name for entry in (folder / MIRROR_FOLDER / source).iterdir()]
    except OSError:
        return False
    return any(version == name or f"_{version}_" in name for name in names)


def write_settings(mirror: Path | None) -> None:
    """Terraform's command-line configuration, the same whatever the user's own says."""
    lines = ["disable_checkpoint = true\n"]
    if mirror:
        lines += ["provider_installation {\n", f"  filesystem_mirror {{ path = {json.dumps(str(mirror))} }}\n", "}\n"]
    (TOOLCHAIN / "terraform.rc").write_text("".join(lines))


def lock_provider(binary: str, mirror: Path | None) -> None:
    """The lock file all stacks share, made once per Terraform, provider, mirror and platform."""
    source, version = PROVIDER
    key = json.dumps([binary, source, version, str(mirror), platform.platform()])
    stamp, lock = TOOLCHAIN / "lock.key", TOOLCHAIN / ".terraform.lock.hcl"
    if lock.is_file() and stamp.is_file() and stamp.read_text() == key:
        return
    block = {"terraform": {"required_providers": {"aws": {"source": source, "version": version}}}}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "main.tf.json").write_text(json.dumps(block))
        environment = bare_environment() | {"TF_CLI_CONFIG_FILE": str(TOOLCHAIN / "terraform.rc")}
        command = [binary, "init", "-input=false", "-no-color", "-backend=false"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
        if done.returncode:
            raise SetupError(
                f"the provider {source} {version} cannot be obtained; give access to the public registry, or put a mirror in "
                f"place and name it with MILLRACE_PROVIDER_MIRROR\n{tail(done.stderr)}"
            )
        shutil.copyfile(Path(folder, ".terraform.lock.hcl"), lock)
    stamp.write_text(key)


def bare_environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TF_")}
    return kept | {"CHECKPOINT_DISABLE": "1"}


def tail(text: str) -> str:
    return "\n".join(line for line in text.splitlines()[-15:] if line.strip())


if __name__ == "__main__":
    sys.exit(main())
