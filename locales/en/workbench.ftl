### Working in the workbench: sorting, the history, memos, quick slots. The keys are the same in both languages.

## Sorting segments into subcodes
error-nothing-to-sort = There are no segments to be sorted.

## The history
command-history = Show who did what when, or close that list
hint-history = history
alias-history = history, audit trail, log, who did what, undo list
command-history-here = Show what was done to this document or code
alias-history-here = history of document, history of code
history-undone = undone
history-discarded = undone for good
history-newest = Only the newest { $count } entries are shown; “absatz history” has all.
history-with-subcodes = { $code } and its subcodes
history-no-place = What this was about is not in the project any more.
records-only = Only: { $what }
form-history-filter = Narrow the history; empty means all
form-memo-filter = Narrow the memos; empty means all
field-filter-kind = Kind, such as codings, memos, documents
field-filter-coder = Coder
field-filter-document = Document
field-filter-text = With these words
filter-no-kind = “{ $kind }” is none of: { $known }.
history-matter-project = project
history-matter-coders = coders
history-matter-documents = documents
history-matter-variables = variables, cases, sets
history-matter-codes = codes
history-matter-codings = codings
history-matter-memos = memos
history-matter-paraphrases = paraphrases
history-matter-summaries = summaries
history-matter-consensus = consensus
history-matter-undo = undo

## Memos and the logbook
command-memos = List the memos, or close the list
alias-memos = memo manager, memos overview, notes
command-logbook-list = Show the logbook by its days, or close it
alias-logbook-list = logbook, research diary, journal
memos-title = All memos
logbook-title = Logbook
cli-column-day = Day
cli-column-entry = Entry
memo-no-place = This memo is on no place and no code.

## The clipboard
error-clipboard-words = “{ $words }” ({ $source }) cannot be read as a command line.
error-clipboard-missing = The program “{ $program }” for the clipboard ({ $source }) is not there.
error-clipboard-failed = Nothing was copied: { $program }: { $reason }
error-clipboard-off = Nothing was copied: the clipboard is switched off.
error-clipboard-long = Nothing was copied: { $count } characters are more than a terminal takes.
hint-clipboard = ABSATZ_CLIPBOARD, or clipboard in { $file }, says how: auto, terminal, off, or a program such as "xclip -selection clipboard".

## The theme
error-theme = The theme “{ $name }” ({ $source }) is not known.
hint-theme = It is dark or light; F3 changes it.

## Sorting
command-sort-segments = Sort the code's segments into its subcodes
hint-sort-segments = sort
alias-sort-segments = Smart Coding, split code, subsumption, refine category, Creative Coding
command-sort-mark = Mark the segment, to sort several at once
hint-sort-mark = mark
command-sort-pick = Sort into a new subcode or another code
hint-sort-pick = new subcode
alias-sort-pick = split code
command-sort-back = Sort back into the code itself
hint-sort-back = back
command-sort-again = Sort into the same subcode again
hint-sort-again = again
command-sort-only-open = Show all segments, or only those in no subcode
hint-sort-only-open = only open
context-sorting = Sorting segments
need-sorting = Sort a code's segments first (S on a code).
title-sorting = Sorting: { $code }
sorting-into = Into which subcode
sorting-progress = { $sorted } of { $all } sorted
sorting-none = “{ $code }” has no segments of yours to sort.
sorting-all-sorted = Every segment is in a subcode.
sorting-no-subcodes = No subcodes yet: { $key } makes one.
sorting-no-subcode = There is no subcode number { $number }.
sorting-no-last = Nothing was sorted yet.
sorting-no-open = No other segment here is without a subcode.
sorting-only-open = Only segments without a subcode are shown.
sorting-all = All segments are shown.
picker-sort = Into which code? A new name makes a subcode.

## Quick slots
command-slot-1 = Quick slot 1: apply its code; fill it from a code; sorting: subcode 1
command-slot-2 = Quick slot 2: apply its code; fill it from a code; sorting: subcode 2
command-slot-3 = Quick slot 3: apply its code; fill it from a code; sorting: subcode 3
command-slot-4 = Quick slot 4: apply its code; fill it from a code; sorting: subcode 4
command-slot-5 = Quick slot 5: apply its code; fill it from a code; sorting: subcode 5
command-slot-6 = Quick slot 6: apply its code; fill it from a code; sorting: subcode 6
command-slot-7 = Quick slot 7: apply its code; fill it from a code; sorting: subcode 7
command-slot-8 = Quick slot 8: apply its code; fill it from a code; sorting: subcode 8
command-slot-9 = Quick slot 9: apply its code; fill it from a code; sorting: subcode 9
command-slots = Show the quick slots and change them
alias-slots = code favourites, quick list, hotkeys
slot-empty = Quick slot { $number } is empty: { $key } in the code system puts a code there.
slot-put = Quick slot { $number } is { $code }: { $key } applies it.
slot-nothing = empty
menu-slots = Quick slots
menu-slots-keys = 1 to 9, Enter choose a code · x empty · Esc leave
picker-slot = A code for quick slot { $number }

