### The command line: every word that a person sees here. The keys are the same in both languages. Help and usage errors are English and stand in the code.

cli-no-project-here = There is no project in this folder.
cli-no-project-here-hint = Name one with -p FILE or ABSATZ_PROJECT, begin one with “absatz new study.absatz”, or try “absatz demo”.
cli-several-projects = There are several projects in this folder: { $names }.
cli-several-projects-hint = Say which with -p FILE or ABSATZ_PROJECT.
cli-project-before-command = { $file } stands before the command.
cli-project-before-command-hint = Write: absatz -p { $file } COMMAND
cli-no-such-command = There is neither a command nor a project “{ $name }”.
cli-no-such-command-hint = “absatz --help” lists the commands.
cli-labels-are = The documents are: { $labels }.
cli-no-terminal = The workbench needs a terminal.
cli-no-terminal-hint = In a script use the commands; “absatz --help” lists them.
cli-coder-needed = A project needs a coder.
cli-coder-needed-hint = Name one with --coder NAME.
cli-project-made = { $file }: a new project; { $coder } codes, citations look like { $citation }.
cli-written = { $file } is written.
cli-binary-to-terminal = This format is not for a terminal.
cli-binary-to-terminal-hint = Name a file with -o FILE.
cli-format-needed = Which format?
cli-format-needed-hint = Say it with --format NAME or by the ending of -o FILE.
cli-stdin-not-utf8 = Standard input is not UTF-8.
cli-no-documents = There are no documents yet. “absatz import FILE...” adds some.
cli-nothing-to-set = What shall be changed?
cli-nothing-to-set-document = Use --label, --title, --group or --stage.
cli-document-set = { $label }: { $title }
cli-document-removed = { $label } is removed, with { $codings ->
    [one] one coded segment
   *[other] { $codings } coded segments
}, { $memos ->
    [one] one memo
   *[other] { $memos } memos
}, { $summaries ->
    [one] one summary
   *[other] { $summaries } summaries
} and { $paraphrases ->
    [one] one paraphrase
   *[other] { $paraphrases } paraphrases
}. “absatz undo” brings it back.
cli-no-variables = No variables yet. “absatz documents variables set LABEL NAME=VALUE” sets one.
cli-variables-set = { $label }: { $count ->
    [one] one variable
   *[other] { $count } variables
} set.
cli-not-name-value = “{ $text }” is not NAME=VALUE.
cli-not-name-value-hint = For example: function=head
cli-no-codes = There are no codes yet. “absatz codes add Obstacles/Legal” adds some.
cli-codes-added = { $count ->
    [one] One code
   *[other] { $count } codes
} added: { $codes }
cli-code-renamed = { $before } is now { $after }.
cli-code-recolored = { $after } is now { $color }.
cli-code-moved = { $before } is now { $after }.
cli-code-merged = { $from } is now a part of { $into }.
cli-code-removed = { $code } is removed, with { $codings ->
    [one] one coded segment
   *[other] { $codings } coded segments
}. “absatz undo” brings it back.
cli-code-defined = { $code } is defined.
cli-origin-deductive = deductive
cli-origin-inductive = inductive
cli-codes-with-lines = With - the codes stand in standard input, not on the command line.
cli-codes-needed = Which codes?
cli-codes-needed-hint = Write: absatz code 5:9 Legal, or lines PLACE<TAB>CODE to: absatz code -
cli-would-code = Would code { $place } with { $codes }.
cli-line = Line { $line }: { $message }
cli-line-no-tab = no tab between place and code.
cli-line-no-tab-hint = Write PLACE<TAB>CODE.
cli-nothing-coded = You have not coded { $place } with { $codes }.
cli-uncoded = { $place }: { $count ->
    [one] one segment
   *[other] { $count } segments
} cut or removed.
cli-other-document = { $place } is in another document than the segment.
cli-segment-removed = { $place } { $code } is removed.
cli-by-what = --by of { $of } takes { $known }.
cli-no-such-group = There is no group “{ $group }”.
cli-groups-are = The groups are: { $groups }.
cli-segments-found = { $count ->
    [0] No coded segments.
    [one] One coded segment.
   *[other] { $count } coded segments.
}
cli-summary-written = The summary of { $code } in { $label } is written.
cli-summary-emptied = The summary of { $code } in { $label } is empty.
cli-summary-of = { $coder } wrote:
cli-summary-none = There is no summary of { $code } in { $label } yet.
cli-no-history = Nothing that matches has been done yet.
cli-undone-mark = undone
cli-undone = Undone: { $operation }
cli-redone = Done again: { $operation }
cli-backup-written = { $file } is a copy of the project.
cli-doctor-whole = { $file } is whole.
cli-doctor-damaged-hint = Work on with your latest backup; keep this file, parts of it can be read.
cli-odd-no-speakers = { $label }: no speakers were recognised.
cli-odd-same-file = { $label } comes from the same file as { $other }.
cli-odd-unused-code = { $code } has no coded segments.
cli-odd-no-definition = { $code } is used and has no definition.
cli-odd-summary-without-segments = { $label }: a summary of { $code }, but no segment coded with it.
cli-odd-unsaved = { $count ->
    [one] One text was left unsaved
   *[other] { $count } texts were left unsaved
} in the workbench; opening it offers to take it up.
cli-hidden = hidden
cli-coders-added = Added: { $names }
cli-coder-renamed = { $coder } is now { $name }.
cli-coder-in-use = { $name } works in this copy of the project.
cli-status-set = { $label }: { $status } ({ $coder })
cli-status-not-started = not started
cli-status-in-progress = in progress
cli-status-done = done
cli-coder-chosen = In { $label } the codings of { $coder } count.
cli-coder-not-chosen = In { $label } the codings of the first coder who declares it done count.
cli-no-such-memo = There is no memo { $uuid }.
cli-no-such-memo-hint = “absatz memo list” shows the memos that you may read.
cli-memo-on-project = the project
cli-memo-on-free = free
cli-memo-on-logbook = logbook
cli-no-memos = No memos.
cli-memo-written = Memo on: { $on }
cli-memos-removed = { $count ->
    [one] One memo is removed.
   *[other] { $count } memos are removed.
}
cli-import-one-label = A label or title is for one file.
cli-import-one-label-hint = Import the files one by one, or set labels later: absatz documents set 5 --label 6
cli-import-counts = { $paragraphs ->
    [one] one paragraph
   *[other] { $paragraphs } paragraphs
}, { $words ->
    [one] one word
   *[other] { $words } words
}
cli-import-reader = Read as
cli-import-encoding = Encoding
cli-import-times = With a time
cli-import-note = Note
cli-import-candidates = No speakers
cli-import-candidate = “{ $label }” ({ $count }, { $reason })
cli-import-interviewer = { $label } ({ $count }, interviewer)
cli-import-left-out = Left out
cli-working = Working … { $percent } % (Ctrl-C stops it)
cli-working-stopped = Cancelled. Nothing was changed.
cli-working-stops = Stopping …
cli-import-progress = { $done } of { $all }: { $file }
cli-import-stopped = Stopped: what was imported by then stays ({ $done } of { $all } files).
cli-import-stopped-hint = “absatz undo” takes it back; the same call again imports the rest.
cli-import-several = { $file } holds { $count } interviews: a label or title is for one.
cli-list-imported = Imported
cli-column-number = No.
cli-column-speaker = Speaker
cli-column-time = Time
cli-column-beginning = Begins
cli-column-note = Note
cli-import-failed = { $failed } of { $all ->
    [one] one file
   *[other] { $all } files
} cannot be imported.
cli-codebook-imported = { $added } added, { $changed } changed, { $unchanged } as they were.
cli-codebook-would = Would add { $added } and change { $changed }; { $unchanged } are as they are.
cli-demo-made = A demo with { $documents } interviews, { $codes } codes and the codings of { $coders }. Open it with “absatz FILE”:
cli-hits = { $count ->
    [0] Not found.
    [one] Found once.
   *[other] Found { $count } times.
}
cli-search-coded = { $count ->
    [one] One paragraph
   *[other] { $count } paragraphs
} coded with { $code }.
cli-search-would-code = Would code { $count ->
    [one] one paragraph
   *[other] { $count } paragraphs
} with { $code }.
cli-column-label = Document
cli-column-group = Group
cli-column-paragraphs = Paragraphs
cli-column-words = Words
cli-column-speakers = Speakers
cli-column-title = Title
cli-column-coded = Coded
cli-column-file = File
cli-column-imported = Imported
cli-column-code = Code
cli-column-segments = Segments
cli-column-with-subcodes = With subcodes
cli-column-definition = Definition
cli-column-apply = Apply when
cli-column-not-apply = Not when
cli-column-origin = Origin
cli-column-research-question = Research question
cli-column-anchors = Examples
cli-column-id = No.
cli-column-at = When
cli-column-coder = Coder
cli-column-operation = What
cli-column-codings = Segments
cli-column-counts = Counts
cli-column-uuid = UUID
cli-column-on = On
cli-column-memo = Memo
cli-column-context = Where
cli-column-keys = Keys
cli-column-command = Command
cli-column-does = What it does
cli-list-documents = Documents
cli-list-codes = Codes
cli-list-history = History
cli-list-hits = Found in the transcripts
cli-column-citation = Citation
cli-column-before = Before
cli-column-found = Found
cli-column-after = After
