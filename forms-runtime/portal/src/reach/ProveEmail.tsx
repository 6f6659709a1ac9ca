import { Button, Form, Notice, TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import { useSendCode, useShowCode } from './use-reach.ts';

const ShowCode = ({ onAgain }: { readonly onAgain: () => void }) => {
  const t = usePersonalText();
  const toast = useToast();
  const [code, setCode] = useState('');
  const [isWrong, setWrong] = useState(false);
  const show = useShowCode();
  const submit = (): void => {
    const digits = code.replaceAll(/\s/g, '');
    const isCode = /^\d{6}$/.test(digits);
    setWrong(!isCode);
    if (isCode && !show.isPending) show.mutate(digits, { onSuccess: () => toast(t('reach.email.proven')) });
  };
  return (
    <Form className="iris-stack" onSubmit={submit}>
      {show.isError && <RefusalNotice error={show.error} />}
      <TextField
        id="reach-code"
        label={t('reach.code')}
        hint={t('reach.code.hint')}
        size="10"
        inputMode="numeric"
        autoComplete="one-time-code"
        {...(isWrong && { error: t('reach.code.wrong') })}
        value={code}
        onChange={setCode}
      />
      <div className="iris-row">
        <Button type="submit" busy={show.isPending}>
          {t('reach.code.show')}
        </Button>
        <Button tone="secondary" onClick={onAgain}>
          {t('reach.code.again')}
        </Button>
      </div>
    </Form>
  );
};

/** Proves that an address for mails is theirs: what is sent there may then name the case. */
export const ProveEmail = ({ email }: { readonly email: string }) => {
  const t = usePersonalText();
  const send = useSendCode();
  const ask = (): void => {
    if (!send.isPending) send.mutate();
  };
  return (
    <div className="iris-stack">
      <Notice title={t('reach.email.unproven', { email })}>{t('reach.email.unproven.text')}</Notice>
      {send.isError && <RefusalNotice error={send.error} />}
      {send.isSuccess ? (
        <ShowCode key={send.submittedAt} onAgain={ask} />
      ) : (
        <div>
          <Button tone="secondary" busy={send.isPending} onClick={ask}>
            {t('reach.email.prove')}
          </Button>
        </div>
      )}
    </div>
  );
};
