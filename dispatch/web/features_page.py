"""The landing page of OGC API Features for people: what there is, how to connect. Pure; used by ``web.features``."""

from collections.abc import Sequence
from html import escape
from typing import Any

from dispatch.web.features_document import ABOUT, TITLE, Place

_PAGE = """<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title} · OGC API Features</title>
<h1>{title}</h1>
<p>{about}</p>
<table border="1" cellpadding="6">
<thead><tr><th>图层</th><th>数量</th><th>说明</th><th>数据</th><th>字段</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
<h2>怎样连接</h2>
<p>先请系统管理员在“密钥”页面生成一把密钥。密钥放在请求头 <code>X-API-Key</code> 里，不要放进网址。</p>
<p>QGIS：图层 → 数据源管理器 → WFS / OGC API - 要素 → 新建，地址 <code>{root}</code>，认证选 API Header
（<code>X-API-Key</code>）或 Basic（用户名任意，密码填密钥）。</p>
<p>GDAL：把 <code>X-API-Key: 密钥</code> 写进一个文件，用 <code>GDAL_HTTP_HEADER_FILE</code> 指向它，然后
<code>ogrinfo OAPIF:{root}</code>。</p>
<p><a href="{api}">接口说明（OpenAPI）</a> · <a href="{conformance}">所遵循的标准</a></p>
</html>
"""
_ROW = (
    "<tr><th>{title}</th><td>{count}</td><td>{description}</td>"
    '<td><a href="{items}">GeoJSON</a></td><td><a href="{schema}">JSON Schema</a></td></tr>'
)


def landing(place: Place, described: Sequence[dict[str, Any]]) -> str:
    """The page over the described collections."""
    rows = [
        _ROW.format(
            title=escape(each["title"]),
            count=each["itemCount"],
            description=escape(each["description"]),
            items=escape(place.at(f"/collections/{each['id']}/items")),
            schema=escape(place.at(f"/collections/{each['id']}/schema")),
        )
        for each in described
    ]
    return _PAGE.format(
        title=escape(TITLE),
        about=escape(ABOUT),
        rows="\n".join(rows),
        root=escape(place.root),
        api=escape(place.at("/api")),
        conformance=escape(place.at("/conformance")),
    )


def is_wanted(accept: str) -> bool:
    """Whether a browser asks: it names pages first, programs name JSON or anything."""
    return accept.split(",")[0].split(";")[0].strip().lower() == "text/html"
