"""The close-up of a head: moving eyes, a jaw that opens, and hands that rest on the face."""
