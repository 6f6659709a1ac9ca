import { AppLink } from '@irisflow/ui';
import { CaseRow } from '../cases/CaseRow.tsx';
import { DraftRow } from '../cases/DraftRow.tsx';
import { useMyCases, useMyDrafts } from '../cases/my-cases.ts';
import { sortCases } from '../cases/sort-cases.ts';
import { usePortalText } from '../texts/portal-texts.ts';

/** Enough to see what matters; the rest is one click away. */
const SHOWN = 3;

/** What waits for the person, then what is going on; nothing at all when there is nothing. */
export const MyOpenThings = () => {
  const t = usePortalText();
  const { data: cases = [] } = useMyCases();
  const { data: drafts = [] } = useMyDrafts();
  const { awaiting, running } = sortCases(cases);
  const open = [...awaiting, ...running].slice(0, SHOWN);
  if (open.length + drafts.length === 0) return null;
  return (
    <section className="portal-open" aria-labelledby="open-things">
      <div className="iris-row iris-row--spread">
        <h2 id="open-things">{t('home.open')}</h2>
        <AppLink href="/my/cases">{t('home.open.all')}</AppLink>
      </div>
      <ul className="portal-rows">
        {open.map((one) => (
          <CaseRow key={one.id} summary={one} />
        ))}
        {drafts.slice(0, SHOWN).map((draft) => (
          <DraftRow key={draft.id} draft={draft} />
        ))}
      </ul>
    </section>
  );
};
