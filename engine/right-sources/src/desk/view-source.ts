import { inEveryLocale, instantOf, type LocalizedText } from '@irisflow/foundation';
import { rightFactLabels, type RightSourceRow } from '@irisflow/procedures';
import type { RightSourceView } from '../views/right-source.ts';

interface Seen {
  readonly isOwn: boolean;
  readonly administrationName: LocalizedText;
}

const standingOf = ({ ended_at: ended, stopped_at: stopped }: RightSourceRow): RightSourceView['standing'] => {
  if (ended !== null) return 'ended';
  return stopped === null ? 'open' : 'stopped';
};

/** A source as its own administration sees it, or another one, which is not told who stopped it and why. */
export const viewSource = (row: RightSourceRow, { isOwn, administrationName }: Seen): RightSourceView => {
  const labels: Readonly<Record<string, LocalizedText>> = { ...rightFactLabels, ...(row.labels as object) };
  const { stopped_at: at, stopped_by: by, stop_reason: reason } = row;
  return {
    key: row.key,
    administration: { key: row.administration, name: administrationName },
    procedureKey: row.procedure_key,
    kind: row.kind,
    name: row.name as LocalizedText,
    fields: row.fields.map((name) => ({ name, label: labels[name] ?? inEveryLocale(() => name) })),
    states: row.states,
    authorization: row.authorization as LocalizedText,
    administrations: row.administrations,
    isOwn,
    standing: standingOf(row),
    stopped: !isOwn || at === null || by === null || reason === null ? null : { at: instantOf(at), by, reason },
  };
};
