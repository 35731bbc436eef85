"""Ways to look at a report: in the terminal, as a diff, as a page for the browser. Only the command imports them."""
