"""What ``manage.py bench`` measures. Timings live here and never in tests."""
