"""The engine: one thread with one inbox that steps the domain and performs what it asks for through the ports."""
