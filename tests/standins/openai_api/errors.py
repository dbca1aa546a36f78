"""The original's refusals: a status, and a body with message, type, parameter and code."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """What a request is refused with."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        kind: str = "invalid_request_error",
        param: str | None = None,
        code: str | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.body: dict[str, Any] = {"error": {"message": message, "type": kind, "param": param, "code": code}}


def bad_request(message: str, *, param: str | None = None, code: str | None = None) -> ApiError:
    return ApiError(400, message, param=param, code=code)


def missing_parameter(name: str) -> ApiError:
    return bad_request(f"Missing required parameter: '{name}'.", param=name, code="missing_required_parameter")


def invalid_value(name: str, value: object, supported: list[str]) -> ApiError:
    shown = ", ".join(f"'{each}'" for each in supported)
    return bad_request(f"Invalid value: '{value}'. Supported values are: {shown}.", param=name, code="invalid_value")


def unknown_model(model: object) -> ApiError:
    message = f"The model `{model}` does not exist or you do not have access to it."
    return ApiError(404, message, code="model_not_found")


def missing_key() -> ApiError:
    return ApiError(
        401,
        "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth "
        "(i.e. Authorization: Bearer YOUR_KEY). You can obtain an API key from "
        "https://platform.openai.com/account/api-keys.",
    )


def wrong_key(sent: str) -> ApiError:
    shown = sent[:4] + "*" * 8 + sent[-4:]
    message = (
        f"Incorrect API key provided: {shown}. "
        "You can find your API key at https://platform.openai.com/account/api-keys."
    )
    return ApiError(401, message, code="invalid_api_key")


def unknown_path(method: str, path: str) -> ApiError:
    return ApiError(404, f"Invalid URL ({method} {path})")


def wrong_method(method: str, path: str) -> ApiError:
    message = f"Not allowed to {method} on {path}. (HINT: Perhaps you meant to use a different HTTP method?)"
    return ApiError(405, message, code="method_not_supported")


def unreadable_json() -> ApiError:
    return bad_request(
        "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP library "
        "correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON. If you have trouble "
        "figuring out how to fix this, please contact us through our help center at help.openai.com.)"
    )


def wrong_content_type(sent: str, wanted: str) -> ApiError:
    return bad_request(
        f"Unsupported content type: '{sent}'. This API method only accepts '{wanted}' requests, but you specified the "
        f"header 'Content-Type: {sent}'. Please try again with a supported content type.",
        code="unsupported_content_type",
    )
