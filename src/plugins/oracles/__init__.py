"""What the plugins should find, computed in other ways."""
