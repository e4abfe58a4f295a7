"""Hold the commands of `python -m claims`, by what they work on."""
