### Arbeiten in der Werkbank: Einsortieren, Verlauf, Memos, Schnellplätze. Die Schlüssel sind in beiden Sprachen gleich.

## Segmente in Subcodes einsortieren
error-nothing-to-sort = Es gibt keine Segmente zum Einsortieren.

## Die Zwischenablage
error-clipboard-words = „{ $words }“ ({ $source }) lässt sich nicht als Aufruf lesen.
error-clipboard-missing = Das Programm „{ $program }“ für die Zwischenablage ({ $source }) gibt es hier nicht.
error-clipboard-failed = Nichts wurde kopiert: { $program }: { $reason }
error-clipboard-off = Nichts wurde kopiert: Die Zwischenablage ist abgeschaltet.
error-clipboard-long = Nichts wurde kopiert: { $count } Zeichen sind mehr, als ein Terminal annimmt.
hint-clipboard = Wie kopiert wird, sagt ABSATZ_CLIPBOARD oder clipboard in { $file }: auto, terminal, off oder ein Programm wie "xclip -selection clipboard".
