### Recordings, consent, guides and interview protocols.

## Recordings: what goes wrong
error-recording-gone = This recording is not attached any more.
error-no-such-recording = There is no file { $file }.
error-recording-is-folder = { $file } is a folder; a recording is one audio or video file.
error-recording-name = { $file }: the name has characters that cannot be kept. Rename the file first.
error-recording-attached = { $file } is attached to { $label } already.
hint-recording-attached = If it lies somewhere else now: absatz recordings relocate LABEL FILE
error-shift-long = The times of a transcript can be at most a day early or late.
error-time-end-alone = A paragraph with an end needs a beginning.
error-time-order = It cannot end at { $end }: it begins at { $time }.
error-no-recording = { $label } has no recording.
hint-no-recording = Attach one: absatz recordings attach { $label } FILE, or R in the documents of the workbench.
error-recording-missing = The recording { $file } is not there on this machine.
hint-recording-missing = Say where it lies: absatz recordings relocate { $label } FILE, or R in the workbench. Beside the project it is found without that.
error-no-time = Neither { $place } nor any paragraph before it has a time.
hint-no-time = Set one by hand (absatz recordings time 5:9 0:12:40, or t in the workbench), or play from a time: absatz play 5 --from 12:40
error-time-outside = { $time } lies outside the recording, which ends at { $end }.
hint-time-outside = A wrong time is mended with “absatz recordings time”, times that are all late with: absatz recordings shift { $label } SECONDS
error-several-recordings = { $label } has several recordings: { $names }.
hint-several-recordings = Say which: --recording NAME
error-no-recording-named = { $label } has no recording “{ $name }”. It has: { $names }.

## The player
error-config = { $file }: { $reason }
error-config-words = { $file }: “{ $key }” is a command line, in quotation marks.
error-config-switch = { $file }: “{ $key }” is either true or false, without quotation marks.
hint-config-words = Write it as in { $key } = "program --option".
error-player-missing = The player “{ $player }” ({ $source }) is not there.
error-no-player = No player was found; { $names } were looked for.
hint-player = Install one, or name yours in { $file }: player = "mpv --start={"{"}seconds{"}"} {"{"}file{"}"}". The variable ABSATZ_PLAYER does the same.
error-player-words = “{ $words }” ({ $source }) is no command line: a quotation mark is open, or nothing is there.
error-player-start = The player { $player } cannot be started: { $reason }
error-player-ended = The player { $player } did not end well ({ $status }).
error-player-said = The player { $player } says: { $reason }
hint-player-command = It was called so: { $command }
play-beginning = { $file } from the beginning
play-time = { $file } from { $time }
play-place = { $file } from { $time }, { $place }
play-earlier = { $asked } has no time: { $file } from { $time }, { $found }

## Recordings on the command line
cli-list-recordings = Recordings
cli-column-recording = Recording
cli-column-duration = Length
cli-column-shift = Times late by
cli-column-timed = With a time
cli-column-path = Where it lies
cli-recording-missing = not on this machine
cli-no-recordings = No recordings yet. “absatz recordings attach LABEL FILE” attaches one.
cli-recording-attached = { $label }: { $file } is attached.
cli-recording-relocated = { $name } lies at { $file }.
cli-recording-detached = { $label }: { $file } is detached; the file itself is untouched.
cli-recording-shifted = { $file }: the transcript's times are late by { $seconds } s.
cli-no-shift = “{ $text }” is no number of seconds.
cli-no-shift-hint = For example +2.5, -0:01:05 or 0.
cli-no-time = “{ $text }” is no time.
cli-no-time-hint = Write it as 1:02:33, 62:33, or in seconds.
cli-one-paragraph = { $place } is not one paragraph.
cli-one-paragraph-hint = A time belongs to one paragraph: 5:9
cli-time-needed = When does it begin?
cli-time-line-hint = Write PLACE<TAB>TIME, and an END after another tab.
cli-times-set = { $count ->
    [one] One time is set.
   *[other] { $count } times are set.
}
cli-time-set = { $place } begins at { $time }.
cli-time-cleared = { $place } has no time any more.
cli-time-out-of-order = Out of order: { $place } is at { $time }.

## Consent: what goes wrong
error-no-consent = Nothing is written down about a consent of { $label }.
error-consent-order = A consent of { $given } cannot have been withdrawn on { $withdrawn }.
error-no-day = “{ $text }” is no day.
hint-no-day = Write days as 2026-03-01 or 1.3.2026.
error-wording = A passage that was released in other words needs them.
hint-wording = absatz consent release PLACE changed --wording "the other words"

