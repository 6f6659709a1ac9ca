import type { ApiScope, Role } from '@irisflow/access';
import type { Static, TObject, TSchema } from 'typebox';

/** Who may call an operation. A list names the roles of which one is enough; what a `sender` has is judged with the body that it signs. */
export type Access = 'public' | 'sender' | 'signedIn' | 'connector' | 'connectorToken' | readonly Role[];

/** At most `max` calls in any `seconds` seconds. */
export interface RequestLimit {
  readonly max: number;
  readonly seconds: number;
}

/**
 * One operation of the platform API as data: the route, its OpenAPI description, its typed handler and its access rule
 * all come from here, so none of them can forget another.
 */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** OpenAPI form, e.g. `/api/tasks/{taskId}`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  /** What an API token must be for to call it; without, it is for no other system. */
  readonly scope?: ApiScope;
  /** How often one person (or one address, when nobody is signed in) may call it. Without, only the limit of the whole API holds. */
  readonly limit?: RequestLimit;
  /** The same for another system that looks for words: no index answers it, so each look goes through the cases. */
  readonly searchLimit?: RequestLimit;
  /** Reads nothing and yet does something for whoever calls it: only our own pages may lead there. */
  readonly isOfOwnPages?: true;
  readonly params?: TObject;
  readonly query?: TObject;
  /** `file` is a multipart upload of one file; `bytes` are taken as they came, unread, whatever they say that they are. */
  readonly body?: TSchema | 'file' | 'bytes';
  /** How large a body may be where that differs from the usual. */
  readonly bodyBytes?: number;
  /** 202 where what was asked happens later. */
  readonly status?: 200 | 202;
  /** `file` streams a download, `none` answers 204, `redirect` answers 302. */
  readonly reply: TSchema | 'file' | 'none' | 'redirect';
}

type StaticOf<T> = T extends TSchema ? Static<T> : undefined;

export type ParamsOf<O extends Operation> = StaticOf<O['params']>;
export type QueryOf<O extends Operation> = StaticOf<O['query']>;
export type BodyOf<O extends Operation> = StaticOf<O['body']>;
export type ReplyOf<O extends Operation> = StaticOf<O['reply']>;

export const operationsOf = <const T extends Record<string, Operation>>(operations: T): T => operations;

/** Guessing who may sign in must be slow. */
export const signInLimit = { max: 5, seconds: 20 } as const satisfies RequestLimit;
export const submissionLimit = { max: 10, seconds: 60 } as const satisfies RequestLimit;
/** Trying the rules costs us work and nobody has to sign in for it. */
export const trialLimit = { max: 20, seconds: 60 } as const satisfies RequestLimit;
/** Gathering everything that is held about somebody is much work. */
export const exportLimit = { max: 5, seconds: 300 } as const satisfies RequestLimit;
/** A worker registers when it starts. */
export const registrationLimit = { max: 30, seconds: 60 } as const satisfies RequestLimit;
/** Another system hands over what it received in a burst. */
export const intakeLimit = { max: 120, seconds: 60 } as const satisfies RequestLimit;
/** Trying numbers out must be slow. */
export const traceLimit = { max: 30, seconds: 60 } as const satisfies RequestLimit;
/** Other systems find a case by its name in theirs; words are for the rare one that has none. */
export const searchLimit = { max: 20, seconds: 60 } as const satisfies RequestLimit;
export const uploadLimit = { max: 30, seconds: 60 } as const satisfies RequestLimit;

export const citizens = ['citizen'] as const satisfies readonly Role[];
/** Whoever applies, and clerks who fill an application for somebody. */
export const fillers = ['citizen', 'agent', 'supervisor'] as const satisfies readonly Role[];
export const clerks = ['agent', 'supervisor'] as const satisfies readonly Role[];
export const supervisors = ['supervisor'] as const satisfies readonly Role[];
/** Who may lift masks from personal values and change them. */
export const correctors = ['supervisor', 'administrator'] as const satisfies readonly Role[];
/** Who guards the data of people, and who administers. */
export const guardians = ['auditor', 'administrator'] as const satisfies readonly Role[];
/** Who may stop a destruction. */
export const holders = ['supervisor', 'administrator', 'auditor'] as const satisfies readonly Role[];
/** Who keeps the books. */
export const accountants = ['accountant'] as const satisfies readonly Role[];
/** Who writes to many people at once. */
export const communicators = ['communicator'] as const satisfies readonly Role[];
export const administrators = ['administrator'] as const satisfies readonly Role[];
export const designers = ['analyst', 'administrator'] as const satisfies readonly Role[];
