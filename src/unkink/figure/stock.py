"""Poses every figure may start from: ``base = "sitting"``. The same tables an author writes."""

from collections.abc import Mapping

STOCK: Mapping[str, Mapping[str, object]] = {
    "standing": {
        "root": [0, 88.6, 0],
        "legs": {"foot": [0, 0, 9.5], "out": 8},
        "arms": {"shoulder": [2, 7, 0], "elbow": 12, "forearm": 75, "grip": 0.25},
    },
    "sitting": {
        "root": [-3, 54, 0],
        "rest": "chair",
        "legs": {"foot": [37, 0, 12], "out": 8},
        "arms": {
            "hand": [5, -30, 0],
            "on": "thigh_r",
            "fingers": [0.1, -1, -0.15],
            "pole": [-0.9, -0.3, 0.5],
            "grip": 0.15,
        },
    },
    "sitting_loose": {
        "base": "sitting",
        "arms": {"shoulder": [-2, 11, 0], "elbow": 14, "forearm": 75, "grip": 0.25},
    },
}
"""Standing with the arms hanging; sitting on the chair with the hands on the thighs; sitting with the arms hanging."""
