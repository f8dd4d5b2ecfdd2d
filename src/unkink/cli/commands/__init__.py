"""One small file for each verb, imported only when it is used."""
