from __future__ import annotations

import pytest

from shared.domain.steps import Step, step_object


def test_inputs_and_stage_decide_the_key() -> None:
    step = Step("weigh", {"part": "a", "average": 1.5}, {})
    assert step.key == Step("weigh", {"part": "a", "average": 1.5}, {}).key
    assert step.key != Step("weigh", {"part": "a", "average": 1.25}, {}).key
    assert step.key != Step("embed", {"part": "a", "average": 1.5}, {}).key


def test_hints_do_not_decide_the_key() -> None:
    assert Step("index", {"chunks": []}, {"previous": "a"}).key == Step("index", {"chunks": []}, {}).key


def test_a_step_travels_as_bytes_with_its_hints() -> None:
    step = Step("index", {"chunks": [[0, "ü"]]}, {"previous": None, "places": [["k", 1, 2]]})
    again = Step.from_bytes(step.to_bytes())
    assert again == step
    assert again.key == step.key


def test_a_key_is_the_same_in_every_process() -> None:
    assert Step("weigh", {"part": "a"}, {}).key == Step.from_bytes(Step("weigh", {"part": "a"}, {}).to_bytes()).key
    assert len(Step("weigh", {"part": "a"}, {}).key) == 32


@pytest.mark.parametrize(("kind", "name"), [("record", "steps/ab/abcd.record"), ("counts", "steps/ab/abcd.counts")])
def test_objects_of_a_step_lie_together(kind: str, name: str) -> None:
    assert step_object("abcd", kind) == name


def test_the_record_is_the_object_of_a_finished_step() -> None:
    assert step_object("abcd") == step_object("abcd", "record")