## Consent in words
quotations-unknown = unknown
quotations-yes = yes
quotations-anonymous = anonymous
quotations-ask = ask first
quotations-no = no
release-asked = asked
release-released = released
release-changed = released in other words
release-refused = refused
quote-yes = { $place } may be quoted.
quote-released = { $place } was put before the person and released.
quote-anonymous = { $place } may be quoted without what tells who it was.
quote-changed = { $place } may be quoted in these words: { $wording }
quote-unknown = { $place }: it is not written down whether this may be quoted.
quote-ask = { $place } has to be put before the person first.
quote-asked = { $place } was put before the person; there is no answer yet.
quote-refused = { $place } was refused by the person.
quote-no = { $place } may not be quoted.
quote-withdrawn = { $place }: the consent was withdrawn.
concern-missing = no consent written down
concern-withdrawn = withdrawn { $on }
concern-withdrawn-person = { $name } withdrawn { $on }
concern-overdue = recording to be deleted by { $by }

## Consent on the command line
cli-list-consent = Consent
cli-list-releases = Passages put before persons
cli-column-person = Person
cli-column-given = Given
cli-column-quotations = Quotations
cli-column-withdrawn = Withdrawn
cli-column-delete-by = Recording until
cli-column-recording-deleted = Recording deleted
cli-column-scope = For
cli-column-concerns = To be seen to
cli-column-answer = Answer
cli-column-wording = Other words
cli-column-words-there = Words
cli-consent-set = { $label }: the consent is written down.
cli-consent-withdrawn = { $label }: the consent is withdrawn. The interview is still in the file; “absatz erase { $label }” takes it out for good.
cli-consent-removed = { $label }: nothing is written down any more.
cli-nothing-to-set-consent = Use --given, --scope, --quotations, --delete-by, --recording-deleted, --withdrawn or --note.
cli-no-releases = No passages were put before persons.
cli-odd-consent-withdrawn = { $label }: the consent was withdrawn on { $on }, and the interview is still in the file: absatz erase { $label }
cli-odd-recording-overdue = { $label }: the recording was to be deleted by { $by }; once it is: absatz consent set { $label } --recording-deleted DATE
consent-given = given { $on }
consent-quotations = quotations: { $answer }
consent-recording-deleted = recording deleted { $on }

## Guides: what goes wrong
error-guide-gone = This reference document is not in the project any more.
error-guide-there = { $guide } is there already.
hint-guide-there = Another version has a name of its own: --version 2
error-guide-name = “{ $name }” is no name for a guide or its version: one line without a colon.
error-no-guide = { $name } is no interview guide but another document.
error-no-guides = There are no guides yet.
hint-no-guides = absatz guides import FILE keeps one.
error-no-such-guide = There is no guide “{ $name }”.
hint-no-such-guide = There are: { $names }.
error-several-guides = “{ $name }” has several versions: { $names }.

## Guides in words
reference-guide = interview guide
reference-other = other
stage-main = main study
stage-pretest = pretest

## Guides on the command line
cli-list-guides = Guides and other documents
cli-column-version = Version
cli-column-kind = Kind
cli-column-interviews = Interviews
cli-column-asks = Codes
cli-column-name = Name
cli-column-stage = Stage
cli-column-guide = Guide
cli-no-guides = No guides yet. “absatz guides import FILE” keeps one.
cli-guide-imported = { $guide } is kept.
cli-guide-removed = { $guide } is removed. “absatz undo” brings it back.
cli-guide-asks = { $guide } asks about { $count ->
    [0] no codes
    [one] one code
   *[other] { $count } codes
}.
cli-guide-used = { $labels }: led by { $guide }.
cli-guide-unused = { $labels }: led by no guide that is kept here.

## Memos, templates and the interview protocol
error-no-such-template = There is no template “{ $name }”.
hint-no-such-template = Templates: { $names }.
error-template-name = A template's name is one line, and not empty.
error-template-kind = “{ $kind }” is no kind of memo: { $kinds }.
error-template-empty = The template “{ $name }” has no text.
error-template-given = The template “{ $name }” comes with the program.
error-template-exists = There is already a template “{ $name }”.
hint-template-exists = Choose another name, or remove that one first.
hint-template-given = One of your own with this name takes its place: absatz memo template add
error-memo-dated = Only an entry of the logbook is about a day.
hint-memo-dated = Write it with --on logbook.
error-memo-group-gone = This document group is not in the project any more.
template-protocol-name = Interview protocol
template-protocol-text =
    ## Place

    ## Date

    ## Duration

    ## Atmosphere

    ## Particulars
