"""Hypothesis profiles: quick by default, thorough on request (``pytest --hypothesis-profile=thorough``)."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# No deadline: the first example pays for loading the tables.
settings.register_profile("quick", max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("quick"), max_examples=2000)
settings.load_profile("quick")
