"""A value that fits a JSON schema, for answers that must have one."""

from __future__ import annotations

from typing import Any


def example_of(schema: dict[str, Any], text: str, root: dict[str, Any] | None = None) -> Any:
    """The smallest value that the usual keywords allow. Strings hold `text`; a property's name comes first."""
    root = root if root is not None else schema
    if "$ref" in schema:
        return example_of(_resolve(root, schema["$ref"]), text, root)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    for choice in ("anyOf", "oneOf", "allOf"):
        if choice in schema:
            return example_of(schema[choice][0], text, root)
    kind = schema.get("type", "object" if "properties" in schema else "string")
    match kind[0] if isinstance(kind, list) else kind:
        case "object":
            properties = schema.get("properties", {})
            return {name: example_of(inner, f"{name}: {text}", root) for name, inner in properties.items()}
        case "array":
            return [example_of(schema.get("items", {}), text, root)] * max(1, schema.get("minItems", 1))
        case "integer" | "number":
            return schema.get("minimum", 0)
        case "boolean":
            return True
        case "null":
            return None
        case _:
            return text[: schema.get("maxLength", len(text))]


def _resolve(root: dict[str, Any], reference: str) -> dict[str, Any]:
    found = root
    for name in reference.removeprefix("#/").split("/"):
        found = found[name]
    return found
