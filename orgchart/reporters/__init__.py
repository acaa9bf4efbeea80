"""A report becomes text. Reporters are functions from findings to lines; none of them prints."""
