"""What good Chinese looks like: how likely a text is, and how a character may be read."""
