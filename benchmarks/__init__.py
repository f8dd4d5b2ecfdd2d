"""What unkink costs, measured."""
