import type { LocalizedText } from '@irisflow/client';

/** One code as its editor changes it. */
export interface CodeOfFile {
  code: string;
  label: LocalizedText;
  /** A code of the list that the file names as `parents`. */
  parent?: string | undefined;
  validFrom?: string | undefined;
  validTo?: string | undefined;
}

/** A `*.codes.json` as its editor changes it; a draft may lack parts of it. */
export interface CodeListFile {
  kind: 'codes';
  formatVersion: 1;
  key: string;
  name: LocalizedText;
  parents?: string | undefined;
  codes: CodeOfFile[];
}
