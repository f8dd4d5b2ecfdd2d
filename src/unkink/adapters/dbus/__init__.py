"""D-Bus over jeepney, carried by the loop: one link for the session, one for the system."""
