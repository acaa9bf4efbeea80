"""Writers: functions from a placed Scene, or a list of pictures, to text."""
