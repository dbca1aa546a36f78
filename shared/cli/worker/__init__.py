"""The Worker on this machine: its packages, its files, and a real workerd to run it in. Never part of the Worker."""
