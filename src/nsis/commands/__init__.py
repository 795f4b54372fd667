"""The nsis command, a file a group."""
