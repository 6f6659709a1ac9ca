import { answer, type MyPlace, platform } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Timeline, useFormatters } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import { usePersonalText } from '../texts/personal-texts.ts';

interface Shown {
  readonly place: MyPlace;
}

const useMyPlaces = (caseId: string) =>
  useQuery({
    queryKey: ['my', 'places', caseId],
    queryFn: () => answer(platform.GET('/api/my/cases/{caseId}/places', { params: { path: { caseId } } })),
  });

/** Where I stand, and what that means for me. */
const Standing = ({ place: { state, ended, position, reservedUntil } }: Shown) => {
  const t = usePersonalText();
  const { longDate } = useFormatters();
  if (state === 'waiting')
    return (
      <>
        <p>
          <strong>{t('place.waiting', { position: String(position) })}</strong>
        </p>
        <p>{t('place.waiting.text')}</p>
      </>
    );
  if (state === 'reserved' && reservedUntil !== null)
    return (
      <>
        <p>
          <strong>{t('place.reserved', { day: longDate(reservedUntil) })}</strong>
        </p>
        <p>{t('place.reserved.text')}</p>
      </>
    );
  return <p>{ended === null ? t('place.held') : t(`place.ended.${ended}`)}</p>;
};

/** Why my position is what it is: what happened before me, and not to whom. */
const Why = ({ place: { id, steps } }: Shown) => {
  const t = usePersonalText();
  const { longDate } = useFormatters();
  return (
    <div className="iris-stack iris-stack--tight">
      <h4 id={`why-${id}`}>{t('place.why')}</h4>
      <Timeline
        entries={steps.toReversed().map(({ at, why, position }) => ({
          id: `${at} ${position}`,
          title: t(`place.step.${why}`, { position: String(position) }),
          at: longDate(at),
        }))}
      />
    </div>
  );
};

/** The place that my case has, or for which it waits; nothing where it asked for none. */
export const CasePlaces = ({ caseId }: { readonly caseId: string }) => {
  const t = usePersonalText();
  const read = useLocalized();
  const { data: places = [] } = useMyPlaces(caseId);
  if (places.length === 0) return null;
  return (
    <section className="portal-section" aria-labelledby="places">
      <h2 id="places">{t('places')}</h2>
      <ul className="portal-opinions">
        {places.map((place) => (
          <li key={place.id} className="iris-stack iris-stack--tight">
            <h3>{read(place.quota)}</h3>
            <Standing place={place} />
            {place.state === 'waiting' && <Why place={place} />}
          </li>
        ))}
      </ul>
    </section>
  );
};
