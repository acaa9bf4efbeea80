"""ORG1xx: what can be wrong with a file before anything is known about the organization; one file a problem."""
