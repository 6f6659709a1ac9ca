import { Dialog, TextField } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { DialogForm } from '../app/DialogForm.tsx';
import { typesOf, wrongType, type TypeRow } from './connector-types.ts';
import { wrongDay } from './last-day.ts';
import { LastDayField } from './LastDayField.tsx';
import { NewToken } from './NewToken.tsx';
import { TypeFields } from './TypeFields.tsx';
import { useMakeToken, type TokenToMake } from './use-connectors.ts';
import { useToday } from './use-today.ts';

interface TokenDraft {
  readonly name: string;
  readonly rows: readonly TypeRow[];
  readonly lastDay: string | undefined;
}

const blank: TokenDraft = { name: '', rows: [{ id: 1, text: '' }], lastDay: undefined };

const tokenOf = (
  administration: string,
  { name, rows, lastDay }: TokenDraft,
  today: string,
): TokenToMake | undefined => {
  const isWrong = rows.some((row) => wrongType(row, rows) !== undefined) || wrongDay(lastDay, today) !== undefined;
  if (name.trim() === '' || isWrong) return undefined;
  return { name: name.trim(), types: typesOf(administration, rows), expiresAt: lastDay ?? null };
};

interface FormProps {
  readonly administration: string;
  readonly make: ReturnType<typeof useMakeToken>;
  readonly onClose: () => void;
}

const NewTokenForm = ({ administration, make, onClose }: FormProps) => {
  const t = useDeskText();
  const today = useToday();
  const [draft, setDraft] = useState(blank);
  const [asked, setAsked] = useState(false);
  const submit = (): void => {
    setAsked(true);
    const wanted = tokenOf(administration, draft, today);
    if (wanted !== undefined) make.mutate(wanted);
  };
  return (
    <DialogForm error={make.error} busy={make.isPending} confirm={t('tokens.make')} onSubmit={submit} onClose={onClose}>
      <TextField
        id="token-name"
        label={t('tokens.name')}
        hint={t('tokens.name.hint')}
        maxLength={100}
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
        {...(asked && draft.name.trim() === '' && { error: t('tokens.name.missing') })}
      />
      <TypeFields
        administration={administration}
        rows={draft.rows}
        onChange={(rows) => setDraft({ ...draft, rows })}
        asked={asked}
      />
      <LastDayField
        hint={t('tokens.lastDay.hint')}
        day={draft.lastDay}
        onChange={(lastDay) => setDraft({ ...draft, lastDay })}
        asked={asked}
      />
    </DialogForm>
  );
};

const OpenDialog = ({ administration, onClose }: Omit<FormProps, 'make'>) => {
  const t = useDeskText();
  const make = useMakeToken();
  const token = make.data?.token;
  // Escape does not close what is shown this once.
  const close = token === undefined ? onClose : () => undefined;
  return (
    <Dialog open title={t(token === undefined ? 'tokens.make.title' : 'tokens.made.title')} onClose={close}>
      {token === undefined ? (
        <NewTokenForm administration={administration} make={make} onClose={onClose} />
      ) : (
        <NewToken token={token} onClose={onClose} />
      )}
    </Dialog>
  );
};

export interface NewTokenDialogProps extends Omit<FormProps, 'make'> {
  readonly open: boolean;
}

/** Makes a token for connectors that somebody else runs, and shows it once. */
export const NewTokenDialog = ({ open, ...dialog }: NewTokenDialogProps) => open && <OpenDialog {...dialog} />;
