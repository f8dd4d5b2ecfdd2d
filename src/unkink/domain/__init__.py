"""What unkink knows about people at desks: pure decisions. Nothing here reads a clock, a file or a random number."""
