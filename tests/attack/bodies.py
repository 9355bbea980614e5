"""The least body and query that a route takes, by its own OpenAPI description: enough to come to who may."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

FORMATS = {
    "uuid": "00000000-0000-4000-8000-000000000001",
    "date": "2026-11-25",
    "date-time": "2026-11-25T01:00:00+00:00",
    "binary": "x",
}


class Bodies:
    """Makes them of one document; ``named`` are values for fields of some names, wherever they stand."""

    def __init__(self, document: Mapping[str, Any], named: Mapping[str, Any]) -> None:
        self._document = document
        self._named = named

    def of(self, operation: Mapping[str, Any]) -> dict[str, Any]:
        """What httpx is to send: query, and JSON or a form."""
        sent: dict[str, Any] = {"params": self._query(operation)}
        content = operation.get("requestBody", {}).get("content", {})
        if "application/json" in content:
            sent["json"] = self.least(content["application/json"]["schema"])
        elif "multipart/form-data" in content:
            made = self.least(content["multipart/form-data"]["schema"])
            made.pop("file", None)
            sent |= {"files": {"file": ("x.csv", b"a,b\n1,2\n", "text/csv")}, "data": made}
        return sent

    def _query(self, operation: Mapping[str, Any]) -> dict[str, Any]:
        wanted = [each for each in operation.get("parameters", ()) if each["in"] == "query"]
        return {each["name"]: self.value(each["name"], each["schema"]) for each in wanted if each["required"]}

    def value(self, name: str, schema: Mapping[str, Any]) -> Any:
        """A field's value: the one for its name, or the least of its kind."""
        return self._named[name] if name in self._named else self.least(schema)

    def least(self, schema: Mapping[str, Any]) -> Any:
        """The least value of a schema."""
        if "$ref" in schema:
            return self.least(self._document["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
        for choice in ("anyOf", "oneOf", "allOf"):
            if choice in schema:
                return self.least(schema[choice][0])
        if "const" in schema or "enum" in schema:
            return schema.get("const") or schema["enum"][0]
        return self._of_kind(schema)

    def _of_kind(self, schema: Mapping[str, Any]) -> Any:
        match schema.get("type"):
            case "object":
                fields = schema.get("properties", {})
                wanted = [
                    each for each in fields if each in schema.get("required", ()) or each in self._named
                ]
                return {each: self.value(each, fields[each]) for each in wanted}
            case "array":
                return [self.least(schema["items"])] * schema.get("minItems", 0)
            case "integer" | "number":
                return schema.get("minimum", schema.get("exclusiveMinimum", 0) + 1)
            case "boolean":
                return False
            case "string":
                return FORMATS.get(schema.get("format", ""), "测" * max(1, schema.get("minLength", 1)))
            case _:
                return None
