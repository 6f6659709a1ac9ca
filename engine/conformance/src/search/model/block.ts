/** Codes of errors and escalations; null catches all of them, and is thrown by nobody. */
export type Code = 'A' | 'B';

/** One of the variables that conditions read; jobs, messages and the driver write them. */
export type Choice = 'c0' | 'c1' | 'c2';

/** What comes from outside: time, callers, or a variable that somebody sets. */
export type Outer = 'timer' | 'message' | 'signal' | 'condition';

/** What makes a boundary event or an event sub-process happen. */
export type Trigger =
  | { readonly on: Outer }
  | { readonly on: 'error'; readonly code: Code | null }
  | { readonly on: 'escalation'; readonly code: Code | null };

/** Blocks one after the other. Only the last may be one that nothing follows. */
export type Path = readonly Block[];

/** A boundary event and what follows it. Only an interrupting one may lead back behind the activity. */
export interface Guard {
  readonly id: string;
  readonly trigger: Trigger;
  readonly interrupting: boolean;
  readonly path: Path;
  readonly rejoins: boolean;
}

/** An event sub-process. */
export interface Handler {
  readonly id: string;
  readonly trigger: Trigger;
  readonly interrupting: boolean;
  readonly path: Path;
}

/** The content of a process or sub-process. */
export interface Content {
  readonly id: string;
  readonly path: Path;
  readonly handlers: readonly Handler[];
}

export type Work =
  | { readonly kind: 'job'; readonly task: 'serviceTask' | 'sendTask' | 'scriptTask' | 'businessRuleTask' }
  | { readonly kind: 'user' }
  | { readonly kind: 'receive' }
  | AdHoc
  | { readonly kind: 'sub'; readonly content: Content }
  | { readonly kind: 'call'; readonly content: Content };

/** So many jobs side by side, with nothing between them. */
export interface AdHoc {
  readonly kind: 'adHoc';
  readonly jobs: number;
  /** A variable that ends it when it is 1 as one of the jobs ends; null: it ends with the last of them. */
  readonly stops: Choice | null;
  /** What becomes of the jobs that are open then. */
  readonly rest: 'canceled' | 'awaited';
}

/** Multi-instance; `enough` completed items end the loop, 0 means all of them. */
export interface Repeat {
  readonly items: number;
  readonly mode: 'parallel' | 'sequential';
  readonly enough: number;
  /** What an item puts out: its own value, or the variable `r` that its work may bring. */
  readonly collects: 'item' | 'result' | 'nothing';
}

/** Anything that waits, with all that can be attached to it. */
export interface Activity {
  readonly kind: 'activity';
  readonly id: string;
  readonly work: Work;
  readonly guards: readonly Guard[];
  readonly repeat: Repeat | null;
  /** Whether it has a compensation handler. */
  readonly undoable: boolean;
  /** A variable that gets a copy inside, so that what is written inside stays inside. */
  readonly shields: Choice | null;
  /** A variable that an output mapping fills with `r`; nothing else leaves then. */
  readonly yields: Choice | null;
}

/** A branch behind an event-based gateway. */
export interface Racer {
  readonly id: string;
  readonly on: Outer;
  readonly path: Path;
}

/** A gateway whose output mapping fails until that variable is 1; most have none. */
interface Mapped {
  readonly maps?: Choice | null;
}

/** One way in and at most one way out. */
export type Block =
  | Activity
  | { readonly kind: 'pass'; readonly id: string; readonly task: 'task' | 'manualTask' }
  | { readonly kind: 'script'; readonly id: string; readonly reads: Choice }
  | { readonly kind: 'catch'; readonly id: string; readonly on: Outer }
  | { readonly kind: 'link'; readonly id: string }
  | ({ readonly kind: 'and'; readonly id: string; readonly branches: readonly Path[] } & Mapped)
  | ({
      readonly kind: 'xor' | 'or';
      readonly id: string;
      readonly reads: Choice;
      readonly branches: readonly Path[];
      /** Whether the last branch is the default. */
      readonly hasDefault: boolean;
    } & Mapped)
  | { readonly kind: 'race'; readonly id: string; readonly racers: readonly Racer[] }
  /** A body that a counter repeats, in a sub-process that keeps the counter. */
  | { readonly kind: 'loop'; readonly id: string; readonly times: number; readonly body: Path }
  /** A job, then an event that is thrown on the way. */
  | { readonly kind: 'throw'; readonly id: string; readonly what: Thrown }
  /** A job, then an end event. Nothing follows. */
  | { readonly kind: 'finish'; readonly id: string; readonly how: Finish };

export type Thrown =
  | { readonly event: 'escalation'; readonly code: Code }
  | { readonly event: 'error'; readonly code: Code }
  | { readonly event: 'compensation' }
  /** Heard by the element with the id `to`: of those that wait for signals, the one of that rank. */
  | { readonly event: 'signal'; readonly rank: number; readonly to: string };

export type Finish = Thrown | { readonly event: 'none' } | { readonly event: 'terminate' };

/** How often a timer fires that does not interrupt. */
export const ROUNDS = 2;

/** Whether something can follow the block, as the diagram shows it. */
export const passes = (block: Block): boolean => {
  switch (block.kind) {
    case 'finish':
      return false;
    case 'and':
    case 'xor':
    case 'or':
      return block.branches.some(pathPasses);
    case 'race':
      return block.racers.some(({ path }) => pathPasses(path));
    default:
      return true;
  }
};

export const pathPasses = (path: Path): boolean => path.every(passes);

/** The variable that the condition of an element asks for: the driver makes it 1 for a moment. */
export const flagOf = (id: string): string => `k_${id}`;

/** The pause of a timer in seconds: irregular, so that two timers are hardly ever due together. */
export const pauseOf = (id: string): number => {
  const number = Number(/\d+/.exec(id)?.[0] ?? 0);
  return 3_600 + ((number * number * 7_919 + number * 104_729) % 36_000);
};

/** The jobs of an ad-hoc sub-process. */
export const adHocJobs = (id: string, { jobs }: AdHoc): readonly string[] =>
  Array.from({ length: jobs }, (_, at) => `${id}_part${at + 1}`);
