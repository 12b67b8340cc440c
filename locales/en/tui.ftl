### tui: every word that a person sees here. The keys are the same in both languages.

## Commands: what each does; hint- is the short word of the footer, alias- what else the palette finds it by
command-code = Apply codes to the passage
hint-code = code
alias-code = coding, tag, assign
command-repeat = Apply the last code again
hint-repeat = again
command-uncode = Remove a code from the passage
hint-uncode = uncode
alias-uncode = delete coding, untag
command-in-vivo = Make the passage's words a code
alias-in-vivo = in-vivo coding
command-weight = Weight the segment (0 to 100)
alias-weight = weight score
command-comment = Comment the segment
alias-comment = coding comment
command-anchor-example = Make the segment an anchor example of its code
alias-anchor-example = codebook example
command-memo = Write a memo on what the cursor is on
hint-memo = memo
alias-memo = note, annotation
command-memo-project = Write the memo on the whole project
alias-memo-project = research diary
command-copy-quotation = Copy the words with their citation
alias-copy-quotation = clipboard, quote
command-select-letters = Select words and letters
hint-select-letters = select
command-select-paragraphs = Select paragraphs
command-select-down = Extend the selection by the next paragraph
command-select-up = Extend the selection by the previous paragraph
command-letter-right = One letter on
hint-letter-right = letter
command-letter-left = One letter back
command-word-right = One word on
hint-word-right = word
command-word-left = One word back
command-select-row-down = One row down
command-select-row-up = One row up
command-select-to-start = To the beginning of the row
command-select-to-end = To the end of the row
command-select-from-here = Select from here; again: move the other end
hint-select-from-here = from here
command-down = Down
command-up = Up
command-row-down = Scroll one row down
command-row-up = Scroll one row up
command-page-down = One page down
command-page-up = One page up
command-first = To the first
command-last = To the last
command-centre = Bring the paragraph to the middle
command-next-open = To the next paragraph without a code, or cell without a summary
hint-next-open = next open
command-previous-open = To the previous paragraph without a code, or cell without a summary
command-next-segment = To the next coded segment
command-previous-segment = To the previous coded segment
command-cell-right = One code to the right
command-cell-left = One code to the left
command-go-to = Go to a place such as 5:9
hint-go-to = go to
alias-go-to = jump, citation
command-back = One step back
command-open = Open what the cursor is on
hint-open = open
command-search = Search texts, memos, summaries, codes and commands
hint-search = search
alias-search = lexical search, find, regular expression, full text
command-next-hit = To the next hit
command-previous-hit = To the previous hit
command-code-segments = Show the code's segments
hint-code-segments = segments
alias-code-segments = retrieved segments, segment retrieval
command-code-apply = Apply this code to the passage in the transcript
hint-code-apply = apply
command-code-add = Add a code
hint-code-add = add
alias-code-add = new code, category
command-code-rename = Rename the code
hint-code-rename = rename
command-code-define = Write the code's definition
hint-code-define = define
alias-code-define = coding guide, code memo, codebook
command-code-colour = Choose the code's colour
alias-code-colour = color
command-code-down = Move the code down
command-code-up = Move the code up
command-code-indent = Make the code a subcode of the one above
command-code-outdent = Move the code one level up
command-code-move = Move the code under another
alias-code-move = drag code, code tree
command-code-merge = Merge the code into another
alias-code-merge = fuse codes
command-code-remove = Remove the code with its segments
alias-code-remove = delete code
command-fold = Fold, or go to the parent code
command-unfold = Unfold
command-fold-all = Fold all codes
command-unfold-all = Unfold all codes
command-with-subcodes = With or without the subcodes' segments
hint-with-subcodes = subcodes
command-document-edit = Change label, title and group; on a heading: rename it
hint-document-edit = edit
alias-document-edit = rename document, document group
command-document-status = Next status: not started, in progress, done
hint-document-status = status
command-document-replace = Read the document anew from a file
alias-document-replace = replace document, import again
command-documents-by = Documents by group, by case, by set in turn
alias-documents-by = document groups, document sets, sort documents
command-document-remove = Remove the document with all work on it
alias-document-remove = delete document
command-import = Import transcripts
alias-import = import file, Word, docx
command-grid = Open or close the Summary Grid
hint-grid = Grid
alias-grid = Summary Grid, Summary Table, Code Matrix
command-cell-edit = Write the cell's summary; on a segment: go there
hint-cell-edit = summary
alias-cell-edit = paraphrase
command-cell-segments = To the cell's segments and back
hint-cell-segments = segments
command-undo = Undo your last change
hint-undo = undo
alias-undo = take back
command-redo = Do again what was undone
alias-redo = repeat change
command-drafts = Show texts that were not saved
alias-drafts = recover, crash
command-focus-next = To the next pane
hint-focus-next = pane
command-focus-previous = To the previous pane
command-focus-documents = To the documents
alias-focus-documents = Document System
command-focus-codes = To the codes
alias-focus-codes = Code System
command-focus-transcript = To the transcript
alias-focus-transcript = Document Browser
command-focus-segments = To the last list of segments or hits
alias-focus-segments = Retrieved Segments
command-open-beside = Open a transcript beside this one
alias-open-beside = second Document Browser, open in new tab, two documents, split view, side by side
command-other-half = Over to the other of two transcripts
hint-other-half = other
command-close-half = Close this one of two transcripts
alias-close-half = close second Document Browser, close tab
command-exchange-halves = Let two transcripts change places
command-left-wider = Widen the left of two transcripts
command-left-narrower = Narrow the left of two transcripts
command-side-wider = Widen the side panes
command-side-narrower = Narrow the side panes
command-text-wider = Widen the text
command-text-narrower = Narrow the text
command-documents-taller = More room for the documents
command-documents-lower = More room for the codes
command-theme = Switch between dark and light
alias-theme = colours, dark mode
command-language = Auf Deutsch weiterarbeiten
alias-language = language, German, Sprache
command-help = Show the keys that work here
hint-help = help
alias-help = keys, shortcuts
command-palette = Find any command
hint-palette = commands
command-redraw = Draw the window anew
command-suspend = Suspend; “fg” comes back
command-quit = Leave; everything is kept
hint-quit = quit
alias-quit = exit, close

