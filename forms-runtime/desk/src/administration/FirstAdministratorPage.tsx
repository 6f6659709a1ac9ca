import { answer, platform } from '@irisflow/client';
import { Failure, Page } from '@irisflow/frame';
import { Button, Form, TextField } from '@irisflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';

const useRedeem = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (token: string) => answer(platform.POST('/api/administration/first', { body: { token } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['session'] }),
  });
};

/** Where the token that the start printed makes somebody the first administrator of the platform. */
export const FirstAdministratorPage = () => {
  const t = useDeskText();
  const [, navigate] = useLocation();
  const redeem = useRedeem();
  const [token, setToken] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (): void => {
    setMissing(token.trim() === '');
    if (token.trim() === '') return;
    redeem.mutate(token.trim(), { onSuccess: () => navigate('/administration/administrations') });
  };
  return (
    <Page title={t('first.title')} lead={t('first.lead')}>
      <Form className="iris-stack" onSubmit={submit}>
        {redeem.isError && <Failure error={redeem.error} />}
        <TextField
          id="token"
          label={t('first.token')}
          hint={t('first.token.hint')}
          code
          autoComplete="off"
          value={token}
          onChange={setToken}
          {...(isMissing && { error: t('first.token.missing') })}
        />
        <div>
          <Button type="submit" busy={redeem.isPending}>
            {t('first.redeem')}
          </Button>
        </div>
      </Form>
    </Page>
  );
};
