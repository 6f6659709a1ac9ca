import type { CompiledControl, PrefilledValue } from '@irisflow/forms';
import { Button, Dialog, Icon, TextArea, useFormatters, type FieldProps } from '@irisflow/ui';
import { useState } from 'react';
import { ControlValue } from './ControlValue.tsx';
import { useFormScope } from './form-scope.ts';
import { useRendererText } from './i18n/renderer-messages.ts';
import { useSourceName } from './SourceNote.tsx';

export interface LockedFieldProps {
  readonly control: CompiledControl;
  readonly field: FieldProps & { readonly label: string };
  readonly known: PrefilledValue;
}

interface SignalProps {
  readonly id: string;
  readonly label: string;
  readonly source: string;
  readonly onSignal: (remark: string) => void;
}

const SignalError = ({ id, label, source, onSignal }: SignalProps) => {
  const t = useRendererText();
  const [state, setState] = useState<'closed' | 'open' | 'sent'>('closed');
  const [remark, setRemark] = useState('');
  const send = (): void => {
    if (remark.trim() === '') return;
    onSignal(remark.trim());
    setState('sent');
  };
  const actions = (
    <>
      <Button onClick={send}>{t('source.wrong.send')}</Button>
      <Button tone="secondary" onClick={() => setState('closed')}>
        {t('source.cancel')}
      </Button>
    </>
  );
  return (
    <>
      {state === 'sent' && <output>{t('source.wrong.sent')}</output>}
      <Button tone="quiet" size="small" aria-label={t('source.wrong.of', { label })} onClick={() => setState('open')}>
        {t('source.wrong')}
      </Button>
      <Dialog
        open={state === 'open'}
        title={t('source.wrong.title')}
        onClose={() => setState('closed')}
        actions={actions}
      >
        <p>{t('source.wrong.text', { source })}</p>
        <TextArea id={`${id}-remark`} label={t('source.wrong.label')} value={remark} rows={3} onChange={setRemark} />
      </Dialog>
    </>
  );
};

/** A value of an authentic source: shown, not asked, with its source and a way to say it is wrong. */
export const LockedField = ({ control, field, known }: LockedFieldProps) => {
  const { onSignalError } = useFormScope();
  const t = useRendererText();
  const { date } = useFormatters();
  const source = useSourceName(known.source);
  const { label } = field;
  return (
    <div id={field.id} tabIndex={-1} className={`iris-field iris-width--${field.width ?? 'full'}`}>
      <span className="iris-field__label">{label}</span>
      <div className="iris-field__body iris-locked">
        <ControlValue control={control} value={known.value} />
      </div>
      <div className="iris-field__note">
        <span className="iris-source">
          <Icon name="lock" size={16} />
          {t('source.from', { source, date: date(known.at.slice(0, 10)) })}
        </span>
        {onSignalError !== undefined && (
          <SignalError
            id={field.id}
            label={label}
            source={source}
            onSignal={(remark) => onSignalError(control.pointer, remark)}
          />
        )}
      </div>
    </div>
  );
};
