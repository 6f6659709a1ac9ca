/** Fields that clients know and this engine does not have, each with the reason. */
export interface AbsentFields {
  /** Calls as clients name them. */
  readonly calls: readonly string[];
  /** `body …`, `query …` or `answer …`, as the comparison prints them. */
  readonly fields: readonly string[];
  /** Completes "…, because ". */
  readonly why: string;
}

export const absentFields: readonly AbsentFields[] = [];

/** Why a field of a call is absent; undefined when nobody said so. */
export const whyAbsent = (call: string, field: string): string | undefined =>
  absentFields.find(({ calls, fields }) => calls.includes(call) && fields.includes(field))?.why;
