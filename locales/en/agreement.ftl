### Agreement of coders: figures, tables, the paragraph for the method section.

error-agreement-blind = The coders do not see each other's work yet: agreement would tell them of it.
hint-agreement-blind = When the double coding is done, release it: absatz coders release.
error-agreement-two = Agreement needs two coders who have declared documents done.
error-agreement-pair = Two coders are needed for this table.
hint-agreement-pair = Name them: --coders A,B.
error-agreement-no-documents = No document has been declared done by two of these coders.
hint-agreement-no-documents = Each coder declares a document done when it is coded: absatz --coder NAME coders status LABEL done. What is done and has no code was judged; what is not declared done was not.
error-agreement-no-codes = There are no codes to compare.
hint-agreement-no-codes = Add codes or import a codebook first: absatz codes add, absatz codebook import.
error-agreement-no-consensus = No document has been consolidated yet.
hint-agreement-no-consensus = Settle the differences first; a document is consolidated when its consensus is declared done.
error-agreement-consensus = { $name } is the consensus of the coders and no coder of its own.
hint-agreement-consensus = Compare the coders themselves: their figures before the discussion are the reliability.

## Why there is no value
agreement-undefined-no-pairs = n/a: no unit judged by two coders
agreement-undefined-no-variation = n/a: no variation
agreement-undefined-one-category = n/a: one code leaves no choice
agreement-undefined-coder-idle = n/a: a coder judged nothing
agreement-undefined-pair-undefined = n/a: not defined for every pair
agreement-undefined-not-two-coders = n/a: compares two coders
agreement-undefined-incomplete = n/a: not all judged by all
agreement-undefined-too-few = n/a: too few
agreement-undefined-nothing-coded = n/a: nothing coded
agreement-undefined-overlapping = n/a: segments overlap
agreement-undefined-not-for-unit = n/a: not for this unit

## Figures
agreement-percent-agreement = Agreement
agreement-cohen-kappa = Cohen's kappa
agreement-brennan-prediger = Brennan-Prediger
agreement-fleiss-kappa = Fleiss' kappa
agreement-krippendorff-alpha = Krippendorff's alpha
agreement-gwet-ac1 = Gwet's AC1
agreement-pabak = PABAK
agreement-prevalence-index = Prevalence index
agreement-bias-index = Bias index
agreement-positive-agreement = Positive agreement
agreement-negative-agreement = Negative agreement
agreement-cohen-kappa-max = Highest possible kappa
agreement-scott-pi = Scott's pi
agreement-conger-kappa = Conger's kappa
agreement-light-kappa = Light's kappa
agreement-holsti = Holsti
agreement-percent-agreement-pairs = Agreement, pairs pooled
agreement-unanimous-agreement = Unanimous
agreement-pooled-kappa = Pooled kappa
agreement-mean-kappa = Mean of the kappas defined
agreement-mean-alpha = Mean of the alphas defined
agreement-set-percent-agreement = Same set of codes
agreement-alpha-set-nominal = Alpha of sets, nominal
agreement-alpha-jaccard = Alpha of sets, Jaccard
agreement-alpha-masi = Alpha of sets, MASI
agreement-u-alpha = uα
agreement-bar-u-alpha = |uα (coded or not)
agreement-cu-alpha = cuα (which code, where both coded)
agreement-cu-coverage = Coverage of cuα

## Tables
agreement-title-codes = Agreement by code
agreement-title-documents = Agreement by document
agreement-title-pairs = Agreement by pair of coders
agreement-title-overall = Agreement over all codes and documents
agreement-title-confusion = Which code stands for which
agreement-title-differences = Differences
agreement-column-units = Units
agreement-column-agreements = Agreements
agreement-column-disagreements = Differences
agreement-column-interval = 95 % interval
agreement-column-remark = Remark
agreement-column-document = Document
agreement-column-first = First coder
agreement-column-second = Second coder
agreement-column-statistic = Figure
agreement-column-value = Value
agreement-column-kind = Kind
agreement-column-text = Words
agreement-not-coded = not coded
agreement-remark-unused = used by nobody
agreement-remark-never = never used by { $coders }

