"""ORG6xx: what a change does to an organization; these rules run only where an earlier state is given."""