## Panes and titles
pane-documents = Documents
pane-codes = Codes
pane-transcript = Transcript
title-paragraph = ¶ { $at } of { $all }
title-left-of-two = left of two
title-right-of-two = right of two
title-segments = Segments: { $code }
title-segments-sub = Segments: { $code } and subcodes
title-hits = Found: “{ $query }”
hits-text = In the transcripts
hits-paraphrases = In paraphrases
hits-summaries = In summaries
hits-memos = In memos
hits-codes = In the code system
hits-commands = Commands
title-grid = Summary Grid
title-grid-sub = Summary Grid, with subcodes' segments
pane-documents-case = Documents by case
pane-documents-set = Documents by set
documents-no-case = Without a case
documents-no-set = In no set
documents-only-groups = No document is in a case or in a set yet.
documents-order-groups = The order is that of the groups; v shows the documents by group.
documents-no-group = Without a group
documents-empty = No documents yet. I imports a transcript.
codes-empty = No codes yet. c in the transcript makes the first one, a adds one here.
transcript-none = Nothing to read yet: import a transcript with I.
transcript-empty = Choose a document with the arrow keys and open it with Enter.
list-empty = Nothing here.
grid-empty = The grid needs documents and codes.
cell-open = { $count ->
    [one] One segment waits
   *[other] { $count } segments wait
} for a summary: Enter writes it.
cell-empty = No segments and no summary.
cell-no-segments = This cell has no segments.
segment-weight = weight { $weight }
too-small = The window is too small: { $width } × { $height } at least.

