import { useMySessions } from '@irisflow/client';
import { SummaryList } from '@irisflow/ui';
import { Answered } from '../failures/Answered.tsx';
import { useLocalized } from '../languages/use-localized.ts';
import { Page } from '../pages/Page.tsx';
import { useFrameText } from '../texts/frame-texts.ts';
import { OpenSessions } from './OpenSessions.tsx';
import { usePerson } from './person.ts';

/** Who I am here, and where I am signed in. */
export const AccountPage = () => {
  const t = useFrameText();
  const read = useLocalized();
  const { name, roles, administration } = usePerson();
  const sessions = useMySessions();
  const facts = [
    { id: 'name', term: t('account.name'), value: name },
    { id: 'roles', term: t('account.roles'), value: roles.map((role) => t(`role.${role}`)).join(', ') },
    ...(administration === null
      ? []
      : [{ id: 'administration', term: t('account.administration'), value: read(administration.name) }]),
  ];
  return (
    <Page title={t('account.title')}>
      <div className="iris-stack iris-stack--loose">
        <SummaryList items={facts} />
        <section className="iris-stack" aria-labelledby="sessions">
          <h2 id="sessions">{t('sessions.title')}</h2>
          <p className="iris-muted">{t('sessions.lead')}</p>
          <Answered query={sessions}>{(all) => <OpenSessions sessions={all} />}</Answered>
        </section>
      </div>
    </Page>
  );
};
