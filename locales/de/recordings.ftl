### Recordings, consent, guides and interview protocols.
