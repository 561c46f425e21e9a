"""What has to be done by when: started and met by acts, watched by time."""
