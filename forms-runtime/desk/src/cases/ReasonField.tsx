import { TextArea } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';

const MAX_REASON = 500;

/** A reason that stays on record: `check` says whether there is one, and from then on the field asks for it. */
export const useReason = () => {
  const [value, onChange] = useState('');
  const [isAsked, setAsked] = useState(false);
  const reason = value.trim();
  return {
    reason,
    check: (): boolean => {
      setAsked(true);
      return reason !== '';
    },
    field: { value, onChange, isMissing: isAsked && reason === '' },
  };
};

type ReasonFieldProps = ReturnType<typeof useReason>['field'] & { readonly id: string; readonly hint?: string };

export const ReasonField = ({ id, hint, value, onChange, isMissing }: ReasonFieldProps) => {
  const t = useDeskText();
  return (
    <TextArea
      id={id}
      label={t('reason')}
      {...(hint !== undefined && { hint })}
      rows={2}
      maxLength={MAX_REASON}
      value={value}
      onChange={onChange}
      {...(isMissing && { error: t('reason.missing') })}
    />
  );
};