## Status line and messages
status-working = Working …
status-letters = { $count ->
    [one] one character
   *[other] { $count } characters
}
status-paragraphs = { $count ->
    [one] one paragraph
   *[other] { $count } paragraphs
} selected
waiting-plan = Looking at what would go …
waiting-count = Counting in all transcripts …
waiting-erase = Writing a new file …
waiting-replace = Replacing { $count ->
    [one] one occurrence
   *[other] { $count } occurrences
} …
waiting-keys = Esc stops it; nothing is changed then
waiting-stopping = Stopping …
waiting-stopped = Stopped; nothing was changed.
toast-done = ✓ { $what } · u undoes
toast-undone = Undone: { $what } · Ctrl-R does it again
toast-redone = Done again: { $what }
toast-and-more = { $what } (and { $count } more)
toast-copied = Copied with its citation { $citation }
toast-abandoned = Left without the changes.
no-open-paragraph = Every paragraph from here has a code.
no-open-cell = No cell from here waits for a summary.
no-more-segments = No more segments this way.
nothing-coded-here = You have coded nothing here.
hit-of = Hit { $at } of { $all }
search-found = { $count ->
    [one] “{ $query }” was found once
   *[other] “{ $query }” was found { $count } times
}: 4 shows it.
search-nothing = “{ $query }” does not occur.
status-searching = Searching for “{ $query }” … { $percent } % · Esc stops it
search-stopped = The search for “{ $query }” was stopped.
search-running = Searching …
weight-wrong = A weight is a whole number from 0 to 100.
draft-elsewhere = Open the document of this segment first.
saving-kept = Your text is kept: “{ command-drafts }” has it.
panic-kept = absatz has crashed; your terminal is back and saved work is safe. Unsaved text is offered when you open the project again.
panic-not-kept = absatz has crashed; your terminal is back and saved work is safe. What was written in the last second could not be kept.
panic-job = This came to a bad end inside absatz. Nothing was changed, and the rest goes on.
panic-log = Where it happened is noted in { $file }, without any text of the study: please send it along when you report this.
error-no-terminal = The workbench needs a terminal.
hint-no-terminal = For scripts there are the other commands: “absatz --help”.
error-terminal = The terminal does not answer: { $reason }
error-worker = The project does not answer any more. What was saved is safe.

## What a command needs
need-nothing = Nothing is missing.
need-document = choose a document
need-transcript = open a document first
need-halves = only one transcript is open: zb opens another one beside it
need-passage = needs a numbered passage
need-code = choose a code
need-codes = there are no codes yet
need-segment = no coded segment of yours here
need-repeat = apply a code first
need-hits = search first
need-cell = open the Summary Grid first
need-drafts = no unsaved texts
need-list = no list of segments or hits yet

## Popups
picker-apply = Code { $place }
picker-apply-keys = Enter apply · Tab mark several · Alt-Enter new code · Esc
picker-move = Move { $code } under …
picker-merge = Merge { $code } into …
picker-keys = Enter choose · Esc back
picker-marked = Marked: { $codes }
picker-empty = No code yet. Type a name, or Parent/Child.
picker-create = New code “{ $code }”
picker-nothing = Type the name of a code first.
menu-uncode = Remove which code?
menu-open-beside = Which one beside it?
menu-same-again = { $document } once more
menu-colour = Colour of { $code }
menu-drafts = { $count ->
    [one] A text was not saved last time
   *[other] { $count } texts were not saved last time
}
menu-guides-keys = Enter read · x remove · Esc back
menu-drafts-keys = Enter open · x give up · Esc later
palette-title = Commands
palette-keys = type to find · Enter run · Esc back
help-title = Keys that work here
help-keys = type to find · ↑ ↓ scroll · Esc back
form-keys = Esc save and back · Ctrl-C discard · Tab next field · Ctrl-O your editor
form-prompt-keys = Enter confirm · Esc back
form-editor-keys = Esc save and back · Ctrl-C discard · Ctrl-O your editor
form-fields-keys = Enter save · Tab next field · Esc back
toast-abandon-again = Press Ctrl-C again to leave without the changes.
form-go-to = Go to
form-search = Search the whole study, and for commands
form-import = Import transcripts
form-replace = Read { $document } anew
form-add-code = New code
form-rename-code = Rename { $code }
form-define = Definition of { $code }
form-weight = Weight of { $code }
form-comment = Comment on { $code }
form-document = Change { $document }
form-memo = Memo: { $on }
form-summary = { $document } × { $code }
field-place = Place, for example 5:9, 5:9-11, or a paragraph of this document
field-search = Words, case and accents aside; between slashes a /pat|tern/
field-file = Path of a file or folder; * stands for any letters
field-file-one = Path of the file; label, title, group and all besides the text stay
field-code-path = Name, or Parent/Child
field-name = Name
field-definition = Definition
field-apply = Apply when
field-not-apply = Do not apply when
field-weight = 0 to 100; empty takes the weight away
field-comment = Comment
field-label = Label: what a citation names, the 5 of (IP 5: 9)
field-title = Title
field-group = Group
field-memo-title = Title
field-memo = Memo
field-summary = Summary
memo-on-segment = a segment
memo-free = free

