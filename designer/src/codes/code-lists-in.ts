import type { Code, CodeList } from '@irisflow/forms';
import { kindOfFile, shortName } from '../workspace/file-kinds.ts';
import { remembering } from '../workspace/remembering.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isCode = (value: unknown): value is Code =>
  isRecord(value) && typeof value['code'] === 'string' && value['code'] !== '' && isRecord(value['label']);

/** A draft may be half written: what is no code yet is left out. */
const codesOf = remembering((_, text): readonly Code[] => {
  try {
    const read = JSON.parse(text) as unknown;
    const codes = isRecord(read) ? read['codes'] : undefined;
    return Array.isArray(codes) ? codes.filter(isCode) : [];
  } catch {
    return [];
  }
});

/** The code lists of a draft, by their keys. */
export const codeListsIn = (files: ReadonlyMap<string, string>): ReadonlyMap<string, CodeList> =>
  new Map(
    [...files]
      .filter(([path]) => kindOfFile(path) === 'codes')
      .map(([path, text]) => {
        const key = shortName(path);
        return [key, { key, codes: codesOf(path, text) }];
      }),
  );
