"""How the ports work on real machines: one file for each platform, the choice between them in one place each."""
