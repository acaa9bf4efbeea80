"""What every test has at hand."""

import os

import pytest

pytest.register_assert_rewrite("tests.builders")
for variable in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "GITLAB_CI", "CI_PROJECT_DIR"):
    os.environ.pop(variable, None)  # a test is nobody's job, wherever it runs