## The preview of an import
preview-title = Import: what was found
preview-replace-title = Read { $document } anew: what was found
preview-replace-keys = Enter read it anew · ↑ ↓ scroll · Esc back without it
replace-one-file = { $count } files are meant; a document is read anew from one.
replace-several-hint = Leave the others out with d, or read the file as one document.
hint-replace-here = E in the transcript corrects a paragraph, “:” and “{ command-correct-transcript }” all of it; what stands in it moves along.
preview-reading = Reading … { $percent } %
preview-waiting-keys = Esc back
preview-nothing-keys = nothing to import · ↑ ↓ PgDn · Esc back
preview-one-keys = Enter import it · ↑ ↓ scroll · Esc back without it
preview-keys = Enter import { $count ->
    [one] one transcript
   *[other] { $count } transcripts
} · ↑ ↓ choose · PgDn scroll · Esc back
preview-title-speakers = Speakers of { $file }
preview-speakers-keys = ↑ ↓ · Space on or off · i who asks · Esc back
preview-title-storing = Importing
preview-storing-keys = Esc stops; what is done stays
preview-storing = { $done } of { $all } · { $file }
preview-stopping = Stopping …
preview-title-done = Import: what came of it
preview-done-keys = ↑ ↓ scroll · Esc close · then u takes it back
preview-for-all = All files are read like this one.
preview-left-out = You leave it out; d takes it in again.
preview-without = { $file }: left out
preview-short = { $paragraphs } ¶, { $words ->
    [one] one word
   *[other] { $words } words
}
preview-candidates = Not taken as speakers: { $labels }
preview-candidate = “{ $label }”
voice-interviewer = asks
voice-interviewee = answers
voice-paragraphs = { $count ->
    [one] one paragraph
   *[other] { $count } paragraphs
}
form-import-as = Import { $file } as
form-import-group = Group of all these documents
choice-speakers = speakers …
choice-name = label, title, group …
choice-without = leave out
choice-within = take in again
choice-group = group of all …
choice-all = all files like this one
choice-encoding-found = encoding { $name } (found)
choice-encoding-named-there = code page as the file says
choice-encoding-named = encoding { $name }
choice-labels-marked = labels marked
choice-labels-cut = labels cut out
choice-labels-text = labels are text
choice-times-marked = times marked
choice-times-cut = times cut out
choice-times-text = times are text
choice-stamps-auto = stamps by place
choice-stamps-start = stamps are starts
choice-stamps-end = stamps are ends
choice-lines-no = lines as they are
choice-lines-yes = lines joined
choice-lines-auto = lines joined where wrapped
choice-headings-yes = headings numbered
choice-headings-no = headings not numbered
choice-empty-yes = empty lines numbered
choice-empty-no = empty lines not numbered
choice-cues-merge = cues joined to turns
choice-cues-separate = each cue by itself
choice-columns = columns, sheet …
choice-tiers = tiers …
choice-again = once more, or not
form-columns = Columns of { $file }
form-tiers = Tiers of { $file }, with commas; empty: those of speech
field-tiers = Tiers
field-column-text = Column of the words: letter, number or heading; empty: found by itself
field-column-speaker = Column of the speakers
field-column-start = Column of the start times
field-column-end = Column of the end times
field-sheet = Sheet, by name or number
choice-split-yes = split at #TEXT
choice-split-no = not split at #TEXT
summary-of = { $done } of { $all } imported.
summary-file = File
summary-label = Label
summary-paragraphs = Paras
summary-words = Words
summary-speakers = Speakers
summary-stopped = Not imported: it was stopped before.
preview-of = { $ready } of { $all } can be imported; nothing is written yet.
preview-read = { $paragraphs ->
    [one] one numbered paragraph
   *[other] { $paragraphs } numbered paragraphs
}, { $words ->
    [one] one word
   *[other] { $words } words
}
preview-speakers = Speakers: { $speakers }
preview-speaker = { $label } ({ $count ->
    [one] one paragraph
   *[other] { $count } paragraphs
})
preview-interviewer = { $label } (interviewer, { $count ->
    [one] one paragraph
   *[other] { $count } paragraphs
})
preview-no-speakers = No speakers recognised
preview-times = { $count ->
    [one] One paragraph with a time
   *[other] { $count } paragraphs with a time
}
preview-no-times = No times
preview-skipped = { $file }: skipped
preview-unreadable = { $file }: cannot be read
preview-nothing = None of these files can be imported.
import-none = No transcripts fit { $path }.
toast-imported = ✓ { $count ->
    [one] One transcript
   *[other] { $count } transcripts
} imported · u undoes

