"""ORG3xx: who reports to whom."""
