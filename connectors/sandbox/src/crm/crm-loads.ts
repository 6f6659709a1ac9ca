import { parse } from 'csv-parse/sync';

import { crmIdOf, isRefusal, type CrmBook, type CrmRecord } from './crm-book.ts';

export type LoadState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Aborted' | 'Failed';

export type Load = {
  readonly id: string;
  readonly object: string;
  readonly externalIdField: string;
  readonly state: LoadState;
  readonly csv: string;
  readonly processed: number;
  /** Rows that were refused, with why. */
  readonly failures: readonly { readonly row: CrmRecord; readonly error: string }[];
};

export type CrmLoads = {
  readonly open: (object: string, externalIdField: string) => Load;
  readonly upload: (id: string, csv: string) => Load | undefined;
  readonly close: (id: string, state: 'UploadComplete' | 'Aborted') => Load | undefined;
  /** Looking at a load that waits lets it go on by one step, so that whoever waits waits for something. */
  readonly look: (id: string) => Load | undefined;
};

const EMPTIED = '#N/A';

const changeOf = (row: Readonly<Record<string, string>>): CrmRecord =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, value === EMPTIED ? null : value]),
  );

const workOn = (load: Load, book: CrmBook): Load => {
  const rows = parse<Record<string, string>>(load.csv, { columns: true, skip_empty_lines: true });
  const failures = rows.flatMap((row) => {
    const { [load.externalIdField]: externalId = '', ...change } = changeOf(row);
    const { object, externalIdField: field } = load;
    const written = book.upsert({ object, field, externalId: String(externalId), change });
    return isRefusal(written) ? [{ row, error: `${written.errorCode}:${written.message}:--` }] : [];
  });
  return { ...load, state: 'JobComplete', processed: rows.length, failures };
};

/** What was handed over in bulk; gone with the sandbox. */
export const createCrmLoads = (book: CrmBook): CrmLoads => {
  const loads = new Map<string, Load>();
  const change = (id: string, from: readonly LoadState[], next: (load: Load) => Load): Load | undefined => {
    const load = loads.get(id);
    if (load === undefined || !from.includes(load.state)) return undefined;
    const changed = next(load);
    loads.set(id, changed);
    return changed;
  };
  return {
    open: (object, externalIdField) => {
      const id = crmIdOf('750');
      const load: Load = { id, object, externalIdField, state: 'Open', csv: '', processed: 0, failures: [] };
      loads.set(id, load);
      return load;
    },
    upload: (id, csv) => change(id, ['Open'], (load) => ({ ...load, csv })),
    close: (id, state) => change(id, ['Open'], (load) => ({ ...load, state })),
    look: (id) =>
      change(id, ['UploadComplete'], (load) => ({ ...load, state: 'InProgress' })) ??
      change(id, ['InProgress'], (load) => workOn(load, book)) ??
      loads.get(id),
  };
};
