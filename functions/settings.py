"""What an operator sets: variables of `wrangler.toml`, and secrets of the deployment. Each has its name in capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError

from functions.deployment import ApiSettings
from shared.domain.site_state import Limits
from shared.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.adapters.archives.hosts import ArchiveHosts

__all__ = ["Settings"]

_NO_SECRET: Final = SecretStr("")
_CALLBACK_DELAYS: Final = (2, 12, 60, 360, 1440)
"""Waits between attempts at a callback, in base delays: 10 s to 2 h."""
_GATEWAY_HOST: Final = "//gateway.ai.cloudflare.com/"
_OPENAI: Final = "https://api.openai.com"
_HOW_TO_SET_SECRET: Final = "set it with `npx wrangler secret put {name}`"  # noqa: S105 - a command
_HOW_TO_SET_VARIABLE: Final = "correct it under [vars] in wrangler.toml"


def _split(value: object) -> object:
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


class Settings(BaseModel):
    """Everything has a default, so that a deployment answers and says what it lacks; `need` asks for what has none."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    public_url: str = ""
    """The deployment's address, for links in callbacks and answers."""
    inkdex_secret: SecretStr = _NO_SECRET
    """The secret from which those of hooks, deploy hooks and callbacks derive."""
    admin_token: SecretStr = _NO_SECRET
    """For the admin routes."""
    api_token: SecretStr = _NO_SECRET
    """For clients that start builds."""
    open_jobs: bool = False
    """Whether anybody may start builds."""
    callback_hosts: Annotated[tuple[str, ...], BeforeValidator(_split)] = ()
    """Hosts, with commas between them, that callbacks may go to although they are private."""
    max_body_bytes: Annotated[int, Field(ge=1_000, le=100_000_000)] = 1_000_000
    """Of hooks and JSON bodies."""
    max_upload_bytes: Annotated[int, Field(ge=1_000, le=100_000_000)] = 25_000_000
    """Of uploaded archives."""
    query_cap_per_day: Annotated[int, Field(ge=0)] = 10_000
    """Queries of one site that are embedded in a day, UTC."""
    query_timeout_s: Annotated[float, Field(gt=0, le=60)] = 3.0

    github_api_url: str = "https://api.github.com"
    github_token: SecretStr = _NO_SECRET

    archive_hosts: Annotated[tuple[str, ...], BeforeValidator(_split)] = ()
    """Hosts, with commas between them, whose repositories are read although they are private or speak no https."""
    archive_tokens: SecretStr = _NO_SECRET
    """JSON of a token for each GitLab, Gitea or Forgejo that needs one, such as `{"git.example.org": "token"}`. Whoever
    may start builds can build what the tokens can read."""

    openai_base_url: str = f"{_OPENAI}/v1"
    """Where embeddings come from: OpenAI, an API like it, or an AI Gateway's address that ends with `/openai`."""
    openai_api_key: SecretStr = _NO_SECRET
    cf_aig_token: SecretStr = _NO_SECRET
    """Of an authenticated AI Gateway, which may hold the key itself."""
    embed_model: str = "text-embedding-3-small"
    embed_dimensions: Annotated[int, Field(ge=32, le=3072)] = 384
    embed_timeout_s: Annotated[float, Field(gt=0, le=600)] = 60.0
    embed_max_attempts: Annotated[int, Field(ge=1, le=20)] = 4
    """Of one request, within one attempt of a step."""

    silent_s: Annotated[float, Field(gt=0)] = 300.0
    """After such a time without a word, a step is sent again."""
    max_build_s: Annotated[float, Field(gt=0)] = 6 * 3600.0
    retry_base_s: Annotated[float, Field(ge=0, le=60)] = 5.0
    """A failed step is repeated after twice this, then after twice as long each time, up to ten minutes.

    A failed callback is repeated after twice this, and at last after 1,440 times as long.
    """
    inline_s: Annotated[float, Field(ge=0)] = 8.0
    """How long a round of planning may run steps itself."""

    @classmethod
    def read(cls, variable: Callable[[str], object]) -> Self:
        """From what `variable` gives for a name in capitals: a string, or anything else if it is not set.

        Raises:
            ConfigurationError: a value is no good; its name is told, the value is not.
        """
        names = {field: field.upper() for field in cls.model_fields}
        found = {field: value for field, name in names.items() if isinstance(value := variable(name), str) and value}
        try:
            return cls.model_validate(found)
        except ValidationError as error:
            places = {str(item["loc"][0]).upper(): item["msg"] for item in error.errors(include_input=False)}
            told = "; ".join(f"{name}: {problem}" for name, problem in places.items())
            raise ConfigurationError(f"{told}; {_HOW_TO_SET_VARIABLE}", setting=min(places)) from None

    def need(self, field: str) -> str:
        """The value of a secret.

        Raises:
            ConfigurationError: it is not set.
        """
        secret: SecretStr = getattr(self, field)
        if not secret.get_secret_value():
            name = field.upper()
            raise ConfigurationError(f"{name} is not set; {_HOW_TO_SET_SECRET.format(name=name)}", setting=name)
        return secret.get_secret_value()

    @property
    def can_embed(self) -> bool:
        """Whether there is a key, or a gateway that may hold it."""
        return bool(
            self.openai_api_key.get_secret_value() or (self.uses_gateway and self.cf_aig_token.get_secret_value())
        )

    @property
    def uses_gateway(self) -> bool:
        """OpenAI itself must not see a gateway's token. A gateway that has one may have an address of one's own."""
        if self.openai_base_url.startswith(_OPENAI):
            return False
        return _GATEWAY_HOST in self.openai_base_url or bool(self.cf_aig_token.get_secret_value())

    @property
    def git_hosts(self) -> ArchiveHosts:
        """Raises `ConfigurationError` if the tokens are not as they should be."""
        from shared.adapters.archives.hosts import ArchiveHosts, read_tokens

        return ArchiveHosts(self.archive_hosts, read_tokens(self.archive_tokens.get_secret_value()))

    @property
    def limits(self) -> Limits:
        delays_s = tuple(self.retry_base_s * factor for factor in _CALLBACK_DELAYS)
        return Limits(silent_s=self.silent_s, max_build_s=self.max_build_s, callback_delays_s=delays_s)

    @property
    def api(self) -> ApiSettings:
        """Those of the HTTP side."""
        return ApiSettings(
            public_url=self.public_url,
            secret=self.inkdex_secret.get_secret_value(),
            admin_token=self.admin_token.get_secret_value(),
            api_token=self.api_token.get_secret_value(),
            open_jobs=self.open_jobs,
            callback_hosts=self.callback_hosts,
            max_body_bytes=self.max_body_bytes,
            max_upload_bytes=self.max_upload_bytes,
            query_cap_per_day=self.query_cap_per_day,
            query_timeout_s=self.query_timeout_s,
        )
