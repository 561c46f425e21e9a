"""The API as one thing: its operations, who is let in, how it fails, how all is described."""

from __future__ import annotations

from typing import Any, Final

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from agreements.api import operations, problems, statistics, vocabulary
from agreements.api.answers import Mistake, ProblemAnswer
from agreements.api.door import Bearer

DESCRIPTION: Final = """\
只读接口：查协商成果，做统计。Read-only: search the agreements of the archive, and count them.

带上级总工会发的令牌（`Authorization: Bearer …`），查到的和该工会人员登录后看到的一样；
不带令牌，只查到公开的。
With a federation's token you read what its officers read; without one, what is published.
"""
FAILURES: Final = {
    "401": "令牌不算数 The token does not count",
    "404": "没有，或者不能查看 Not there, or not for you",
    "409": "接不上上一页 The page before can't be followed: begin anew",
    "422": "参数不对 Something is wrong with a parameter",
    "503": "检索服务没有应答 The search engine is away: try again",
    "429": "查得太频繁 Too many requests: wait for Retry-After seconds",
}


class ArchiveAPI(NinjaAPI):
    """Ninja describes answers only as it sends them itself, and a token as something one must
    have."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**options)
        for model in (Mistake, ProblemAnswer):
            described = model.model_json_schema(ref_template="#/components/schemas/{model}")
            described.pop("$defs", None)
            schema["components"]["schemas"][model.__name__] = described
        for path in schema["paths"].values():
            path["get"]["responses"] |= {status: _failure(status) for status in FAILURES}
            path["get"]["security"].append({})
        return schema


def _failure(status: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/ProblemAnswer"}
    told: dict[str, Any] = {
        "description": FAILURES[status],
        "content": {problems.MEDIA_TYPE: {"schema": schema}},
    }
    if status == "429":
        told["headers"] = {"Retry-After": {"required": True, "schema": {"type": "integer"}}}
    return told


api = ArchiveAPI(
    title="一事一议 协商成果 Negotiate: the archive",
    version="1",
    description=DESCRIPTION,
    docs_url=None,  # its page fetches scripts from elsewhere
    urls_namespace="api",
    auth=Bearer(),
)
problems.register(api)
for router in (operations.router, statistics.router, vocabulary.router):
    api.add_router("", router)
