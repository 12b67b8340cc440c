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
command-slot-1 = Quick slot 1: apply its code; on a code: put it there
command-slot-2 = Quick slot 2: apply its code; on a code: put it there
command-slot-3 = Quick slot 3: apply its code; on a code: put it there
command-slot-4 = Quick slot 4: apply its code; on a code: put it there
command-slot-5 = Quick slot 5: apply its code; on a code: put it there
command-slot-6 = Quick slot 6: apply its code; on a code: put it there
command-slot-7 = Quick slot 7: apply its code; on a code: put it there
command-slot-8 = Quick slot 8: apply its code; on a code: put it there
command-slot-9 = Quick slot 9: apply its code; on a code: put it there
command-slots = Show the quick slots and change them
alias-slots = code favourites, quick list, hotkeys
slot-empty = Quick slot { $number } is empty: { $key } in the code system puts a code there.
slot-put = Quick slot { $number } is { $code }: { $key } applies it.
slot-nothing = empty
menu-slots = Quick slots
menu-slots-keys = 1 to 9, Enter choose a code · x empty · Esc leave
picker-slot = A code for quick slot { $number }
