"""Callback URLs: public https hosts only, however an address is spelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.callback_urls import check_callback_url
from shared.errors import InputError

if TYPE_CHECKING:
    import ipaddress


def is_accepted(url: str, *allowed: str) -> bool:
    try:
        check_callback_url(url, allowed)
    except InputError:
        return False
    return True


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com",
        "https://example.com/done?job=1#x",
        "https://EXAMPLE.com:8443/done",
        "https://hooks.example.co.uk/a/b",
        "https://xn--bcher-kva.example.com/",
        "https://8.8.8.8/done",
        "https://[2606:4700:4700::1111]/done",
    ],
)
def test_public_addresses_are_accepted(url: str) -> None:
    assert is_accepted(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.com/done",
        "//example.com/done",
        "http://example.com/",
        "ftp://example.com/",
        "javascript:alert(1)",
        "https:///done",
        "https://",
        "https://user@example.com/",
        "https://user:password@example.com/",
        "https://@example.com/",
        "https://example.com:/",
        "https://example.com:0x50/",
        "https://example.com:99999/",
        "https://example.com\\@localhost/",
        "https://exam ple.com/",
        "https://example.com/\r\nHost: localhost",
        "https://bücher.example.com/",
        "https://example%2ecom/",
        "https://localhost/",
        "https://localhost./",
        "https://LOCALHOST:8443/",
        "https://a.localhost/",
        "https://printer.local/",
        "https://metadata.google.internal/",
        "https://metadata/",
        "https://intranet/",
        "https://service.default.svc.cluster.local/",
        "https://router.home.arpa/",
        "https://a..example.com/",
        "https://-a.example.com/",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.1/",
        "https://0177.0.0.1/",
        "https://127.0.0.1./",
        "https://0.0.0.0/",
        "https://10.1.2.3/",
        "https://172.16.0.1/",
        "https://192.168.1.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://100.64.0.1/",
        "https://100.100.100.200/",
        "https://224.0.0.1/",
        "https://255.255.255.255/",
        "https://256.1.1.1/",
        "https://[::1]/",
        "https://[::]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:8.8.8.8]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[fe80::1]/",
        "https://[fe80::1%25eth0]/",
        "https://[fd00::1]/",
        "https://[ff02::1]/",
        "https://[::7f00:1]/",
        "https://[127.0.0.1]/",
        "https://[example.com]/",
        "https://[::1/",
        "https://example.com/" + "a" * 2000,
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    assert not is_accepted(url)


def test_hosts_that_are_named_are_trusted() -> None:
    assert is_accepted("http://localhost:9000/done", "localhost:9000")
    assert is_accepted("https://10.0.0.7/done", "10.0.0.7")
    assert is_accepted("http://[::1]:9000/done", "[::1]:9000") or not is_accepted("http://[::1]:9000/done")
    assert not is_accepted("http://localhost:9001/done", "localhost:9000")
    assert not is_accepted("http://localhost.example.com/", "localhost")
    assert not is_accepted("ftp://localhost/", "localhost")
    assert not is_accepted("https://user@localhost/", "localhost")


@given(st.ip_addresses(v=4))
def test_every_spelling_of_a_private_address_is_refused(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    assert is_accepted(f"https://{address}/") <= (address.is_global and not address.is_multicast)
    assert not is_accepted(f"https://{number}/")
    assert not is_accepted(f"https://{number:#x}/")
    assert not is_accepted(f"https://0{number:o}/")
    assert not is_accepted(f"https://[::ffff:{address}]/")
    assert not is_accepted(f"https://[64:ff9b::{address}]/")
    first, *rest = str(address).split(".")
    assert not is_accepted(f"https://{int(first):#x}.{'.'.join(rest)}/")


@given(st.ip_addresses(v=6))
def test_private_addresses_of_version_six_are_refused(address: ipaddress.IPv6Address) -> None:
    assert is_accepted(f"https://[{address}]/") <= address.is_global


@given(st.text(max_size=60))
def test_any_text_is_accepted_or_refused(text: str) -> None:
    is_accepted(text)
    is_accepted(f"https://{text}")
    is_accepted(f"https://[{text}]/")
