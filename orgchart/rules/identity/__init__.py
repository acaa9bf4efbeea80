"""ORG2xx: who is who. One role, one id, one spelling; every unit known."""
