import { answer, platform, uploadFile, type ImportPreview, type ProcedureDraft } from '@irisflow/client';

/** An archive, and under which key it is read: null for the key that its folder names. */
export interface KeyedArchive {
  readonly file: File;
  readonly key: string | null;
}

const withQuery = (path: string, values: Readonly<Record<string, string | number | null>>): string => {
  const given = Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
};

/** Reads archives into drafts, one call a function. */
export const importCalls = {
  preview: ({ file, key }: KeyedArchive): Promise<ImportPreview> =>
    uploadFile({ url: withQuery('/api/designer/import/preview', { key }), file }),
  /** Takes the place of the draft at that revision, or of none. */
  send: ({ file, key }: KeyedArchive, replaces: number | null): Promise<ProcedureDraft> =>
    uploadFile({ url: withQuery('/api/designer/import', { key, replaces }), file }),
  restore: (key: string, revision: number): Promise<ProcedureDraft> =>
    answer(
      platform.POST('/api/designer/procedures/{key}/draft/restoration', {
        params: { path: { key } },
        body: { revision },
      }),
    ),
};
