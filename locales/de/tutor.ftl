### Die Einführung: absatz tutor. Die Schlüssel sind in beiden Sprachen gleich. Was zu drücken ist, sagt die Tastenbelegung.

## Ihre Befehle
command-tutor = Einführung zeigen oder verbergen
alias-tutor = Tutorial, Lektion, Erste Schritte, Rundgang
command-tutor-skip = Weiter zum nächsten Schritt der Einführung
hint-tutor-skip = weiter
alias-tutor-skip = Schritt überspringen
command-tutor-back = Zurück zum vorigen Schritt der Einführung
hint-tutor-back = zurück
context-lesson = Die Einführung
need-lesson = Die Einführung ist ein Projekt für sich: die Werkbank verlassen und „absatz tutor“ aufrufen.

## Um die Schritte herum
tutor-coder = ich
tutor-title = Einführung: { $part } · { $step }/{ $all }
tutor-praise = { $step } geschafft
tutor-stands = ✓ Das ist schon so. { $on } geht weiter.
tutor-lost = Verirrt? { $out } führt überall heraus, kaputt geht nichts. { $on } geht ohne diesen Schritt weiter.
tutor-lost-transcript = Die Tasten gelten gerade woanders: { $key } führt ins Transkript. { $on } geht ohne diesen Schritt weiter.
tutor-lost-grid = Die Tasten gelten gerade woanders: { $key } öffnet das Summary-Grid. { $on } geht ohne diesen Schritt weiter.
tutor-part-looking = sich umsehen
tutor-part-coding = codieren
tutor-part-finding = wiederfinden
tutor-part-condensing = verdichten
tutor-part-helping = allein weiter

## Sich umsehen
tutor-move = Bis zu Absatz 4 hinuntergehen: { $down } führt einen Absatz hinunter, { $up } einen hinauf.
tutor-move-why = Die Nummern davor sind die der Belege: { $citation } ist Absatz 4 dieses Interviews. Sie ändern sich nie.
tutor-jump = Zu Absatz { $place } springen: { $go_to }, dann { $typed }, dann { $enter }.
tutor-jump-why = Das geht von überall. Mit dem Interview davor, { $whole }, geht es auch aus einem anderen Interview.
tutor-panes = Ins Codesystem gehen: { $focus_codes }. { $down } und { $up } bewegen den Cursor darin.
tutor-panes-why = Unten im Fenster steht, was der Code am Cursor bedeutet. { $focus_documents } führt zu den Dokumenten, { $focus_transcript } ins Transkript, { $focus_next } reihum. Auch ein Klick genügt.

## Codieren
tutor-code = Absatz { $place } codieren: { $go_to } { $typed } { $enter } führt hin. Dann { $code }, { $topic_typed } tippen und { $enter }.
tutor-code-why = Das ist „{ $topic }“: Von jedem Code genügen ein paar Buchstaben. Der Streifen am Rand ist die Codierung, sie ist schon gespeichert.
tutor-repeat = In Absatz { $place } geht es um dasselbe: mit { $down } hingehen, und { $repeat } codiert ihn ebenso.
tutor-repeat-why = Das vergibt „{ $topic }“, den letzten Code, noch einmal: eine Taste für jede weitere Stelle.
tutor-several = Zwei Codes auf einmal für Absatz { $place }: { $go_to } { $typed } { $enter }, dann { $code }, { $topic_typed } { $tab } { $second_typed } { $tab } und { $enter }.
tutor-several-why = { $tab } merkt einen Code vor, { $enter } vergibt alle vorgemerkten: „{ $topic }“ und „{ $second }“.
tutor-fresh = Beim Lesen einen Code anlegen: in Absatz { $place } ({ $go_to } { $typed } { $enter }) erst { $code }, dann { $path } tippen und { $enter }.
tutor-fresh-why = Der Schrägstrich stellt den neuen Code unter „{ $topic }“. So entstehen induktive Codes, gleich mit einer Textstelle.
tutor-sentence = Einen einzelnen Satz codieren: in Absatz { $place } ({ $go_to } { $typed } { $enter }) erst { $select_sentence }, dann { $code }, { $topic_typed }, { $enter }.
tutor-sentence-why = { $select_sentence } markiert den ersten Satz, noch einmal gedrückt einen mehr. Mit der Maus: über die Wörter ziehen.
tutor-overlap = Nun auch den ganzen Absatz { $place } codieren: { $code }, { $topic_typed }, { $enter }.
tutor-overlap-why = „{ $topic }“ überschneidet sich jetzt mit dem Satz. Verschiedene Codes dürfen das beliebig, jeder hat seinen Streifen.
tutor-in-vivo = Absatz { $place } ({ $go_to } { $typed } { $enter }): { $select_letters } nimmt das erste Wort, { $select_from_here } hält es fest, { $word_right } nimmt das nächste dazu, bis „{ $phrase }“. Dann { $in_vivo } und { $enter }.
tutor-in-vivo-why = In vivo: Die Wörter selbst werden zum Namen eines neuen Codes.
tutor-next-open = { $next_open } führt zum nächsten Absatz, der noch nicht codiert ist.
tutor-next-open-why = So wird nichts übersehen, wenn man in ein Interview zurückkommt. { $previous_open } sucht in die andere Richtung.
tutor-weight = Mit { $previous_segment } oder { $next_segment } zu einer Codierung gehen, dann { $weight }, eine Zahl bis 100 und { $enter }.
tutor-weight-why = Das Gewicht sagt, wie aussagekräftig eine Stelle ist; danach sind später die stärksten zu finden. { $comment } schreibt einen Kommentar.
tutor-undo = Das wieder zurücknehmen: { $undo }.
tutor-undo-why = Alles lässt sich rückgängig machen, Schritt für Schritt, auch nach Tagen. { $history } zeigt, wer wann was getan hat.
tutor-redo = Und es doch noch einmal tun: { $redo }.
tutor-redo-why = Einfach ausprobieren: Verloren geht dabei nichts.
tutor-memo = Einen Gedanken als Memo festhalten: { $memo }, ein paar Wörter, dann { $esc }.
tutor-memo-why = Wer einen Editor verlässt, hat gespeichert. Ein Memo bleibt bei dem, worauf der Cursor stand; { $memos } listet alle auf.

