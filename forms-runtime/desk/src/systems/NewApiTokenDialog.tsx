import { CheckboxGroup, Dialog, TextArea, TextField } from '@irisflow/ui';
import { useState } from 'react';
import { NewToken } from '../administration/NewToken.tsx';
import { useToday } from '../administration/use-today.ts';
import { DialogForm } from '../app/DialogForm.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { apiScopes, blankToken, tokenOf, type ApiTokenDraft } from './api-token-draft.ts';
import { EndField } from './EndField.tsx';
import { OwnProcedureChoice } from './ProcedureChoice.tsx';
import { useMakeApiToken } from './use-api-tokens.ts';

interface FieldsProps {
  readonly draft: ApiTokenDraft;
  readonly onChange: (part: Partial<ApiTokenDraft>) => void;
  readonly asked: boolean;
}

const ScopeField = ({ draft, onChange, asked }: FieldsProps) => {
  const t = useDeskText();
  return (
    <CheckboxGroup
      id="scopes"
      label={t('apiTokens.scopes')}
      options={apiScopes.map((scope) => ({
        value: scope,
        label: t(`apiTokens.scope.${scope}`),
        hint: t(`apiTokens.scope.${scope}.hint`),
      }))}
      value={draft.scopes}
      onChange={(values) => onChange({ scopes: apiScopes.filter((scope) => values.includes(scope)) })}
      {...(asked && draft.scopes.length === 0 && { error: t('apiTokens.scopes.missing') })}
    />
  );
};

const Fields = (props: FieldsProps) => {
  const { draft, onChange, asked } = props;
  const t = useDeskText();
  return (
    <>
      <TextField
        id="token-name"
        label={t('tokens.name')}
        hint={t('apiTokens.name.hint')}
        maxLength={100}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        {...(asked && draft.name.trim() === '' && { error: t('tokens.name.missing') })}
      />
      <ScopeField {...props} />
      <OwnProcedureChoice chosen={draft.procedures} onChange={(procedures) => onChange({ procedures })} asked={asked} />
      <EndField day={draft.lastDay} onChange={(lastDay) => onChange({ lastDay })} asked={asked} />
      <TextArea
        id="addresses"
        label={t('apiTokens.addresses')}
        hint={t('apiTokens.addresses.hint')}
        optional
        rows={2}
        value={draft.addresses}
        onChange={(addresses) => onChange({ addresses })}
      />
    </>
  );
};

interface FormProps {
  readonly make: ReturnType<typeof useMakeApiToken>;
  readonly onClose: () => void;
}

const Form = ({ make, onClose }: FormProps) => {
  const t = useDeskText();
  const today = useToday();
  const [draft, setDraft] = useState(blankToken);
  const [asked, setAsked] = useState(false);
  const submit = (): void => {
    setAsked(true);
    const wanted = tokenOf(draft, today);
    if (wanted !== undefined) make.mutate(wanted);
  };
  return (
    <DialogForm error={make.error} busy={make.isPending} confirm={t('tokens.make')} onSubmit={submit} onClose={onClose}>
      <Fields draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} asked={asked} />
    </DialogForm>
  );
};

/** Makes a token for another system, and shows it once. */
export const NewApiTokenDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useDeskText();
  const make = useMakeApiToken();
  const token = make.data?.token;
  // Escape does not close what is shown this once.
  const close = token === undefined ? onClose : () => undefined;
  return (
    <Dialog open wide title={t(token === undefined ? 'apiTokens.make.title' : 'tokens.made.title')} onClose={close}>
      {token === undefined ? <Form make={make} onClose={onClose} /> : <NewToken token={token} onClose={onClose} />}
    </Dialog>
  );
};
