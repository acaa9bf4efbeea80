"""What every test has at hand."""

import pytest

pytest.register_assert_rewrite("tests.builders")
