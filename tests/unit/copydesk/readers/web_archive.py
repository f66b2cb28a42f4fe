"""Makes records of web archives for tests."""

from __future__ import annotations

HTTP_RESPONSE = "application/http; msgtype=response"
URL = "https://harbour.example/2009/talks"


def warc_record(kind: str, block: bytes, content_type: str = HTTP_RESPONSE, url: str = URL) -> bytes:
    """One record of a WARC or WET file."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def http_response(body: bytes, *fields: str, status: str = "200 OK") -> bytes:
    """What a server answered; an HTML page unless another Content-Type is among the fields."""
    if not any(field.startswith("Content-Type") for field in fields):
        fields = ("Content-Type: text/html", *fields)
    return "\r\n".join([f"HTTP/1.1 {status}", *fields, "", ""]).encode() + body
