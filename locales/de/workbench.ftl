### Arbeiten in der Werkbank: Einsortieren, Verlauf, Memos, Schnellplätze. Die Schlüssel sind in beiden Sprachen gleich.

## Segmente in Subcodes einsortieren
error-nothing-to-sort = Es gibt keine Segmente zum Einsortieren.
