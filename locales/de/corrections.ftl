### Corrections of a transcript, paraphrases, names and their replacements, sealing and erasing.
