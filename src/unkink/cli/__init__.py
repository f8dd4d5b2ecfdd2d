"""The command line: it asks the daemon, or reads what lies on the disk. It never loads the daemon's modules."""
