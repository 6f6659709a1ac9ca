/** Whose definitions are qualified, and for which version. */
export interface Publisher {
  readonly administration: string;
  readonly procedure: string;
  readonly version: number;
}

// Keys have neither `.` nor `_`, so no two of these ids are the same whatever the model calls its parts.

/** Id of what starts by itself: one for all versions, so that a new version replaces the starts of the old one. */
export const startingId = ({ administration, procedure }: Publisher, id: string): string =>
  `${administration}.${procedure}.${id}`;

/** Id of what is called: one for each version, so that a running case keeps what was published with it. */
export const calledId = ({ administration, procedure, version }: Publisher, id: string): string =>
  `${administration}.${procedure}_v${version}.${id}`;
