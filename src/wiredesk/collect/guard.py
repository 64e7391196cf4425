"""Which addresses may be connected to. A page on the web may point anywhere: without this, a feed could read the
router's pages or a cloud's metadata. The name is resolved once, every address checked, and exactly a checked one is
connected to, so that a name that resolves anew to another address gains nothing."""

from __future__ import annotations

import asyncio
import ipaddress
import socket

from aiohttp.abc import AbstractResolver, ResolveResult

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_NAT64_LOCAL = ipaddress.IPv6Network("64:ff9b:1::/48")
_IPV4_COMPATIBLE = ipaddress.IPv6Network("::/96")


class PrivateAddress(OSError):
    """The host stands within this machine or a private network."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, IPv4 within IPv6 included; False for what is none."""
    try:
        found: Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.teredo is not None or found.is_site_local or found in _NAT64_LOCAL:
            return False
        inner = found.ipv4_mapped or found.sixtofour
        if inner is None and (found in _NAT64 or found in _IPV4_COMPATIBLE):
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        found = inner or found
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def is_literal(host: str) -> bool:
    """Whether a host is an IP address and no name."""
    try:
        ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return False
    return True


class GuardedResolver(AbstractResolver):
    """Resolves names by the system and gives only public addresses; all of them where private ones are allowed.

    Raises PrivateAddress for a name that has none but private ones. Where a name is an address in another spelling
    (`0x7f.1`), the system resolves it, and it is checked like any other.
    """

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses that may be connected to."""
        found = await asyncio.get_running_loop().getaddrinfo(
            host, port, family=family, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG
        )
        usable = [entry for entry in found if self._allow_private or is_public(str(entry[4][0]))]
        if found and not usable:
            raise PrivateAddress(f"{host} is {found[0][4][0]}")
        return [
            ResolveResult(
                hostname=host,
                host=str(address[0]),
                port=port,
                family=kind,
                proto=protocol,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for kind, _, protocol, _, address in usable
        ]

    async def close(self) -> None:
        """Nothing is held open."""
