"""Questions to the graph, and their answers as frozen values that know their JSON."""
