import { TextField, type TextFieldProps } from '@irisflow/ui';
import { useState } from 'react';

/** Keys as somebody writes them, each once: `medical, legal`. */
const keysIn = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter((key) => key !== ''))];

interface KeysFieldProps extends Omit<TextFieldProps, 'value' | 'onChange' | 'code'> {
  readonly keys: readonly string[];
  readonly onChange: (keys: string[]) => void;
}

/** Keys in one line. What was typed stands while it says what the keys are: the comma before the next one too. */
export const KeysField = ({ keys, onChange, ...field }: KeysFieldProps) => {
  const [typed, setTyped] = useState('');
  const isSaid = keysIn(typed).join() === keys.join();
  return (
    <TextField
      {...field}
      code
      value={isSaid ? typed : keys.join(', ')}
      onChange={(text) => {
        setTyped(text);
        onChange(keysIn(text));
      }}
    />
  );
};
