### Consolidating: settling the differences of coders who worked apart; the consensus and its protocol.

consolidation-coder = Consensus
consolidation-title = Differences
consolidation-protocol-title = Protocol of the consolidation

## How the coders stand to each other
consolidation-kind-agreed = agreed
consolidation-kind-missing = missing
consolidation-kind-other-code = other code
consolidation-kind-other-boundary = other boundary
consolidation-kind-nobody = nobody’s

## How far a difference is
consolidation-state-open = open
consolidation-state-changed = changed since
consolidation-state-decided = decided

## What was decided
consolidation-outcome-one = { $coder } taken
consolidation-outcome-all = all taken
consolidation-outcome-none = none taken
consolidation-outcome-anew = coded anew
consolidation-outcome-rule = by the rule
consolidation-outcome-agreed = agreed
consolidation-nothing = nothing
consolidation-coded-words = { $code }: “{ $words }”

## Columns and notes
consolidation-column-number = No.
consolidation-column-coder = Coder { $coder }
consolidation-column-state = State
consolidation-column-outcome = Decision
consolidation-column-result = Consensus
consolidation-column-reason = Reason
consolidation-column-by = Decided by
consolidation-column-at = When
consolidation-note-progress = Differences decided: { $decided } of { $all }.
consolidation-note-documents = Documents whose consensus is done: { $finished } of { $all } coded by two or more.
consolidation-note-changed = { $count ->
    [one] One is open again: a coder has changed something since it was decided.
   *[other] { $count } are open again: a coder has changed something since they were decided.
}
summary-as-consensus = The document is consolidated: written as { $name }.
summary-as = { $what } – as { $name }
consolidation-note-waiting = { $count ->
    [one] One passage waits: one of its codes is to be revisited by a coder.
   *[other] { $count } passages wait: one of their codes is to be revisited by a coder.
}
consolidation-note-agreed-open = { $count ->
    [one] One passage that all agree on is not in the consensus yet.
   *[other] { $count } passages that all agree on are not in the consensus yet.
}
consolidation-note-decisions = { $count ->
    [one] One decision. The coders’ own work stays as it was.
   *[other] { $count } decisions. The coders’ own work stays as it was.
}
consolidation-note-agreed = { $count ->
    [one] One passage that all agreed on is not listed.
   *[other] { $count } passages that all agreed on are not listed.
}
consolidation-note-names = Letters stand for the coders.

## What the command line says
consolidation-decided = { $place }: { $codes }
consolidation-next = Next: { $number } { $place }
consolidation-agreed-taken = { $count ->
    [0] The consensus has everything that all agree on.
    [one] Taken into the consensus: one passage that all agree on.
   *[other] Taken into the consensus: { $count } passages that all agree on.
}
consolidation-agreed-would = { $count ->
    [0] The consensus has everything that all agree on.
    [one] Would be taken into the consensus: one passage that all agree on.
   *[other] Would be taken into the consensus: { $count } passages that all agree on.
}
consolidation-rule-settled = { $count ->
    [0] The rule fits no open difference.
    [one] One difference settled by the rule.
   *[other] { $count } differences settled by the rule.
}
consolidation-rule-would = { $count ->
    [0] The rule fits no open difference.
    [one] One difference would be settled by the rule. Nothing was changed.
   *[other] { $count } differences would be settled by the rule. Nothing was changed.
}
consolidation-finished = { $count ->
    [0] The consensus of document { $label } is done and counts from now on.
    [one] The consensus of document { $label } is done and counts from now on; one passage was left open.
   *[other] The consensus of document { $label } is done and counts from now on; { $count } passages were left open.
}
consolidation-reopened = The consensus of document { $label } is open again.

