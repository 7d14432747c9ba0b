"""Checks template.yaml beyond its tests: strictly, as written and as SAM translates it.

For each environment of samconfig.toml, the template is translated with that environment's
parameters and linted again, since some faults, such as resources that wait for each other, show
only in what CloudFormation gets.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")

from samtranslator.translator.transform import transform  # noqa: E402
from samtranslator.yaml_helper import yaml_parse  # noqa: E402


class NoManagedPolicies:
    """The template names no managed policy by its short name, so there is nothing to look up."""

    def load(self):
        return {}


def lint(path, *options):
    # With the rules that only inform, too.
    subprocess.run(["cfn-lint", "--include-checks", "I", *options, "--", path], check=True)


def translated(overrides):
    with open("template.yaml", encoding="utf-8") as file:
        template = yaml_parse(file.read())
    unknown = overrides.keys() - template["Parameters"].keys()
    if unknown:
        sys.exit(f"samconfig.toml sets parameters that template.yaml does not have: {sorted(unknown)}")
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            # "sam package" puts an address in place of each folder.
            resource["Properties"]["CodeUri"] = "s3://bucket/key"
    return transform(template, dict(overrides), NoManagedPolicies())


def versions(template):
    return [name for name, resource in template["Resources"].items() if resource["Type"] == "AWS::Lambda::Version"]


def check_schedules(template):
    """Each alias is invoked by a schedule that is on, once a day."""
    resources = template["Resources"].values()
    targets = [
        resource["Properties"]["Target"]["Arn"]["Ref"]
        for resource in resources
        if resource["Type"] == "AWS::Scheduler::Schedule"
        and resource["Properties"]["ScheduleExpression"] == "rate(1 day)"
        and resource["Properties"]["State"] == {"Fn::If": ["KeepsWarm", "ENABLED", "DISABLED"]}
    ]
    aliases = [name for name, resource in template["Resources"].items() if resource["Type"] == "AWS::Lambda::Alias"]
    assert sorted(targets) == sorted(aliases), targets


def check_names(template):
    """IAM takes names of 64 characters: of the stack, of the resource, and 13 at random, with hyphens between."""
    with open("bootstrap.yaml", encoding="utf-8") as file:
        pattern = yaml_parse(file.read())["Parameters"]["StackName"]["AllowedPattern"]
    longest = 1 + int(re.fullmatch(r".*\{0,(\d+)\}\$", pattern)[1])
    limited = ("AWS::IAM::Role", "AWS::Lambda::Function", "AWS::Scheduler::Schedule")
    for name, resource in template["Resources"].items():
        if resource["Type"] in limited:
            assert longest + 1 + len(name) + 1 + 13 <= 64, name


def check_json(template):
    """Parses the JSON within the template: placeholders stand within its texts only."""
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::CloudWatch::Dashboard":
            widgets = json.loads(resource["Properties"]["DashboardBody"]["Fn::Sub"])["widgets"]
            assert all(widget["properties"]["region"] for widget in widgets)
        if resource["Type"] == "AWS::ApiGatewayV2::Stage":
            line = json.loads(resource["Properties"]["AccessLogSettings"]["Format"])
            # Unquoted, a value that is missing would be a lone "-".
            assert all(isinstance(value, str) for value in line.values())


for path in ("template.yaml", "bootstrap.yaml"):
    lint(path)
    print(f"cfn-lint: {path} is clean")
with open("samconfig.toml", "rb") as file:
    config = tomllib.load(file)
for name, environment in config.items():
    if name == "version":
        continue
    overrides = environment["deploy"]["parameters"].get("parameter_overrides", "")
    result = translated(dict(override.split("=", 1) for override in overrides.split()))
    check_json(result)
    check_schedules(result)
    check_names(result)
    # Lambda would refuse a version that differs in nothing but the concurrency.
    assert versions(result) == versions(translated({"ReservedConcurrency": "7"}))
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(result, file)
        file.flush()
        # W2001: SAM has put the value of AllowedOrigins in already, so nothing refers to it.
        # W1001: SAM makes deployment groups only with Canary, and then their alarms are there, too.
        lint(file.name, "--ignore-checks", "W2001", "W1001")
    print(f"cfn-lint: {len(result['Resources'])} resources are clean, translated for {name}")
