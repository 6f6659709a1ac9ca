import { useSession } from '@irisflow/client';
import { useArrival, useDocumentTitle } from '@irisflow/frame';
import { Skeleton } from '@irisflow/ui';
import { useSearchParams } from 'wouter';
import { useMyCases, useMyDrafts } from '../cases/my-cases.ts';
import { useIsCitizen } from '../session/citizen.ts';
import { usePortalText } from '../texts/portal-texts.ts';
import { Catalog, CatalogSearch } from './Catalog.tsx';
import { HomeEmblem } from './HomeEmblem.tsx';
import { MyOpenThings } from './MyOpenThings.tsx';

const QUERY = 'q';
const MAX_QUERY = 200;

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

/** What was looked for stands in the address, so that it is still there after a look at a procedure, and can be passed on. */
const useQuery = (): readonly [string, (query: string) => void] => {
  const [address, setAddress] = useSearchParams();
  const change = (query: string): void =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (query === '') next.delete(QUERY);
        else next.set(QUERY, query);
        return next;
      },
      { replace: true },
    );
  return [address.get(QUERY)?.slice(0, MAX_QUERY) ?? '', change];
};

/** Whether it is known what waits for the person: it stands above the catalog, and must not push it away while somebody reads. */
const useIsKnown = (isCitizen: boolean): boolean => {
  const session = useSession();
  const cases = useMyCases();
  const drafts = useMyDrafts();
  return !session.isLoading && !(isCitizen && (cases.isLoading || drafts.isLoading));
};

/** The front page: what one looks for first, then what waits for me, then what this is. */
export const HomePage = () => {
  const t = usePortalText();
  const isCitizen = useIsCitizen();
  const isKnown = useIsKnown(isCitizen);
  const [query, setQuery] = useQuery();
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
          <CatalogSearch query={query} onQuery={setQuery} />
        </div>
        <HomeEmblem />
      </section>
      {isKnown ? (
        <>
          {isCitizen && query === '' && <MyOpenThings />}
          <Catalog query={query} onQuery={setQuery} />
        </>
      ) : (
        <Skeleton lines={4} />
      )}
      <Promises />
    </div>
  );
};
