import type { AccessView } from '@irisflow/client';
import { usePersonalText } from '../texts/personal-texts.ts';
import { Accesses, type AccessesProps } from './Accesses.tsx';

const isLook = ({ kind }: AccessView): boolean => kind === 'opening' || kind === 'unmasking';

interface SectionProps extends AccessesProps {
  readonly id: string;
  readonly title: string;
  readonly empty: string;
}

const Section = ({ id, title, empty, accesses, here }: SectionProps) => (
  <section className="portal-section" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {accesses.length === 0 ? (
      <p className="iris-muted">{empty}</p>
    ) : (
      <Accesses accesses={accesses} {...(here !== undefined && { here })} />
    )}
  </section>
);

/** Who in an office looked into my files, and what was corrected in them by hand. */
export const AccessSections = ({ accesses, here }: AccessesProps) => {
  const t = usePersonalText();
  const place = here !== undefined && { here };
  return (
    <>
      <Section
        id="openings"
        title={t('access.openings')}
        empty={t('access.openings.empty')}
        accesses={accesses.filter(isLook)}
        {...place}
      />
      <Section
        id="corrections"
        title={t('access.corrections')}
        empty={t('access.corrections.empty')}
        accesses={accesses.filter((access) => !isLook(access))}
        {...place}
      />
    </>
  );
};