## Errors
error-consolidation-blind = The coders do not see each other’s work yet: their differences would tell them of it.
error-consolidation-none = No document has been declared done by two coders.
error-consolidation-once = Document { $label } has not been declared done by two coders.
error-consolidation-nothing-there = Nobody has coded { $place }.
hint-consolidation-nothing-there = To give the consensus a code there: --code CODE.
error-consolidation-several = { $count } differences touch { $place }.
hint-consolidation-several = Name the one that is meant by its number: { $numbers }.
error-no-difference = There is no difference { $number }.
hint-no-difference = They are numbered from 1 to { $count }; “absatz consolidate list” shows them.
error-consolidation-open = { $count ->
    [one] One difference in document { $label } is not decided.
   *[other] { $count } differences in document { $label } are not decided.
}
hint-consolidation-open = Decide them, or leave them out of the consensus: absatz consolidate finish --anyway.
error-consolidation-waits = At { $place } a coder still has to look for one of the codes once more.
hint-consolidation-waits = Let the coders look first (absatz codes revisit list --everyone), or finish without it: absatz consolidate finish { $label } --anyway.
error-consolidation-waiting = { $count ->
    [one] One passage of document { $label } waits for a code to be revisited.
   *[other] { $count } passages of document { $label } wait for codes to be revisited.
}
error-consolidation-agreed-open = { $count ->
    [one] One passage that all agree on in document { $label } is not in the consensus yet.
   *[other] { $count } passages that all agree on in document { $label } are not in the consensus yet.
}
hint-consolidation-agreed-open = Take them over first: absatz consolidate agreed.
error-consolidation-finished = The consensus of document { $label } is done.
hint-consolidation-finished = Take that back first: absatz consolidate reopen { $label }.
error-consolidation-not-finished = The consensus of document { $label } is not done.
error-consolidation-outdated = What the coders have on { $place } has changed meanwhile.
hint-consolidation-outdated = Look at it again, then decide.
error-consolidation-not-compared = { $name } has not declared document { $label } done: there is nothing to take.
error-consolidation-no-code = Coding anew needs a code.
hint-consolidation-no-code = To take nothing, decide for none.
error-consensus-signs-in = { $name } is what the coders agreed on, and nobody who works.
hint-consensus-signs-in = For a single command it can be named: --coder { $name }.

## The workbench
context-consolidate = Differences of coders
need-consolidation = Open the walk through the differences first (F10).
command-consolidate = Walk through the differences of the coders and settle them
hint-consolidate = settle
alias-consolidate = consolidate, consensus, Konsens, intercoder agreement, Intercoder-Übereinstimmung, double coding
command-take-first = Take what the first coder has
hint-take-first = take
command-take-second = Take what the second coder has
hint-take-second = take
command-take-third = Take what the third coder has
command-take-fourth = Take what the fourth coder has
command-take-all = Take what all coders have, together
hint-take-all = all
command-take-none = Take nothing of it
hint-take-none = none
command-code-anew = Code the difference anew
hint-code-anew = anew
command-code-passage = Code the difference anew, on the passage selected here
command-reason = Write the reason of the next decision
hint-reason = reason
command-take-agreed = Take into the consensus what all agree on
hint-take-agreed = what agrees
alias-take-agreed = consensus, agreement
command-settle-by-rule = Settle small differences of boundaries by a rule
hint-settle-by-rule = rule
alias-settle-by-rule = consensus, tolerance, boundaries
command-finish-consensus = Declare the consensus of the document done, or open it again
hint-finish-consensus = finish
alias-finish-consensus = consensus, analysis set
command-next-document = Differences of the next document
command-previous-document = Differences of the document before
title-consolidate = Differences { $document }
title-consolidate-done = Differences { $document } · consensus done
consolidate-progress = { $decided } of { $all } decided
consolidate-progress-whole = in all { $decided } of { $all }
consolidate-waiting = { $count ->
    [one] one waits
   *[other] { $count } wait
}
consolidate-at = { $at } of { $all }
consolidate-reason = Reason of the next decision: { $reason }
consolidate-no-differences = { $count ->
    [0] Nothing has been coded here.
    [one] The coders agree: one passage.
   *[other] The coders agree: { $count } passages.
}
consolidate-only-document = No other document has been coded twice.
consolidate-no-such-coder = No coder has the number { $number } here.
consolidate-no-difference-here = Open the difference first (F10), then go to its transcript and select.
consolidate-all-decided = All differences are decided.
consolidate-document-decided = All differences of this document are decided: A takes what agrees, F finishes.
consolidate-still-open = { $count ->
    [one] One difference is not decided. It stays out of the consensus.
   *[other] { $count } differences are not decided. They stay out of the consensus.
}
consolidate-still-agreed = { $count ->
    [one] One passage that all agree on has not been taken over (A does that).
   *[other] { $count } passages that all agree on have not been taken over (A does that).
}
consolidate-finish-anyway = Enter declares the consensus done all the same, Esc goes back.
consolidate-finish-title = Finish the consensus of { $document }?
consolidate-rule-enter = Enter settles them, Esc goes back.
field-reason = Reason
form-reason = Why is it decided so?
menu-rule = Which boundaries hold?
rule-shorter = the shorter segment
rule-longer = the longer segment
rule-intersection = what all have
rule-union = what any has
form-rule = How much may differ?
field-within = At most (3 words, 12 characters; or at least 80 % overlap)
field-rule-all = In all documents that two have coded (yes, no)
rule-three-words = 3 words
rule-wrong = Write a number of words or characters, or a share in per cent: 3 words, 12 characters, 80 %.
picker-settle = Code it anew
picker-settle-keys = Tab mark · Enter code · Alt-Enter new code · Esc
