"""ORG4xx: the shape of the tree: how wide, how deep."""