## Wiederfinden
tutor-search = { $search } sucht in allen Interviews: { $sought } tippen und { $enter }.
tutor-search-why = Groß oder klein ist gleich. Jede Zeile ist eine Stelle mit ihrem Beleg.
tutor-hit = { $open } öffnet einen Treffer im Transkript; { $next_hit } führt dann zum nächsten.
tutor-hit-why = { $focus_segments } holt die Liste zurück.
tutor-retrieve = Das Codierte zusammenstellen: { $focus_codes }, dann { $code_filter }, { $topic_typed } tippen und { $enter }. Mit { $down } auf „{ $topic }“ gehen und { $code_segments }.
tutor-retrieve-why = { $code_filter } zeigt nur Codes mit diesen Buchstaben, { $back } danach wieder alle. Die Zahl hinter einem Code sagt, wie oft er vergeben ist.
tutor-quote = Ein Zitat für den Bericht kopieren: { $copy_quotation }.
tutor-quote-why = Der Wortlaut mit seinem Beleg lässt sich nun überall einfügen. { $open } führt dorthin, wo er im Transkript steht.

## Verdichten
tutor-define = Genauer sagen, was dieser Code bedeutet: { $focus_codes }, dann { $code_define }. Die Definition ändern und mit { $esc } verlassen.
tutor-define-why = Der Codierleitfaden wächst mit dem Codieren: wann ein Code vergeben wird, wann nicht und mit welchen Beispielen.
tutor-grid = Das Summary-Grid öffnen: { $grid }.
tutor-grid-why = Eine Zeile für jedes Interview, eine Spalte für jeden Code. Ein leerer Kreis ist eine Zelle mit Codiertem, die auf ein Summary wartet.
tutor-summary = { $next_open } führt weiter zu einer Zelle, die wartet, { $previous_open } zurück. { $cell_edit } drücken, in eigenen Worten sagen, was die Stellen ergeben, und mit { $esc } verlassen.
tutor-summary-why = Die Stellen stehen daneben. Aus diesen Summarys entstehen die Kapitel eines Berichts.
tutor-state = { $next_bare } führt zu einer leeren Zelle. Festhalten, warum sie leer ist: { $cell_not_asked } nicht gefragt, { $cell_no_answer } ohne Antwort, { $cell_nothing } nichts Relevantes.
tutor-state-why = So ist später klar, was fehlt und was nur noch nicht angesehen wurde.

## Allein weiter
tutor-help = { $help } zeigt alle Tasten, die hier gelten. { $esc } schließt die Übersicht.
tutor-help-why = Die wichtigsten stehen immer in der letzten Zeile des Fensters.
tutor-palette = { $palette } findet jeden Befehl über seinen Namen: { $matrix } tippen und { $enter }.
tutor-palette-why = Auch die Namen aus MAXQDA werden verstanden. Was keine eigene Taste hat, ist hier zu finden.
tutor-end = Das war ein erster Tag mit absatz. { $quit } verlässt die Werkbank, alles ist gespeichert; { $tutor } verbirgt diese Einführung.
tutor-end-why = „absatz demo“ öffnet eine Studie mit acht Interviews, die zwei Leute codiert haben, „absatz new“ beginnt eine eigene. { $help } und { $palette } wissen alles Weitere.

## Wo sie liegt
error-tutor-folder = { $file } ist eine Datei, und die Einführung braucht einen Ordner.
hint-tutor-folder = Einen anderen nennen: absatz tutor ORDNER.
error-tutor-other = { $file } ist keine Einführung und bleibt, wie es ist.
hint-tutor-other = Einen anderen Ordner nennen: absatz tutor ORDNER. Oder mit --restart eine Einführung daneben anlegen.
cli-tutor-no-terminal-hint = Die Einführung ist ein Teil der Werkbank: „absatz tutor“ in einem Terminalfenster aufrufen.
