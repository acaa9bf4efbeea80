"""ORG5xx: who works with whom across and beyond departments."""
