import { useArrival, useDocumentTitle } from '@irisflow/frame';
import { useIsCitizen } from '../session/citizen.ts';
import { usePortalText } from '../texts/portal-texts.ts';
import { Catalog } from './Catalog.tsx';
import { HomeEmblem } from './HomeEmblem.tsx';
import { MyOpenThings } from './MyOpenThings.tsx';

const promises = ['once', 'term', 'eyes'] as const;

const Promises = () => {
  const t = usePortalText();
  return (
    <ul className="portal-promises">
      {promises.map((promise) => (
        <li key={promise}>
          <h2 className="portal-promises__title">{t(`home.promise.${promise}`)}</h2>
          <p>{t(`home.promise.${promise}.text`)}</p>
        </li>
      ))}
    </ul>
  );
};

/** The front page: what this is, what waits for me, what I can ask for. */
export const HomePage = () => {
  const t = usePortalText();
  const isCitizen = useIsCitizen();
  useDocumentTitle(t('app.title'));
  useArrival();
  return (
    <div className="portal-home">
      <section className="portal-hero">
        <div className="iris-stack">
          <h1 tabIndex={-1} className="portal-hero__title">
            {t('home.title')}
          </h1>
          <p className="iris-lead">{t('home.lead')}</p>
        </div>
        <HomeEmblem />
      </section>
      {isCitizen && <MyOpenThings />}
      <Catalog />
      <Promises />
    </div>
  );
};
