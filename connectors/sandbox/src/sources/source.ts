import type { HttpSourceId } from '../source-ids.ts';
import type { Problem } from '../problem.ts';

export type SourceQuestion = {
  /** The body of a POST as text, or the query of a GET. */
  readonly body: string;
  readonly query: Readonly<Record<string, string>>;
};

export type SourceAnswer =
  | { readonly json: Readonly<Record<string, unknown>> }
  | { readonly xml: string; readonly status?: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly problem: Problem };

/** One played source: where it listens and how it answers. Authentication, faults and the log are the server's. */
export type Source = {
  readonly id: HttpSourceId;
  readonly title: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The variable a connector reads the address from, and the one for its token or password. */
  readonly urlSetting: string;
  readonly tokenSecret: string;
  /** What else a connector has to be told, by variable. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly isPersonal: boolean;
  /** Why this caller is not heard, where it is another proof than a token in a header. */
  readonly refuse?: (question: SourceQuestion, password: string) => Problem | undefined;
  /** The number that the fault `replaced` names; that of a person unless given. */
  readonly successor?: string;
  /** Who the question is about; undefined when it cannot be read. */
  readonly subjectOf: (question: SourceQuestion) => string | undefined;
  readonly answer: (question: SourceQuestion) => SourceAnswer;
  /** What it answers once something happened to whom it is about; the same as before where nothing does. */
  readonly answerLater?: (question: SourceQuestion) => SourceAnswer;
  /** How a problem looks on this source's wire. */
  readonly wrap: (problem: Problem) => SourceAnswer;
};
