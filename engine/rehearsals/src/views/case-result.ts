import type { CaseOutcome, Parting } from '@irisflow/scenarios';

/** What is kept of a case that was replayed: how it ended, how it would have, or who would have to be asked first. */
export interface CaseResult {
  readonly before: CaseOutcome;
  readonly after:
    | { readonly kind: 'ended'; readonly outcome: CaseOutcome }
    /** Nobody was asked this then. */
    | { readonly kind: 'needsTask' | 'needsSource'; readonly elementId: string }
    /** It would come to no end. */
    | { readonly kind: 'rests' | 'stuck'; readonly elementId: string }
    | { readonly kind: 'broken' };
  /** Where the ways part; null where they do not. */
  readonly parting: Parting | null;
}
