import { Button, Dialog, Notice, RadioGroup, TextArea } from '@irisflow/ui';
import { useState } from 'react';
import { useRendererText } from './i18n/renderer-messages.ts';

/** A value of a source that somebody may say is wrong. */
export interface Disputable {
  readonly pointer: string;
  readonly label: string;
  /** What was said of it before; empty when nothing was. */
  readonly reason: string;
}

export interface DisputeDialogProps {
  readonly id: string;
  readonly source: string;
  readonly values: readonly Disputable[];
  readonly onDispute: (pointer: string, reason: string) => Promise<void> | void;
  readonly onClose: () => void;
}

interface Wrong {
  readonly which?: string;
  readonly reason?: string;
  readonly failed?: string;
}

/** What is chosen and typed, what is wrong with it, and the way on. */
const useDispute = ({ values, onDispute, onClose }: DisputeDialogProps) => {
  const t = useRendererText();
  const [pointer, setPointer] = useState(values.length === 1 ? values[0]?.pointer : undefined);
  const [typed, setTyped] = useState<string>();
  const [wrong, setWrong] = useState<Wrong>({});
  const [isBusy, setBusy] = useState(false);
  const before = values.find((one) => one.pointer === pointer)?.reason ?? '';
  const reason = typed ?? before;
  const pass = async (said: string): Promise<void> => {
    if (pointer === undefined) return;
    setBusy(true);
    try {
      await onDispute(pointer, said);
      onClose();
    } catch {
      setWrong({ failed: t('source.wrong.failed') });
    } finally {
      setBusy(false);
    }
  };
  const send = (): void => {
    const found: Wrong = {
      ...(pointer === undefined && { which: t('source.wrong.which.required') }),
      ...(reason.trim() === '' && { reason: t('source.wrong.required') }),
    };
    setWrong(found);
    if (Object.keys(found).length === 0) void pass(reason.trim());
  };
  const choose = (next: string): void => {
    setPointer(next);
    setTyped(undefined);
  };
  return { pointer, choose, reason, setTyped, before, wrong, isBusy, send, takeBack: () => void pass('') };
};

/** Asks which value of a source is wrong and why; what was said before can be changed or taken back. */
export const DisputeDialog = (props: DisputeDialogProps) => {
  const { id, source, values, onClose } = props;
  const t = useRendererText();
  const { pointer, choose, reason, setTyped, before, wrong, isBusy, send, takeBack } = useDispute(props);
  const actions = (
    <>
      <Button busy={isBusy} onClick={send}>
        {t('source.wrong.send')}
      </Button>
      {before !== '' && (
        <Button tone="quiet" onClick={takeBack}>
          {t('source.wrong.takeBack')}
        </Button>
      )}
      <Button tone="secondary" onClick={onClose}>
        {t('source.cancel')}
      </Button>
    </>
  );
  return (
    <Dialog open title={t('source.wrong.title')} onClose={onClose} actions={actions}>
      {wrong.failed !== undefined && <Notice tone="danger" live title={wrong.failed} />}
      <p>{t('source.wrong.text', { source })}</p>
      {values.length > 1 && (
        <RadioGroup
          id={`${id}-which`}
          label={t('source.wrong.which')}
          options={values.map((one) => ({ value: one.pointer, label: one.label }))}
          value={pointer}
          error={wrong.which}
          onChange={choose}
        />
      )}
      <TextArea
        id={`${id}-remark`}
        label={t('source.wrong.label')}
        value={reason}
        error={wrong.reason}
        rows={3}
        onChange={setTyped}
      />
    </Dialog>
  );
};
