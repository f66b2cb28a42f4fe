"""Tests of `copydesk.corpus.components`."""

from copydesk.corpus.components import FORBIDDEN, average_link_groups, connected_components


def test_components_are_named_by_their_smallest_member() -> None:
    assert connected_components(6, [(4, 5), (2, 5), (0, 3)]) == [0, 1, 2, 0, 2, 2]


def test_nothing_is_connected_without_pairs() -> None:
    assert connected_components(3, []) == [0, 1, 2]


def test_a_hub_stays_with_what_it_resembles_most() -> None:
    links = [(0, 1, 0.7), (1, 2, 0.9)]
    assert average_link_groups(3, links, min_mean=0.6, n_counted=10) == [0, 1, 1]


def test_three_that_resemble_each_other_are_one_group() -> None:
    links = [(0, 1, 0.7), (1, 2, 0.9), (0, 2, 0.6)]
    assert average_link_groups(3, links, min_mean=0.6, n_counted=10) == [0, 0, 0]


def test_a_forbidden_pair_is_kept_apart_by_any_detour() -> None:
    links = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, FORBIDDEN)]
    assert average_link_groups(3, links, min_mean=0.1, n_counted=1) == [0, 0, 2]


def test_a_group_outgrows_the_number_of_comparisons() -> None:
    links = [(item, item + 1, 1.0) for item in range(9)]
    assert average_link_groups(10, links, min_mean=0.9, n_counted=1) == [0] * 10


def test_order_of_links_does_not_matter() -> None:
    links = [(0, 1, 0.8), (1, 2, 0.8), (2, 3, 0.8), (0, 2, 0.5)]
    forwards = average_link_groups(4, links, min_mean=0.5, n_counted=5)
    assert average_link_groups(4, links[::-1], min_mean=0.5, n_counted=5) == forwards
