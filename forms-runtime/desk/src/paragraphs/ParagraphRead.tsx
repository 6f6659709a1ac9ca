import type { ParagraphContent } from '@irisflow/client';
import { localeNames, useFormatters } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { legalLanguages, useTargetNames } from './paragraph-words.ts';

interface ContentProps {
  readonly content: ParagraphContent;
}

/** Where it fits, in words, by what narrows it down; what is left open is not said. */
export const usePlaces = () => {
  const t = useDeskText();
  const { date } = useFormatters();
  const names = useTargetNames();
  return ({ procedures, steps, outcomes, grounds, validFrom, validTo }: ParagraphContent) =>
    [
      [t('paragraph.procedures'), procedures.map(names.procedure)],
      [t('paragraph.steps'), steps.map(names.step)],
      [t('paragraph.outcomes'), outcomes.map((outcome) => t(`status.${outcome}`))],
      [t('paragraph.grounds'), grounds.map((code) => `${code} – ${names.ground(code)}`)],
      [t('paragraph.validFrom'), validFrom === null ? [] : [date(validFrom)]],
      [t('paragraph.validTo'), validTo === null ? [] : [date(validTo)]],
    ].flatMap(([name, values]) =>
      typeof name === 'string' && Array.isArray(values) && values.length > 0
        ? [{ name, value: values.join(', ') }]
        : [],
    );
};

const Places = ({ content }: ContentProps) => {
  const t = useDeskText();
  const places = usePlaces()(content);
  if (places.length === 0) return <p>{t('paragraph.everywhere')}</p>;
  return (
    <dl className="desk-facts">
      {places.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

/** What it says, in both languages side by side, as it is kept. */
export const ParagraphRead = ({ content }: ContentProps) => {
  const t = useDeskText();
  return (
    <Section id="paragraph-texts" title={t('paragraph.texts')}>
      <Places content={content} />
      <div className="desk-languages">
        {legalLanguages.map((language) => (
          <section key={language} className="iris-stack iris-stack--tight" aria-labelledby={`read-${language}`}>
            <h3 id={`read-${language}`}>{localeNames[language]}</h3>
            {content.text[language] === '' ? (
              <p className="iris-muted">{t(`paragraph.missing.${language}`)}</p>
            ) : (
              <div lang={language} className="iris-stack iris-stack--tight">
                <p>
                  <strong>{content.title[language]}</strong>
                </p>
                <p className="desk-paragraph">{content.text[language]}</p>
                {content.legalReference[language] !== '' && (
                  <p className="iris-muted">{content.legalReference[language]}</p>
                )}
              </div>
            )}
          </section>
        ))}
      </div>
    </Section>
  );
};
