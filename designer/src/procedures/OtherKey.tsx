import { Button, TextField } from '@irisflow/ui';
import { useState, type SubmitEvent } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { isProcedureKey } from './slug.ts';

export interface OtherKeyProps {
  busy: boolean;
  onChoose: (key: string) => void;
}

/** Asks for a key of one's own, when another administration has the one that a folder names. */
export const OtherKey = ({ busy, onChoose }: OtherKeyProps) => {
  const t = useTexts();
  const [key, setKey] = useState('');
  const [isChecked, setChecked] = useState(false);
  const error = isChecked && !isProcedureKey(key) ? t('new.keyInvalid') : undefined;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (isProcedureKey(key)) onChoose(key);
  };
  return (
    <form noValidate className="iris-stack" onSubmit={submit}>
      <p>{t('import.otherKey')}</p>
      <TextField
        id="import-key"
        code
        label={t('new.key')}
        hint={t('new.keyHint')}
        value={key}
        onChange={setKey}
        error={error}
      />
      <Button type="submit" busy={busy}>
        {t('import.underKey')}
      </Button>
    </form>
  );
};
