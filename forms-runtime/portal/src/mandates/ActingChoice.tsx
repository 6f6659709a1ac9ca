import { useActFor, useSession, type MandateView } from '@irisflow/client';
import { usePerson } from '@irisflow/frame';
import { Button, StatusTag, useFormatters, useToast, VisuallyHidden } from '@irisflow/ui';
import { useLocation } from 'wouter';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import { useScopeText } from './use-scope-text.ts';

interface OneProps {
  readonly name: string;
  readonly note: string;
  readonly isChosen: boolean;
  readonly isBusy: boolean;
  readonly onChoose: () => void;
}

const One = ({ name, note, isChosen, isBusy, onChoose }: OneProps) => {
  const t = usePersonalText();
  return (
    <li className="portal-party">
      <div>
        <p className="portal-party__name">{name}</p>
        <p className="iris-muted">{note}</p>
      </div>
      {isChosen ? (
        <StatusTag tone="accent">{t('acting.chosen')}</StatusTag>
      ) : (
        <Button tone="secondary" size="small" busy={isBusy} onClick={onChoose}>
          {t('acting.choose')} <VisuallyHidden>({name})</VisuallyHidden>
        </Button>
      )}
    </li>
  );
};

const useNoteOf = () => {
  const t = usePersonalText();
  const scopeText = useScopeText();
  const { date } = useFormatters();
  return ({ procedures, validTo }: MandateView): string =>
    [scopeText(procedures), ...(validTo === null ? [] : [t('mandate.until', { day: date(validTo) })])].join(' · ');
};

/** For whom do I act: myself, or one of those who let me. */
export const ActingChoice = ({ held }: { readonly held: readonly MandateView[] }) => {
  const t = usePersonalText();
  const toast = useToast();
  const person = usePerson();
  const noteOf = useNoteOf();
  const [, navigate] = useLocation();
  const acting = useSession().data?.acting ?? null;
  const choice = useActFor();
  const choose = (mandateId: string | null, name: string) => () =>
    choice.mutate(mandateId, {
      onSuccess: () => {
        toast(mandateId === null ? t('acting.done.self') : t('acting.done', { name }));
        navigate('/my/cases');
      },
    });
  const isUnder = (mandateId: string): boolean => acting?.state === 'inForce' && acting.mandateId === mandateId;
  const isBusyWith = (mandateId: string | null): boolean => choice.isPending && choice.variables === mandateId;
  return (
    <section className="portal-section" aria-labelledby="acting">
      <h2 id="acting">{t('acting.title')}</h2>
      <p>{t('acting.lead')}</p>
      {choice.isError && <RefusalNotice error={choice.error} />}
      <ul className="portal-parties">
        <One
          name={person.name}
          note={t('acting.self')}
          isChosen={acting === null}
          isBusy={isBusyWith(null)}
          onChoose={choose(null, person.name)}
        />
        {held.map((mandate) => (
          <One
            key={mandate.id}
            name={mandate.mandator}
            note={noteOf(mandate)}
            isChosen={isUnder(mandate.id)}
            isBusy={isBusyWith(mandate.id)}
            onChoose={choose(mandate.id, mandate.mandator)}
          />
        ))}
      </ul>
    </section>
  );
};
