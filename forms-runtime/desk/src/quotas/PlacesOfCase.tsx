import type { PlaceView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, StatusTag, useFormatters } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { useQuotaText } from './quota-texts.ts';
import { usePlacesOfCase } from './use-quotas.ts';

const tones = { waiting: 'warning', reserved: 'accent', held: 'success', over: 'neutral' } as const;

const Standing = ({ place: { state, ended, position, reservedUntil } }: { readonly place: PlaceView }) => {
  const t = useQuotaText();
  const { date } = useFormatters();
  const words = {
    waiting: t('state.waiting', { position: String(position) }),
    reserved: t('state.reserved', { day: reservedUntil === null ? '' : date(reservedUntil) }),
    held: t('state.held'),
    over: ended === null ? '' : t(`act.${ended}`),
  };
  return <StatusTag tone={tones[state]}>{words[state]}</StatusTag>;
};

const Place = ({ place }: { readonly place: PlaceView }) => {
  const t = useQuotaText();
  const read = useLocalized();
  const { date } = useFormatters();
  return (
    <li className="iris-stack iris-stack--tight">
      <AppLink href={`/quotas/${place.procedureKey}/${place.quotaKey}`}>{read(place.quota)}</AppLink>
      <p>
        <Standing place={place} />
      </p>
      {place.state === 'waiting' && (
        <ul>
          {place.steps.map(({ at, why, position }) => (
            <li key={`${at} ${position}`} className="iris-muted">
              {t(`step.${why}`, { day: date(at), position: String(position) })}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

/** The places that a case has or waits for, with why its position is what it is; nothing where it asked for none. */
export const PlacesOfCase = ({ caseId }: { readonly caseId: string }) => {
  const t = useQuotaText();
  const { data: places = [] } = usePlacesOfCase(caseId);
  if (places.length === 0) return null;
  return (
    <Section id="case-places" title={t('places')}>
      <ul className="desk-places iris-stack">
        {places.map((place) => (
          <Place key={place.id} place={place} />
        ))}
      </ul>
    </Section>
  );
};
