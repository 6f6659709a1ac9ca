import type { CallingJob } from './calling-job.ts';
import type { GuardedFetch } from './exchange.ts';

/** What a connector wants to ask an authentic source, and for whom; where it asks from, the platform knows by the job. */
export type ConsultationQuestion = CallingJob & {
  /** Unique per question; a platform that receives it twice counts one. */
  readonly consultationKey: string;
  readonly source: string;
  /** Who the question is about, as the source identifies that person or thing. */
  readonly subject: string;
};

/** Where an administration reaches a source itself, and with what. */
export type SourceAccess = { readonly address: string; readonly user: string | null; readonly secret: string };

/** The platform's answer: why and by which law the source may be asked and which fields may be used, or why it may not. */
export type ConsultationPermission =
  | {
      readonly permitted: true;
      readonly consultationId: string;
      readonly purpose: string;
      readonly legalBasis: string;
      /** Top-level fields of the connector's output that the process may see. */
      readonly fields: readonly string[];
      /** Instead of the settings and the secret of the worker. */
      readonly access?: SourceAccess;
    }
  | { readonly permitted: false; readonly refusal: string };

/** What became of a question. */
export type ConsultationOutcome = CallingJob & {
  readonly consultationKey: string;
  readonly consultationId: string;
  /** `found`, the code of the BPMN error, or `technical-failure`. */
  readonly outcome: string;
};

/** What one run learned from a source: what the process is told, without the fields that were not authorized. */
export type SourceStatement = CallingJob & {
  readonly consultationKey: string;
  /** The questions that it answers. */
  readonly consultationIds: readonly string[];
  /** What the connector was asked, so that the same can be asked again. */
  readonly question: unknown;
  readonly answer: unknown;
};

/** Who is asked before a source is asked, and told afterwards. All reject when they could not log it. */
export type Consultations = {
  readonly ask: (question: ConsultationQuestion) => Promise<ConsultationPermission>;
  readonly record: (outcome: ConsultationOutcome) => Promise<void>;
  /** Keeps what was answered, for whoever handles the case and for the person concerned; without it nobody does. */
  readonly keep?: (statement: SourceStatement) => Promise<void>;
};

/** A connector that was kept from a host. */
export type RefusedHost = CallingJob & {
  readonly host: string;
};

/** Whose case it is, by key, and which hosts that administration lets the connector reach. */
export type Allowed = { readonly administration: string; readonly hosts: readonly string[] };

/** What an administration lets a connector reach besides the hosts of its settings, and who hears of refused attempts. */
export type AllowList = {
  readonly read: (caller: CallingJob) => Promise<Allowed>;
  readonly refused: (attempt: RefusedHost) => Promise<void>;
};

/** A document of a case, read for sending. */
export type DocumentContent = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

/** Reads one document of a job's case; rejects when it is unknown. */
export type DocumentReader = (caller: CallingJob, documentId: string) => Promise<DocumentContent>;

/** What connectors need from the platform around them; a connector that misses its port raises an incident. */
export type ConnectorPorts = {
  readonly documents?: DocumentReader;
  /** The only way to the platform itself: `fetch` of the run never leads there. */
  readonly platform?: GuardedFetch;
};
