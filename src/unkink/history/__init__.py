"""What happened: offered, started, finished, stopped, and the rest; kept on this machine and nowhere else."""
