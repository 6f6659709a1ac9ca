import { answer, platform } from '@irisflow/client';
import { Answered, LoadingPage, Page, useLocalized } from '@irisflow/frame';
import { formats } from '@irisflow/forms';
import { AppLink, Button, Form, LinkButton, Notice, TextField, useLocale } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useProcedure } from '../catalog/procedures.ts';
import { localePath } from '../app/locale-path.ts';
import { usePortalText } from '../texts/portal-texts.ts';
import { RefusalNotice } from './RefusalNotice.tsx';

const useAskLink = (procedureKey: string) => {
  const language = useLocale();
  return useMutation({
    mutationFn: (email: string) =>
      answer(platform.POST('/api/mail-links', { body: { email, procedureKey, language } })),
  });
};

const AskForm = ({ procedureKey }: { readonly procedureKey: string }) => {
  const t = usePortalText();
  const [email, setEmail] = useState('');
  const [isWrong, setWrong] = useState(false);
  const ask = useAskLink(procedureKey);
  const submit = (): void => {
    const isAddress = formats.email(email.trim());
    setWrong(!isAddress);
    if (isAddress && !ask.isPending) ask.mutate(email.trim());
  };
  if (ask.isSuccess)
    return (
      <Notice tone="success" title={t('link.sent', { email: email.trim() })} live>
        {t('link.sent.text')}
      </Notice>
    );
  return (
    <Form className="iris-stack" onSubmit={submit}>
      {ask.isError && <RefusalNotice error={ask.error} />}
      <TextField
        id="link-email"
        label={t('party.email')}
        hint={t('link.email.hint')}
        type="email"
        autoComplete="email"
        {...(isWrong && { error: t('party.email.wrong') })}
        value={email}
        onChange={setEmail}
      />
      <div className="iris-form-actions">
        <Button type="submit" busy={ask.isPending}>
          {t('link.ask')}
        </Button>
      </div>
    </Form>
  );
};

/** Where one asks for a link, to apply without an identity or to go on with what was begun so. */
export const AskLinkPage = ({ procedureKey }: { readonly procedureKey: string }) => {
  const t = usePortalText();
  const read = useLocalized();
  return (
    <Answered query={useProcedure(procedureKey)}>
      {(procedure) => (
        <Page
          title={t('link.title')}
          lead={t('link.lead')}
          crumbs={[{ href: `/procedures/${procedureKey}`, label: read(procedure.title) }]}
        >
          {procedure.hasMailLink ? (
            <AskForm procedureKey={procedureKey} />
          ) : (
            <div className="iris-stack">
              <Notice>{t('link.none')}</Notice>
              <div>
                <LinkButton href={`/procedures/${procedureKey}`}>{read(procedure.title)}</LinkButton>
              </div>
            </div>
          )}
        </Page>
      )}
    </Answered>
  );
};

/** The token stands behind the number sign, which browsers send to nobody. */
const tokenOfAddress = (): string => window.location.hash.slice(1);

const takeOutOfAddress = (): void => window.history.replaceState(null, '', window.location.pathname);

/** Opens a link from a mail, once, and goes on where it leads. */
export const OpenLinkPage = () => {
  const t = usePortalText();
  const locale = useLocale();
  // Only read here: React may throw a first rendering away, and the token would be gone with it.
  const [token] = useState(tokenOfAddress);
  const { mutate, isIdle, isError, error } = useMutation({
    mutationFn: () => answer(platform.POST('/api/mail-links/opening', { body: { token } })),
    // Whoever they were in this browser before, they are somebody else from here on.
    onSuccess: ({ path }) => window.location.assign(localePath(locale, path)),
  });
  useEffect(takeOutOfAddress, []);
  useEffect(() => {
    if (isIdle && token.length >= 20) mutate();
  }, [isIdle, mutate, token]);
  if (!isError && token.length >= 20) return <LoadingPage />;
  return (
    <Page title={t('link.title')}>
      <div className="iris-stack">
        {isError ? <RefusalNotice error={error} /> : <Notice tone="danger">{t('link.over')}</Notice>}
        <p>{t('link.again')}</p>
        <div>
          <LinkButton href="/">{t('nav.procedures')}</LinkButton>
        </div>
        <p>
          <AppLink href="/sign-in">{t('account.signIn')}</AppLink>
        </p>
      </div>
    </Page>
  );
};
