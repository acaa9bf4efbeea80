"""ORG1xx: the documents an organization was read from."""
