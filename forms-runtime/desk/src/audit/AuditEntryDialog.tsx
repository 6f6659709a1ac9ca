import type { AuditEntry } from '@irisflow/client';
import { Button, Dialog, SummaryList, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useAuditWords } from './audit-words.ts';

export interface AuditEntryDialogProps {
  readonly entry: AuditEntry;
  readonly onClose: () => void;
}

/** One entry with all that was noted. */
export const AuditEntryDialog = ({ entry, onClose }: AuditEntryDialogProps) => {
  const t = useDeskText();
  const words = useAuditWords();
  const { dateTime } = useFormatters();
  const object = words.object(entry.object);
  const items = [
    { id: '@at', term: t('audit.at'), value: dateTime(entry.at) },
    { id: '@actor', term: t('audit.actor'), value: words.actor(entry), note: entry.actor },
    { id: '@object', term: t('audit.object'), value: object.kind, note: object.id },
    { id: '@outcome', term: t('audit.outcome'), value: words.outcome(entry.outcome) },
    ...words.detail(entry),
    { id: '@sequence', term: t('audit.sequence'), value: String(entry.sequence) },
    { id: '@hash', term: t('audit.hash'), value: entry.hash },
    { id: '@previous', term: t('audit.hash.previous'), value: entry.previousHash },
  ];
  return (
    <Dialog
      open
      wide
      title={words.action(entry.action)}
      onClose={onClose}
      actions={
        <Button tone="secondary" onClick={onClose}>
          {t('audit.close')}
        </Button>
      }
    >
      <div className="desk-audit__detail">
        <SummaryList items={items} />
      </div>
    </Dialog>
  );
};
