"""Drawing: each module turns one kind of thing into parts, which are then put in order and painted."""
