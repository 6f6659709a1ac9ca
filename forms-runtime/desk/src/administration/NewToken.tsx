import { Button, Notice, TextField } from '@irisflow/ui';
import { useEffect, useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';

const markToken = (): void => {
  const field = document.querySelector<HTMLInputElement>('#token');
  field?.focus();
  field?.select();
};

type Copied = 'not yet' | 'done' | 'failed';

const copy = async (text: string): Promise<Copied> => {
  try {
    await navigator.clipboard.writeText(text);
    return 'done';
  } catch {
    // Some browsers forbid it; the text can still be marked and copied by hand.
    markToken();
    return 'failed';
  }
};

export interface NewTokenProps {
  readonly token: string;
  /** What it is called where it is no token. */
  readonly words?: Readonly<Record<'title' | 'text' | 'label' | 'close', string>>;
  readonly onClose: () => void;
}

/** What a new token says, this once. */
export const NewToken = ({ token, words, onClose }: NewTokenProps) => {
  const t = useDeskText();
  const [copied, setCopied] = useState<Copied>('not yet');
  // The form that had the focus is gone.
  useEffect(markToken, []);
  return (
    <div className="iris-stack">
      <Notice tone="warning" title={words?.title ?? t('tokens.once')} live>
        {words?.text ?? t('tokens.once.text')}
      </Notice>
      <TextField
        id="token"
        label={words?.label ?? t('tokens.token')}
        code
        readOnly
        value={token}
        onChange={() => undefined}
      />
      <div className="iris-row">
        <Button tone="secondary" onClick={() => void copy(token).then(setCopied)}>
          {t('tokens.copy')}
        </Button>
        <output>
          {copied === 'done' && t('tokens.copied')}
          {copied === 'failed' && t('tokens.copy.failed')}
        </output>
      </div>
      <div className="iris-dialog__actions">
        <Button onClick={onClose}>{words?.close ?? t('tokens.close')}</Button>
      </div>
    </div>
  );
};
