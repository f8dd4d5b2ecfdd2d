"""Every message between processes, typed and tagged: both ends import the same file."""
