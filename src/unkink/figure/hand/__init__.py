"""The close-up of hands: forearm, wrist, palm and five fingers of one or both, and what they hold or lie on."""
