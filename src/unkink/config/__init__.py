"""The one TOML file people tune: its schema, reading it with every mistake named, and writing the example."""
