/** Why a replay came no further, or that it came to its end. */
export type ReplayEnd =
  | { readonly kind: 'ended' }
  /** It waits on, as it does in truth: nothing more is known of it. */
  | { readonly kind: 'goesOn' }
  /** Somebody would have to answer what nobody was asked then. */
  | { readonly kind: 'needsTask'; readonly elementId: string }
  /** A source would have to be asked what it was not asked then. */
  | { readonly kind: 'needsSource'; readonly elementId: string }
  /** It waits for something that never came. */
  | { readonly kind: 'rests'; readonly elementId: string }
  | { readonly kind: 'stuck'; readonly elementId: string }
  /** It could not be played at all. */
  | { readonly kind: 'broken' };

/** How a case ends, as people would say it. */
export interface CaseOutcome {
  readonly status: string | null;
  readonly decision: string | null;
  readonly amount: number | null;
  /** The end events that were reached, where neither a status nor a decision says how it ended. */
  readonly ends: readonly string[];
}

/** One thing on the way of a case that tells which way it went. */
export interface Mark {
  readonly kind: 'chose' | 'decided' | 'passed';
  readonly elementId: string;
  /** The steps to which a gateway led, or which rules held; empty for a step that was passed. */
  readonly what: readonly string[];
  /** What else of it may differ, such as what a rule answers; told to nobody. */
  readonly silent: string;
}

export interface ReplayedCase {
  readonly end: ReplayEnd;
  readonly outcome: CaseOutcome;
  /** How often each element of the process of the case completed. */
  readonly completed: Readonly<Record<string, number>>;
  readonly trail: readonly Mark[];
}
