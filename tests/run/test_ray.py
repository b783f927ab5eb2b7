"""A Ray cluster of two node processes writes the bytes one process writes, also when one of them is killed at its work."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.run.small import bytes_of

from dragoman.api import Record, open_record
from dragoman.errors import RecordError
from dragoman.run.task import Task

os.environ.update(
    RAY_USAGE_STATS_ENABLED="0", RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO="0", RAY_raylet_start_wait_time_s="60"
)
utils = pytest.importorskip("ray.cluster_utils", reason="Ray is not installed; `pip install dragoman[ray]`")
KILLED_AFTER = 5
STORE = 80 * 1024 * 1024  # the least Ray takes
pytestmark = pytest.mark.filterwarnings("ignore")  # of Ray's own


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two node processes of one slot each; a dead one is missed within some seconds, a slow one is not taken for dead."""
    watch = {"health_check_period_ms": 1000, "health_check_failure_threshold": 5, "health_check_timeout_ms": 10000}
    head = {"num_cpus": 1, "include_dashboard": False, "object_store_memory": STORE, "_system_config": watch}
    try:
        nodes = utils.Cluster(initialize_head=True, head_node_args=head)
    except Exception as fault:  # noqa: BLE001 - whatever keeps Ray's own processes from coming up
        pytest.skip(f"Ray could not begin a cluster on this machine: {fault}")
    yield nodes
    nodes.shutdown()


def test_a_machine_killed_at_its_work_costs_and_doubles_nothing(cluster: Any, unread: Record, few_read: Path) -> None:
    other = cluster.add_node(num_cpus=1, object_store_memory=STORE)
    seen: list[Task] = []

    def told(task: Task) -> None:
        seen.append(task)
        if len(seen) == KILLED_AFTER:
            cluster.remove_node(other, allow_graceful=False)

    done = unread.read(engine="ray", address=cluster.address, told=told)
    assert len(seen) == len(set(seen)) == done.tasks
    assert bytes_of(unread.path) == bytes_of(few_read)
    assert open_record(unread.path).due() == {}
    assert unread.verify().faults == ()


def test_a_cluster_that_is_not_there_is_named(unread: Record) -> None:
    with pytest.raises(RecordError, match=r"no Ray cluster at '127\.0\.0\.1:1'"):
        unread.read(engine="ray", address="127.0.0.1:1")
