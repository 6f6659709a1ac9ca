import type { ImportPreview } from '@irisflow/client';
import { Button, Dialog, Notice, StatusTag } from '@irisflow/ui';
import { useTexts, type TextKey } from '../texts/use-texts.ts';

export interface ImportDialogProps {
  preview: ImportPreview;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

type Change = ImportPreview['changes'][number];

const tones = { added: 'success', removed: 'danger', changed: 'accent' } as const;
const kindTexts = {
  added: 'change.added',
  removed: 'change.removed',
  changed: 'change.changed',
} as const satisfies Record<Change['kind'], TextKey>;

const Changes = ({ changes }: { changes: readonly Change[] }) => {
  const t = useTexts();
  if (changes.length === 0) return <p>{t('import.ask.same')}</p>;
  return (
    <>
      <h3>{t('import.ask.changes')}</h3>
      <ul className="changes">
        {changes.map(({ path, kind }) => (
          <li key={path}>
            <StatusTag tone={tones[kind]}>{t(kindTexts[kind])}</StatusTag> <code>{path}</code>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Asks before an import takes the place of a draft, and shows what it would change. */
export const ImportDialog = ({ preview, busy, onConfirm, onClose }: ImportDialogProps) => {
  const t = useTexts();
  return (
    <Dialog
      open
      wide
      title={t('import.ask.title')}
      onClose={onClose}
      actions={
        <>
          <Button busy={busy} onClick={onConfirm}>
            {t('import.ask.confirm')}
          </Button>
          <Button tone="secondary" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
        </>
      }
    >
      <div className="iris-stack iris-stack--tight">
        <p>{t('import.ask.text', { title: preview.title[t.locale] })}</p>
        {preview.draft?.isUnpublished === true && <Notice tone="warning" title={t('import.ask.unpublished')} />}
        <Changes changes={preview.changes} />
        <p>{t('import.ask.kept')}</p>
      </div>
    </Dialog>
  );
};
