### The lesson: absatz tutor. The keys are the same in both languages. What is to be pressed comes from the person's keymap.

## Its commands
command-tutor = Show or hide the lesson
alias-tutor = tutorial, lesson, introduction, getting started
command-tutor-skip = Go on to the next step of the lesson
hint-tutor-skip = on
alias-tutor-skip = skip a step
command-tutor-back = Back to the step before in the lesson
hint-tutor-back = back
context-lesson = The lesson
need-lesson = The lesson is a study of its own: leave the workbench and call “absatz tutor”.

## Around the steps
tutor-coder = me
tutor-title = Lesson: { $part } · { $step }/{ $all }
tutor-praise = { $step } done
tutor-stands = ✓ This is so already. { $on } goes on.
tutor-lost = Lost? { $out } leads out of whatever you are in, and nothing breaks. { $on } goes on without this step.
tutor-lost-transcript = The keys are somewhere else now: { $key } leads to the transcript. { $on } goes on without this step.
tutor-lost-grid = The keys are somewhere else now: { $key } opens the Summary Grid. { $on } goes on without this step.
tutor-part-looking = looking around
tutor-part-coding = coding
tutor-part-finding = finding again
tutor-part-condensing = summing up
tutor-part-helping = going on alone

## Looking around
tutor-move = Go down to paragraph 4: { $down } is one paragraph down, { $up } one up.
tutor-move-why = The numbers in front are what you cite: { $citation } is paragraph 4 of this interview. They never change.
tutor-jump = Jump to paragraph { $place }: { $go_to }, then { $typed }, then { $enter }.
tutor-jump-why = This works from everywhere. With the interview before it, { $whole }, it also works from another interview.
tutor-panes = Go to the code system: { $focus_codes }. { $down } and { $up } move in it.
tutor-panes-why = Near the bottom of the window you read what the code at the cursor means. { $focus_documents } leads to the documents, { $focus_transcript } to the transcript, and { $focus_next } goes round. A click works too.

## Coding
tutor-code = Code paragraph { $place }: { $go_to } { $typed } { $enter } leads there. Then { $code }, type { $topic_typed }, and { $enter }.
tutor-code-why = That is “{ $topic }”: a few letters of any code will do. The stripe in the margin is your coding. It is saved already.
tutor-repeat = Paragraph { $place } is about the same: go there with { $down }, and { $repeat } codes it too.
tutor-repeat-why = That applies “{ $topic }”, the last code, once more: one key for each further passage.
tutor-several = Two codes at once for paragraph { $place }: { $go_to } { $typed } { $enter }, then { $code }, { $topic_typed } { $tab } { $second_typed } { $tab }, and { $enter }.
tutor-several-why = { $tab } marks a code, { $enter } applies all that are marked: “{ $topic }” and “{ $second }”.
tutor-fresh = Make a code while you read: in paragraph { $place } ({ $go_to } { $typed } { $enter }) press { $code }, type { $path }, and { $enter }.
tutor-fresh-why = The slash puts the new code below “{ $topic }”. Inductive codes come about like this, with a passage they stand on.
tutor-sentence = Code a single sentence: in paragraph { $place } ({ $go_to } { $typed } { $enter }) press { $select_sentence }, then { $code }, { $topic_typed }, { $enter }.
tutor-sentence-why = { $select_sentence } selects the first sentence; pressed again, one more. With the mouse you drag over the words.
tutor-overlap = Now code all of paragraph { $place } as well: { $code }, { $topic_typed }, { $enter }.
tutor-overlap-why = “{ $topic }” now overlaps the sentence. Different codes may overlap in any way, each with its own stripe.
tutor-in-vivo = Paragraph { $place } ({ $go_to } { $typed } { $enter }): { $select_letters } takes the first word, { $select_from_here } holds on to it, { $word_right } adds the next, up to “{ $phrase }”. Then { $in_vivo } and { $enter }.
tutor-in-vivo-why = In vivo: the words themselves become the name of a new code.
tutor-next-open = { $next_open } leads to the next paragraph that you have not coded.
tutor-next-open-why = So you pass nothing over when you come back to an interview. { $previous_open } looks the other way.
tutor-weight = Go to a coding with { $previous_segment } or { $next_segment }, press { $weight }, type a number up to 100, and { $enter }.
tutor-weight-why = The weight says how telling a passage is; later you find the strongest ones by it. { $comment } writes a comment.
tutor-undo = Take that back: { $undo }.
tutor-undo-why = All you do can be undone, step by step, even after days. { $history } lists who did what and when.
tutor-redo = And do it again after all: { $redo }.
tutor-redo-why = Just try things out. Nothing gets lost that way.
tutor-memo = Write down a thought as a memo: { $memo }, a few words, then { $esc }.
tutor-memo-why = Leaving an editor saves its text. A memo stays with what the cursor was on, and { $memos } lists all of them.

## Finding again
tutor-search = { $search } searches all interviews: type { $sought }, and { $enter }.
tutor-search-why = Capital letters do not matter. Each line is a passage with its citation.
tutor-hit = { $open } opens a hit in its transcript; { $next_hit } then leads to the next one.
tutor-hit-why = { $focus_segments } brings the list back.
tutor-retrieve = Collect what you have coded: { $focus_codes }, then { $code_filter }, type { $topic_typed } and { $enter }. Go to “{ $topic }” with { $down } and press { $code_segments }.
tutor-retrieve-why = { $code_filter } shows only codes with these letters, { $back } all of them again. The number behind a code says how often it is applied.
tutor-quote = Copy a quotation for your report: { $copy_quotation }.
tutor-quote-why = The words with their citation can now be pasted into any text. { $open } leads to where they stand in the transcript.

## Summing up
tutor-define = Say more clearly what this code means: { $focus_codes }, then { $code_define }. Change the definition and leave with { $esc }.
tutor-define-why = The coding guide grows along with the coding: when a code applies, when it does not, and with which examples.
tutor-grid = Open the Summary Grid: { $grid }.
tutor-grid-why = A line for each interview, a column for each code. An empty circle is a cell with coded passages that waits for your summary.
tutor-summary = { $next_open } leads on to a cell that waits, { $previous_open } back to one. Press { $cell_edit }, say in your own words what its passages amount to, and leave with { $esc }.
tutor-summary-why = The passages stand beside it. From these summaries the chapters of a report are written.
tutor-state = { $next_bare } leads to an empty cell. Say why it is empty: { $cell_not_asked } for not asked, { $cell_no_answer } for no answer, { $cell_nothing } for nothing relevant.
tutor-state-why = So you can later tell what is missing from what you have not looked at yet.

## Going on alone
tutor-help = { $help } shows all keys that work where you are. { $esc } closes the list.
tutor-help-why = The most important ones always stand in the last line of the window.
tutor-palette = { $palette } finds any command by its name: type { $matrix }, and { $enter }.
tutor-palette-why = The names that MAXQDA uses are understood as well. What has no key of its own is found here.
tutor-end = That was a first day with absatz. { $quit } leaves, and everything is saved; { $tutor } hides this lesson.
tutor-end-why = “absatz demo” opens a study of eight interviews that two people have coded, “absatz new” begins your own. { $help } and { $palette } know the rest.

## Where it is
error-tutor-folder = { $file } is a file, and the lesson needs a folder.
hint-tutor-folder = Name another one: absatz tutor FOLDER.
error-tutor-other = { $file } is no lesson. It stays as it is.
hint-tutor-other = Name another folder: absatz tutor FOLDER. Or make a lesson beside it with --restart.
cli-tutor-no-terminal-hint = The lesson is a part of the workbench: call “absatz tutor” in a terminal window.
