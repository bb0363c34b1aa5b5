"""The engine: functions from requests to results, without Qt."""
