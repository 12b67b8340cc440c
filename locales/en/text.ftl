### text: every word that a person sees here. The keys are the same in both languages.
