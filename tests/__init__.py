"""Test Counterclaim by behaviour, with hand-built records and scripted models."""