## Activation
command-activate-where = Activate the documents for which a condition holds
alias-activate-where = activate documents by variables, document variables, filter documents
command-activate-set = Activate the documents or codes of a set
alias-activate-set = code set, document set, activate set
form-activate-where = Activate documents where …
field-activate-where = Condition, such as: level = municipal and size < 100
activate-none = The condition holds for no document: { $condition }
activate-no-sets = There are no sets yet.
menu-activate-set = Which set is to be activated?
segments-of-active = { $count ->
    [one] of one activated document
   *[other] of { $count } activated documents
}

## Much at once, and finer
command-code-hits = Code every line of the list
hint-code-hits = code all
alias-code-hits = autocode search results, code all hits, auto-code
command-code-speaker = Code everything that this speaker says here
alias-code-speaker = autocode speaker, code turns, code by speaker
need-listed = Search first (/), or ask a query (Q).
many-no-speaker = Nobody is known to speak in this paragraph.
many-title = Apply { $code } to all of: { $what }
many-count = { $count ->
    [one] One passage
   *[other] { $count } passages
} in { $documents ->
    [one] one document
   *[other] { $documents } documents
}. One undo takes all of it back.
picker-apply-all = { $count ->
    [one] Code one passage: { $what }
   *[other] Code { $count } passages: { $what }
}
command-select-sentence = Select the sentence; again: one more
hint-select-sentence = sentence
command-select-next-sentence = Select the next sentence instead
command-grow-end = Make the segment longer by a word
alias-grow-end = grow segment, extend coding
command-shrink-end = Make the segment shorter by a word
alias-shrink-end = shrink segment
command-grow-start = Begin the segment a word earlier
command-shrink-start = Begin the segment a word later
resize-no-further = The segment cannot go further on this side.
command-anchor-examples = Show the code's anchor examples, and remove some
alias-anchor-examples = codebook examples
menu-anchors = Anchor examples: { $code }
menu-anchors-keys = Enter go there · x remove · Esc leave
anchors-none = “{ $code }” has no anchor example: a on a segment makes it one.
anchor-no-place = This example comes from a codebook; its place is not in the project.
command-code-filter = Show only codes with certain words
alias-code-filter = search codes, filter code system
form-code-filter = Show only codes with certain words
field-code-filter = Words of the name; empty shows all
code-filter-none = No code has these words.
pane-codes-with = Codes: “{ $words }”
field-research-question = Research question that it answers
field-origin = Origin: { $choices }
origin-unspecified = not said
origin-deductive = deductive
origin-inductive = inductive
origin-wrong = “{ $typed }” is none of: { $choices }.

## Looking after the study
command-doctor = Check the project file and look for what is odd
alias-doctor = integrity, repair, damaged file, diagnose
page-doctor = Is everything in order?
command-backup = Write a copy of the project
alias-backup = save as, backup, copy project, snapshot
form-backup = Write a copy of the project
command-consent-remove = Take out what is written down of consent
alias-consent-remove = delete consent
consent-nothing-to-remove = Nothing is written down of consent for { $document }.
consent-of-all = The whole interview
menu-consent-remove = Whose consent is to be taken out of { $document }?
command-names-import = Take names and replacements from a file
alias-names-import = import pseudonyms, list of names
form-names-import = Take names and replacements from a file
field-names-file = File: CSV or a spreadsheet, as “absatz pseudonyms export” writes it

## Sorting and coding much on the command line
cli-sort-what = Which segments are to be sorted?
cli-sort-what-hint = Name places, as in 5:9, or --all for those that are in no subcode yet.
cli-sorted = { $count ->
    [one] One segment is in { $code } now.
   *[other] { $count } segments are in { $code } now.
}
cli-would-sort = { $count ->
    [one] One segment would go into { $code }.
   *[other] { $count } segments would go into { $code }.
}
cli-code-no-speaker = Nobody called “{ $speaker }” speaks in document { $label }.
cli-code-speakers = Speakers there: { $names }.
cli-coded-turns = { $count ->
    [one] One turn was coded: { $codes }
   *[other] { $count } turns were coded: { $codes }
}
cli-would-code-turns = { $count ->
    [one] One turn would be coded: { $codes }
   *[other] { $count } turns would be coded: { $codes }
}

## The person's own editor
editor-failed-text = The editor did not end well. What it wrote stands here: Esc saves it, Ctrl-C leaves it out.
editor-same = Nothing was changed in the editor.

## Templates of memos
command-memo-templates = List and write the texts that memos begin with
alias-memo-templates = memo templates, interview protocol template, forms
menu-all-templates = Texts that memos begin with
menu-all-templates-keys = Enter write anew · r rename · x remove · Esc leave
menu-new-template = A new template …
menu-no-template = Without a template
form-template = A text that memos begin with
field-template-kind = For memos on: { $choices }
field-template-text = Text, Markdown with headings
