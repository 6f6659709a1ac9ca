import type { CallingJob } from './calling-job.ts';

/** One consultation of an authentic source, as the citizen and the data protection officer will read it. */
export type ConsultationRecord = CallingJob & {
  /** Unique per consultation; a log that receives it twice keeps one. */
  readonly consultationKey: string;
  readonly source: string;
  /** Who the question was about, as the source identifies that person or thing. */
  readonly subject: string;
  readonly purpose: string;
  readonly legalBasis: string;
  /** ISO 8601 instant of the question. */
  readonly at: string;
  /** `found`, the code of the BPMN error, or `technical-failure`. */
  readonly outcome: string;
};

/** Stores a consultation; rejects when it could not be stored. */
export type ConsultationLog = (record: ConsultationRecord) => Promise<void>;

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
};
