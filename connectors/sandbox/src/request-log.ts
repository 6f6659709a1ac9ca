const KEPT = 200;

/** One request as a played service saw it. */
export type ObservedRequest = {
  readonly at: string;
  readonly service: string;
  /** What was asked for, in a few words; nothing of a person. */
  readonly asked: string;
  readonly status: number;
};

/** The latest 200 requests, newest first. */
export type RequestLog = {
  readonly write: (request: Omit<ObservedRequest, 'at'>) => void;
  readonly latest: () => readonly ObservedRequest[];
};

export const createRequestLog = (): RequestLog => {
  let entries: readonly ObservedRequest[] = [];
  return {
    write: (request) => {
      entries = [{ at: new Date().toISOString(), ...request }, ...entries].slice(0, KEPT);
    },
    latest: () => entries,
  };
};
