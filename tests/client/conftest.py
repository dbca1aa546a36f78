from tests.client.npm import installed_web_client

__all__ = ["installed_web_client"]
