import type { IncomingToMake } from './use-incoming-webhooks.ts';

export interface IncomingDraft {
  readonly name: string;
  readonly procedureKey: string | undefined;
  readonly message: string;
  readonly verifies: 'signature' | 'bearer';
  readonly caseFrom: string;
  /** One a line: `result = body.outcome`. */
  readonly fields: string;
}

export const blankIncoming: IncomingDraft = {
  name: '',
  procedureKey: undefined,
  message: '',
  verifies: 'signature',
  caseFrom: 'body.case',
  fields: '',
};

export const isMessageName = (text: string): boolean => /^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)+$/.test(text.trim());

/** The lines as the platform takes them; undefined where one of them says no name, or nothing of it. */
export const fieldsOf = (lines: string): IncomingToMake['fields'] | undefined => {
  const fields = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => /^([a-z][A-Za-z0-9]{0,49})\s*=\s*(\S.*)$/.exec(line));
  if (fields.includes(null)) return undefined;
  return fields.map((found) => ({ name: found?.[1] ?? '', value: found?.[2] ?? '' }));
};

/** As the platform takes it; undefined while something is missing. */
export const incomingOf = (draft: IncomingDraft): IncomingToMake | undefined => {
  const { procedureKey, verifies } = draft;
  const [name, message, caseFrom] = [draft.name.trim(), draft.message.trim(), draft.caseFrom.trim()];
  const fields = fieldsOf(draft.fields);
  const isWhole = name !== '' && isMessageName(message) && caseFrom !== '';
  if (!isWhole || procedureKey === undefined || fields === undefined) return undefined;
  return { name, procedureKey, message, verifies, caseFrom, fields };
};
