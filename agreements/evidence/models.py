"""The evidence that goes with a completed paper."""

from django.db import models

from agreements.papers.models import Paper


class Evidence(models.Model):
    """`content`: canonical JSON, as it was signed; `signature`: the platform's over these bytes
    (Base64); `certificate`: the platform's (PEM). Made once, in the act that completes it."""

    paper = models.OneToOneField(Paper, models.CASCADE, related_name="evidence")
    content = models.TextField()
    signature = models.TextField()
    certificate = models.TextField()

    def __str__(self) -> str:
        return f"evidence of {self.paper}"