## Contexts, colours, keys
context-global = Everywhere
context-documents = In the documents
context-codes = In the codes
context-transcript = In the transcript
context-selecting = While selecting words and letters
context-segments = In lists of segments and hits
context-grid = In the Summary Grid
colour-1 = Blue
colour-2 = Orange
colour-3 = Green
colour-4 = Pink
colour-5 = Brick red
colour-6 = Lavender
colour-7 = Slate
colour-8 = Light green
colour-9 = Violet
colour-10 = Indigo
key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-space = Space
key-enter = Enter
key-esc = Esc
key-tab = Tab
key-backspace = Backspace
key-delete = Del
key-insert = Ins
key-home = Home
key-end = End
key-page-up = PgUp
key-page-down = PgDn

## The keymap file
keymap-syntax = keymap.toml, line { $line }: { $reason }
keymap-context = keymap.toml, line { $line }: there is no context “{ $name }”
keymap-key = keymap.toml, line { $line }: “{ $name }” is no key
keymap-command = keymap.toml, line { $line }: there is no command “{ $name }”
keymap-twice = keymap.toml, line { $line }: “{ $name }” has a meaning from line { $first } already
keymap-prefix = keymap.toml, line { $line }: “{ $name }” and “{ $other }” begin alike, so one would hide the other

## Files and coders
command-export = Export what is seen to a file
alias-export = Export, Exportieren, Excel, Word, save as
command-import-codebook = Take in a codebook
alias-import-codebook = import code system, coding guide, codes from a file
command-coder = Work as another coder
alias-coder = sign in, user, coders
menu-export = Export what?
menu-coders = Who codes?
menu-new-coder = New coder …
export-codebook = Coding guide
export-file-grid = summary-grid.docx
export-file-segments = segments-{ $code }.xlsx
export-file-codebook = coding-guide.docx
export-ending = Known endings of files: { $endings }.
export-there = { $file } exists: Enter again overwrites it.
form-export = Export – { $what }
form-import-codebook = Take in a codebook
form-add-coder = New coder
field-export = File: { $endings }
field-codebook = Path of the file: .json, .md, .csv, .txt
field-coder = Name or initials
toast-exported = ✓ Written: { $file }
toast-codebook = ✓ { $file }: { $added } added, { $changed } changed, { $unchanged } unchanged · u takes it back
toast-coder = ✓ { $coder } is coding now.
command-resize-segment = Give the segment the selected letters as its extent
need-letters = Select its new extent first: v, then words or letters.
