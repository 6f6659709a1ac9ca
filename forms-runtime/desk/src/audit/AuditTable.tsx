import type { AuditEntry } from '@irisflow/client';
import { useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { AuditEntryDialog } from './AuditEntryDialog.tsx';
import { useAuditWords } from './audit-words.ts';

const AuditRow = ({ entry, onOpen }: { readonly entry: AuditEntry; readonly onOpen: () => void }) => {
  const words = useAuditWords();
  const { dateTime } = useFormatters();
  const object = words.object(entry.object);
  return (
    <tr className="desk-task">
      <td className="desk-audit__at">{dateTime(entry.at)}</td>
      <th scope="row" className="desk-task__name">
        <button type="button" className="desk-audit__open" onClick={onOpen} aria-haspopup="dialog">
          {words.action(entry.action)}
        </button>
        {entry.outcome !== 'done' && <span className="iris-muted"> {words.outcome(entry.outcome)}</span>}
      </th>
      <td>{words.actor(entry)}</td>
      <td className="desk-audit__object">
        <span>{object.kind}</span>
        <span className="iris-muted">{object.id}</span>
      </td>
    </tr>
  );
};

/** The entries, each of which opens with all that was noted. */
export const AuditTable = ({ entries }: { readonly entries: readonly AuditEntry[] }) => {
  const t = useDeskText();
  const [open, setOpen] = useState<AuditEntry | null>(null);
  return (
    <>
      <table className="desk-tasks desk-audit">
        <caption className="iris-visually-hidden">{t('nav.audit')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('audit.at')}</th>
            <th scope="col">{t('audit.action')}</th>
            <th scope="col">{t('audit.actor')}</th>
            <th scope="col">{t('audit.object')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <AuditRow key={entry.sequence} entry={entry} onOpen={() => setOpen(entry)} />
          ))}
        </tbody>
      </table>
      {open !== null && <AuditEntryDialog entry={open} onClose={() => setOpen(null)} />}
    </>
  );
};
