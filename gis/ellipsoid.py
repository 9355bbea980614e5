"""Gauss-Krüger projection on the CGCS2000 ellipsoid, by Krüger's series.

Used by `crs` for EPSG:4549 and EPSG:4528. Every function takes the mathematical functions to use as its first
argument, so that one formula serves floats (`SCALAR`) and numpy arrays (`VECTOR`).

Source: L. Krüger, Konforme Abbildung des Erdellipsoids in der Ebene (1912), series to n^4 as given by
C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers, J. Geodesy 85 (2011), eq. 7-36.
Truncation is below a micrometre within 4° of the central meridian.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

# Functions of `math` and of `numpy` carry the same names here (numpy >= 2 follows the array API).
Functions = Any
SCALAR: Functions = math
VECTOR: Functions = np

SEMI_MAJOR_M = 6378137.0
FLATTENING = 1 / 298.257222101
_N = FLATTENING / (2 - FLATTENING)
_E = math.sqrt(FLATTENING * (2 - FLATTENING))
_RECTIFYING_M = SEMI_MAJOR_M / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_ALPHA = (
    _N / 2 - 2 / 3 * _N**2 + 5 / 16 * _N**3 + 41 / 180 * _N**4,
    13 / 48 * _N**2 - 3 / 5 * _N**3 + 557 / 1440 * _N**4,
    61 / 240 * _N**3 - 103 / 140 * _N**4,
    49561 / 161280 * _N**4,
)
_BETA = (
    _N / 2 - 2 / 3 * _N**2 + 37 / 96 * _N**3 - 1 / 360 * _N**4,
    1 / 48 * _N**2 + 1 / 15 * _N**3 - 437 / 1440 * _N**4,
    17 / 480 * _N**3 - 37 / 840 * _N**4,
    4397 / 161280 * _N**4,
)


def project(m: Functions, lon: Any, lat: Any, meridian: float) -> tuple[Any, Any]:
    """Longitude and latitude (degrees) to metres east of `meridian` (degrees) and north of the equator."""
    tau = m.tan(lat * (math.pi / 180))
    delta = (lon - meridian) * (math.pi / 180)
    sigma = m.sinh(_E * m.atanh(_E * tau / m.sqrt(1 + tau * tau)))
    conformal = tau * m.sqrt(1 + sigma * sigma) - sigma * m.sqrt(1 + tau * tau)
    cosine = m.cos(delta)
    xi = m.atan2(conformal, cosine)
    eta = m.asinh(m.sin(delta) / m.sqrt(conformal * conformal + cosine * cosine))
    north, east = xi, eta
    for index, alpha in enumerate(_ALPHA, start=1):
        north = north + alpha * m.sin(2 * index * xi) * m.cosh(2 * index * eta)
        east = east + alpha * m.cos(2 * index * xi) * m.sinh(2 * index * eta)
    return east * _RECTIFYING_M, north * _RECTIFYING_M


def unproject(m: Functions, east: Any, north: Any, meridian: float) -> tuple[Any, Any]:
    """The inverse of `project`: metres to longitude and latitude in degrees."""
    xi, eta = north / _RECTIFYING_M, east / _RECTIFYING_M
    xi_sphere, eta_sphere = xi, eta
    for index, beta in enumerate(_BETA, start=1):
        xi_sphere = xi_sphere - beta * m.sin(2 * index * xi) * m.cosh(2 * index * eta)
        eta_sphere = eta_sphere - beta * m.cos(2 * index * xi) * m.sinh(2 * index * eta)
    hyperbolic = m.sinh(eta_sphere)
    conformal = m.sin(xi_sphere) / m.sqrt(hyperbolic * hyperbolic + m.cos(xi_sphere) ** 2)
    tau = conformal
    for _ in range(3):
        tau = tau + _newton_step(m, tau, conformal)
    lon = m.atan2(hyperbolic, m.cos(xi_sphere)) * (180 / math.pi) + meridian
    return lon, m.atan(tau) * (180 / math.pi)


def _newton_step(m: Functions, tau: Any, conformal: Any) -> Any:
    """One step from a tangent of latitude towards the one whose conformal tangent is `conformal`."""
    secant = m.sqrt(1 + tau * tau)
    sigma = m.sinh(_E * m.atanh(_E * tau / secant))
    guess = tau * m.sqrt(1 + sigma * sigma) - sigma * secant
    squared = _E * _E
    slope = (1 + (1 - squared) * tau * tau) / ((1 - squared) * m.sqrt(1 + guess * guess) * secant)
    return (conformal - guess) * slope


def metres_per_degree(lat: float) -> tuple[float, float]:
    """Metres per degree of longitude and of latitude at `lat` (degrees) on the ellipsoid."""
    phi = math.radians(lat)
    squared = _E * _E
    root = math.sqrt(1 - squared * math.sin(phi) ** 2)
    normal = SEMI_MAJOR_M / root
    meridional = SEMI_MAJOR_M * (1 - squared) / root**3
    return math.radians(normal * math.cos(phi)), math.radians(meridional)


def metres_between(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Metres between two points (degrees) a few kilometres apart, measured in the plane of their mean latitude."""
    k_lon, k_lat = metres_per_degree((lat + other_lat) / 2)
    return math.hypot((other_lon - lon) * k_lon, (other_lat - lat) * k_lat)
