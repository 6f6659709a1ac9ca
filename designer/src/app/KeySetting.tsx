import { TextField, type TextFieldProps } from '@irisflow/ui';
import { useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';

export interface KeySettingProps extends Omit<TextFieldProps, 'value' | 'onChange' | 'code' | 'onBlur'> {
  readonly value: string;
  /** What others of its kind are called. */
  readonly taken: readonly string[];
  /** How a key may look; a letter, then letters, digits and hyphens where it is left out. */
  readonly pattern?: RegExp;
  readonly onChange: (key: string) => void;
}

const KEY = /^[a-zA-Z][a-zA-Z0-9-]{0,62}$/;
export const VARIABLE_KEY = /^[a-zA-Z][a-zA-Z0-9]{0,62}$/;

/**
 * What others name something by. It is taken over on leaving the field, so that on the way from one key to another it never is a
 * third one; what is no key, or somebody else's, is told, and the file keeps the one before.
 */
export const KeySetting = ({ value, taken, pattern = KEY, onChange, error, ...field }: KeySettingProps) => {
  const t = useTexts();
  const [typed, setTyped] = useState<string>();
  const wrong = (key: string): string | undefined => {
    if (key === value) return undefined;
    if (!pattern.test(key)) return t('key.invalid');
    return taken.includes(key) ? t('key.taken', { key }) : undefined;
  };
  const problem = typed === undefined ? undefined : wrong(typed.trim());
  const leave = (): void => {
    if (typed === undefined || problem !== undefined) return;
    setTyped(undefined);
    if (typed.trim() !== value) onChange(typed.trim());
  };
  return (
    <TextField {...field} code value={typed ?? value} onChange={setTyped} onBlur={leave} error={problem ?? error} />
  );
};
