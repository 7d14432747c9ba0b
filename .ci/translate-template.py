"""Translates template.yaml as CloudFormation does, and fails where that is impossible."""

import os

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")

from samtranslator.translator.transform import transform  # noqa: E402
from samtranslator.yaml_helper import yaml_parse  # noqa: E402


class NoManagedPolicies:
    """The template writes out its statements, so there is nothing to look up."""

    def load(self):
        return {}


with open("template.yaml", encoding="utf-8") as file:
    template = yaml_parse(file.read())
for resource in template["Resources"].values():
    if resource["Type"] == "AWS::Serverless::Function":
        # "sam package" puts an address in place of each folder.
        resource["Properties"]["CodeUri"] = "s3://bucket/key"
translated = transform(template, {}, NoManagedPolicies())
print(f"samtranslator: {len(translated['Resources'])} resources")
