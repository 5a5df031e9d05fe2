"""Making the private bucket that a portal under test writes to."""

from collections.abc import Mapping

import boto3


def make_bucket(environment: Mapping[str, str]) -> None:
    """Create the bucket that the S3 settings name; nothing when files are kept in a folder."""
    if bucket := environment.get("STORAGE_BUCKET"):
        boto3.client(
            "s3",
            endpoint_url=environment["S3_ENDPOINT_URL"],
            aws_access_key_id=environment["S3_ACCESS_KEY"],
            aws_secret_access_key=environment["S3_SECRET_KEY"],
            region_name=environment["S3_REGION"],
        ).create_bucket(Bucket=bucket)
