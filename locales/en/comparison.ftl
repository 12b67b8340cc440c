### Comparing coders: release, to revisit, differences in the workbench.

## Release: whether the coders see each other's work
command-document-release = Let the coders see each other's work on the document, or not
alias-document-release = release, blind, unblind, intercoder
command-study-release = Let the coders see each other's work everywhere, or not
alias-study-release = release, blind, unblind, intercoder
release-study-is = The whole study is released; { $label } cannot be blind alone.
release-document-title = Release { $label }?
release-study-title = Release the whole study?
release-asks = All coders then see each other's codings, memos, comments and summaries there. What has been seen cannot be unseen: release when the independent coding is done.
release-not-done = You have not declared done: { $documents }.
agreement-note-blind = { $count ->
    [one] One document is not released and was left out.
   *[other] { $count } documents are not released and were left out.
}
coders-blind = blind
coders-released = released
coders-hidden = hidden
release-told = { $released ->
    [yes] Released, all coders see each other's work there: { $documents }
   *[no] The coders are blind again there: { $documents }
}
release-told-study = The study as a whole is still released: absatz coders release --revoke makes the coders blind again.
release-some = { $count ->
    [one] One document is released on its own: { $documents }.
   *[other] { $count } documents are released on their own: { $documents }.
}

## Differences in the workbench
command-differences = List where the coders differ
alias-differences = differences, intercoder, Intercoder-Übereinstimmung, compare coders
command-compare = The coders' stripes side by side on the transcript, or together
alias-compare = side by side, intercoder, stripes of coders
command-next-difference = To the next difference of the coders
command-previous-difference = To the difference before
command-difference-filter = Differences of which code?
menu-differences = Which differences?
differences-all = All ({ $count })
differences-none = The coders do not differ here.
differences-no-more = No more differences in this direction.
differences-filtered = { $count ->
    [one] One difference is walked through: f and F go there.
   *[other] { $count } differences are walked through: f and F go there.
}
differences-some = Shown are { $count } of { $all } differences.
difference-here = { $at }/{ $all } · { $kind } · { $first } · { $second }

## Agreement in the workbench
command-agreement = Show how far the coders agree
alias-agreement = agreement, intercoder agreement, Intercoder-Übereinstimmung, kappa, alpha, reliability
command-agreement-options = Choose what is compared, and how
alias-agreement-options = unit, overlap, coders, statistic, intercoder
command-agreement-method = Copy the paragraph on agreement for the method section
alias-agreement-method = method section, report, reliability
command-agreement-consensual = Copy the paragraph on consensual coding
alias-agreement-consensual = consensual coding, method section, without coefficient
agreement-stopped = Stopped: the figures were not computed.
agreement-agreed = Here both have the same code: no difference.
agreement-method-copied = It is on the clipboard. The figures are those before the discussion.
agreement-all = all
agreement-unclear = Not understood: { $what }
form-agreement = Agreement: what is compared
field-agreement-coders = Coders; empty: all who declared documents done
field-agreement-documents = Documents or groups; empty: all
field-agreement-codes = Codes with their subcodes; empty: all
field-agreement-unit = Unit: { $units }
field-agreement-overlap = Segments, from this overlap on, of: { $of }
field-agreement-figures = Figures; empty: the usual; all
field-agreement-main-codes = Subcodes count as their main code
field-agreement-interviewers = Leave out the interviewers' turns
field-agreement-samples = Samples for the intervals; 0: analytic
agreement-unit-document = occurrence
agreement-unit-frequency = frequency
agreement-unit-paragraph = paragraph
agreement-unit-segment = segment
agreement-unit-character = character
agreement-of-own = own length
agreement-of-shorter = shorter
agreement-of-longer = longer
agreement-of-union = both together
status-computing = Computing agreement … { $percent } % · Esc stops it
