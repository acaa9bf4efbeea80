"""Job descriptions → roles and relations, each with the words it was read from. Knows text, not organizations files."""
