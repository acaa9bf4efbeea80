"""Changes → text: for a terminal, and as Markdown for the page of a pull request."""
