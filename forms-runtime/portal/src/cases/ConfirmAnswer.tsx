import { useLocalized } from '@irisflow/frame';
import { ConfirmDialog, Notice } from '@irisflow/ui';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import type { AskedItem } from './answer-body.ts';

export interface ConfirmAnswerProps {
  readonly open: boolean;
  /** Items without any answer yet. */
  readonly missing: readonly AskedItem[];
  readonly busy: boolean;
  /** Null while nothing went wrong. */
  readonly error: unknown;
  readonly onSend: () => void;
  readonly onClose: () => void;
}

/** The last question before an answer leaves. */
export const ConfirmAnswer = ({ open, missing, busy, error, onSend, onClose }: ConfirmAnswerProps) => {
  const t = usePersonalText();
  const read = useLocalized();
  const items = missing.map(({ label }) => read(label)).join(', ');
  return (
    <ConfirmDialog
      open={open}
      title={t('answer.confirm.title')}
      confirm={t('answer.send')}
      busy={busy}
      onConfirm={onSend}
      onClose={onClose}
    >
      {items !== '' && <Notice tone="warning">{t('answer.confirm.missing', { items })}</Notice>}
      <p>{t('answer.confirm.text')}</p>
      {error !== null && <RefusalNotice error={error} />}
    </ConfirmDialog>
  );
};
