import { inEveryLocale, instantOrNull, type LocalizedText } from '@irisflow/foundation';
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

/** A source as staff see it, of its own administration or of one that may ask it. */
export const viewSource = (row: RightSourceRow, { isOwn, administrationName }: Seen): RightSourceView => {
  const labels: Readonly<Record<string, LocalizedText>> = { ...rightFactLabels, ...(row.labels as object) };
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
    stoppedAt: instantOrNull(row.stopped_at),
  };
};
