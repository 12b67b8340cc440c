### Cases, persons, sets and variables: the command line, the workbench, errors and tables of these nouns.