memo-kind-project = project
memo-kind-group = document group
memo-kind-case = case
memo-kind-document = document
memo-kind-place = place
memo-kind-code = code
memo-kind-coding = coded segment
memo-kind-free = free
memo-kind-logbook = logbook
cli-memo-on-group = group { $name }
cli-memo-on-case = case { $name }
cli-memo-on-what = On what shall the memo “{ $name }” be?
cli-memo-on-what-hint = For example --document 5, --case NAME or --on logbook.
cli-column-template = Template
cli-template-there = There is a template “{ $name }” already.
cli-template-there-hint = absatz memo template set writes it anew.
cli-template-written = The template “{ $name }” is written.
cli-template-renamed = The template “{ $name }” is called “{ $to }” now; memos that were begun with it as well.
cli-template-removed = The template “{ $name }” is removed.

## In the workbench: commands
command-play = Play the recording from here, or stop it
alias-play = audio, video, listen, sound
command-set-time = Set by hand when the paragraph begins in the recording
alias-set-time = timestamp, time code
command-recording = Attach a recording to the document, or change it
alias-recording = audio, video, media file, shift times
command-consent = Write down the consent
alias-consent = informed consent, withdrawal, data protection
command-release-quotation = Write down what became of a passage put before the person
alias-release-quotation = authorise quotation, member check
command-document-info = Show what is known of the document
hint-document-info = info
alias-document-info = properties, recording, consent, guide, pretest
command-document-stage = Make the document a pretest, or part of the main study
alias-document-stage = pilot interview
command-document-guide = Choose the guide that the interview was led by
command-guides = Read the interview guides
alias-guides = guideline, questionnaire, reference document
command-import-guide = Keep an interview guide
command-protocol = Write the interview protocol
alias-protocol = postscript, field notes, memo template
command-memo-case = Write a memo on the document's case
command-logbook = Write an entry of the logbook
alias-logbook = research diary, journal

## In the workbench: popups
play-said = { $what } · { $key } stops
play-stopped = Stopped.
no-case = { $document } belongs to no case.
menu-recordings = Recordings of { $document }
menu-shift = { $file }: times late by { $seconds } s …
menu-relocate = { $file } lies somewhere else …
menu-detach = Detach { $file }
menu-attach = Attach a recording …
menu-whole-interview = The whole interview: { $consent }
menu-release = What became of the passage?
menu-guides = Guides
menu-no-guide = None of these
menu-new-guide = Keep another …
menu-document-guide = { $document } was led by
menu-templates = Begin with
form-attach = Attach a recording to { $document }
form-relocate = Where does the recording lie?
form-shift = By how many seconds are the transcript's times late?
form-time = When { $place } begins
form-consent = Consent of { $whose }
form-import-guide = Keep an interview guide
form-logbook = Entry of the logbook
field-recording = Path of the audio or video file
field-shift = Seconds: +2.5, or -1:05
field-time = Begins at, such as 1:02:33; empty takes the time away
field-end-time = Ends at
field-given = Given on, such as 2026-03-01
field-quotations = Quotations: { $choices }
field-scope = For what
field-delete-by = Recording to be deleted by
field-recording-deleted = Recording deleted on
field-withdrawn = Withdrawn on
field-note = Note
field-wording = What the person wants to read instead
field-guide-file = Path of the file
field-guide-name = Name; empty: that of the file
field-guide-version = Version, where there are several
field-dated = The day it is about, such as 2026-03-01; empty: today
time-wrong = “{ $text }” is no time. Write it as 1:02:33, 62:33, or in seconds.
quotations-wrong = “{ $text }” is none of the answers about quotations.
page-keys = ↑ ↓ scroll · Esc back
info-case = Case
info-text = Text
info-counts = { $paragraphs ->
    [one] one numbered paragraph
   *[other] { $paragraphs } numbered paragraphs
}, { $words ->
    [one] one word
   *[other] { $words } words
}
info-no-recording = No recording attached.
info-shift = times late by { $seconds } s
info-timed = { $timed } of { $all } paragraphs have a time.
info-led = Interviews led by it: { $labels }
info-asks = It asks about: { $codes }
command-consents = Show what was agreed for all documents
alias-consents = consent overview, deletion dates
command-guide-codes = Say which codes a guide asks about
alias-guide-codes = not asked, questions and codes
menu-guide-codes = Codes of which guide?
picker-asks = It asks about
picker-asks-keys = Tab mark · Enter these and no others · Esc
