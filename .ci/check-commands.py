"""Checks the commands of the AWS CLI in the documentation: that it takes their arguments.

Each shell block is run with stand-ins for all programs that would change something. That of the AWS
CLI keeps its arguments, and answers with a word, so that loops over answers run once. The CLI then
reads the arguments, and is stopped when it would send its first request.
"""

import contextlib
import io
import os
import pathlib
import re
import subprocess
import sys

os.environ |= {"AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none"}

from awscli.clidriver import create_clidriver  # noqa: E402

STAND_INS = """
set -e
aws() { printf '%s\\0' "$@" >&3; printf '\\n\\0' >&3; echo arn:aws:service:us-east-1:123456789012:answer; }
sam() { :; }; mvn() { :; }; git() { :; }; sleep() { :; }; ./seed() { :; }; ./mvnw() { :; }; curl() { :; }
output() { aws output; }; resources() { aws resources; }; functions() { aws functions; }
STACK=paper-reviews ENVIRONMENT=default table=table
"""


class Sent(Exception):
    """The CLI took the arguments, and would send a request."""


def commands(block):
    """The arguments of each call of the AWS CLI in a block."""
    reading, writing = os.pipe()
    # The stand-ins write to descriptor 3.
    shell = subprocess.Popen(
        ["bash", "-c", f'exec 3>&{writing}; eval "$0"', STAND_INS + block],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        calls = pipe.read().split("\n\0")
    if shell.wait() != 0:
        sys.exit(f"The shell does not run this:\n{block}")
    return [call.split("\0")[:-1] for call in calls[:-1]]


def fault(arguments):
    """What the CLI says against arguments, or nothing."""
    sent = []

    def stop(request, **_):
        sent.append(request.url)
        raise Sent

    driver = create_clidriver()
    driver.session.register("before-send", stop)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed), contextlib.suppress(SystemExit):
        driver.main(arguments)
    return None if sent else printed.getvalue()


checked = 0
faults = []
for page in ["README.md", *sorted(map(str, pathlib.Path("docs").glob("*.md")))]:
    text = pathlib.Path(page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    # Commands within sentences, too.
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    blocks += [" ".join(command.split()) for command in re.findall(r"`(aws [^`]+)`", prose)]
    for block in filter(lambda block: re.search(r"\baws ", block), blocks):
        calls = "".join(f"{name} word word\n" for name in re.findall(r"^(\w+)\(\)", block, re.MULTILINE))
        for arguments in commands(block + "\n" + calls):
            # One word is a stand-in for a function that the page defines.
            if len(arguments) > 1:
                checked += 1
                wrong = fault(arguments)
                if wrong is not None:
                    faults.append(f"{page}: aws {' '.join(arguments)}\n{wrong}")
if faults:
    sys.exit("\n".join(faults))
print(f"AWS CLI: it takes the arguments of {checked} commands in the documentation")
