"""What puts the service on a machine: bootstrap, the demo, and the files of an installation."""