## Kinds of differences
difference-missing = coded by one only
difference-other-code = other code
difference-other-boundary = other boundaries

## What a table answers for
agreement-note-document = Unit: the document; whether the code occurs in it.
agreement-note-frequency = Unit: the document; how often the code occurs in it.
agreement-note-paragraph = Unit: the paragraph; whether the code stands on it.
agreement-note-character = Unit: the character; whether the code stands on it. Characters depend on each other: no standard error is given for them.
agreement-note-segment = Unit: the coded segment; two are the same from { $percent } % overlap on, { $of }. There are no segments that both left uncoded: Brennan-Prediger takes chance as one of { $codes } declared codes.
agreement-overlap-own = of each segment's own length
agreement-overlap-shorter = of the shorter segment
agreement-overlap-longer = of the longer segment
agreement-overlap-union = of what the two cover together
agreement-note-coders = Coders: { $coders }.
agreement-note-documents = { $count ->
    [one] One of { $all } documents ({ $share } %) was declared done by two coders or more.
   *[other] { $count } of { $all } documents ({ $share } %) were declared done by two coders or more.
}
agreement-note-codes = { $count ->
    [one] One declared code.
   *[other] { $count } declared codes.
}
agreement-note-main-codes = Subcodes count as their main code.
agreement-note-interviewers = Without the turns of interviewers.
agreement-note-bootstrap = Intervals: percentiles of { $samples } samples of whole documents (seed { $seed }), since the paragraphs of one interview depend on each other.
agreement-note-analytic = Intervals: Gwet's linearisation with t, for Cohen's kappa Fleiss, Cohen & Everitt; both take units as independent.

## The paragraph for the method section
agreement-method-title = For the method section
agreement-method-double = { $count ->
    [one] One of { $all } interviews ({ $share } %) was coded independently by { $coders ->
        [2] two coders
       *[other] { $coders } coders, two or more each
    }.
   *[other] { $count } of { $all } interviews ({ $share } %) were coded independently by { $coders ->
        [2] two coders
       *[other] { $coders } coders, two or more each
    }.
}
agreement-method-drawn = { $count ->
    [one] It was drawn at random.
   *[other] They were drawn at random.
}
agreement-method-drawn-by-group = { $count ->
    [one] It was drawn at random, from every group its share.
   *[other] They were drawn at random, from every group its share.
}
agreement-method-unit-document = Agreement was computed on whether a code occurs in an interview ({ $codes } codes, { $units } judgements).
agreement-method-unit-frequency = Agreement was computed on how often a code occurs in an interview ({ $codes } codes, { $units } judgements).
agreement-method-unit-paragraph = Agreement was computed by paragraph, for each code whether it was applied ({ $codes } codes, { $units } judgements).
agreement-method-unit-character = Agreement was computed by character, for each code whether it was applied ({ $codes } codes).
agreement-method-unit-segment = Agreement was computed on coded segments; two counted as the same from { $percent } % overlap on, { $of } ({ $codes } codes, { $units } segments).
agreement-method-value = Before the differences were discussed, { $figure } was { $value }{ $interval ->
    [none] .
   *[other]  (95 % interval { $interval }, bootstrap over interviews).
}
agreement-method-percent = The coders agreed in { $value } of the judgements.
agreement-method-percent-segments = Of the segments, { $value } had a counterpart with the other coder.
agreement-method-range = For single codes, { $figure } ranged from { $low } to { $high }.
agreement-method-range-undefined = For single codes, { $figure } ranged from { $low } to { $high }; for { $count } codes it is not defined for lack of variation.
agreement-method-main-codes = Subcodes were counted as their main code.
agreement-method-interviewers = Turns of the interviewers were left out.
agreement-method-consensual = { $count ->
    [one] One of { $all } interviews was coded independently by two or more persons and then discussed passage by passage.
   *[other] { $count } of { $all } interviews were coded independently by two or more persons and then discussed passage by passage.
} Differences were settled by going back to the text, and the reasons kept (consensual coding after Hopf and Schmidt); a coefficient was not computed. The consensus is what the results rest on.

## The command line
cli-agreement-chosen = { $count } of { $all } documents ({ $share } %), seed { $seed }
