import type { MandateView, PartyFile } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { Button, ConfirmDialog, StatusTag, useFormatters, VisuallyHidden } from '@irisflow/ui';
import { useState } from 'react';
import { useOwnProcedures } from '../contacts/use-contacts.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { RecordMandate } from './RecordMandate.tsx';
import { useEndMandate } from './use-parties.ts';

const useScope = () => {
  const t = useDeskText();
  const read = useLocalized();
  const procedures = useOwnProcedures();
  return (keys: readonly string[] | null): string => {
    if (keys === null) return t('mandate.all');
    const titles = keys.map((key) => procedures.find((procedure) => procedure.key === key)?.title);
    return titles.map((title, index) => (title === undefined ? (keys[index] ?? '') : read(title))).join(', ');
  };
};

const One = ({ mandate, onEnd }: { readonly mandate: MandateView; readonly onEnd: () => void }) => {
  const t = useDeskText();
  const scope = useScope();
  const { date } = useFormatters();
  const { mandatee, procedures, validFrom, validTo, state, origin, proof } = mandate;
  const days =
    validTo === null
      ? t('mandate.from', { day: date(validFrom) })
      : t('mandate.fromTo', { first: date(validFrom), last: date(validTo) });
  const mayEnd = origin === 'desk' && (state === 'inForce' || state === 'future');
  return (
    <li className="desk-mandate">
      <div>
        <p>
          <strong>{mandatee}</strong>{' '}
          <StatusTag tone={state === 'inForce' ? 'success' : 'neutral'}>{t(`mandate.state.${state}`)}</StatusTag>
        </p>
        <p className="iris-muted">{[scope(procedures), days].join(' · ')}</p>
        <p className="iris-muted">{t(`mandate.origin.${origin}`, { proof })}</p>
      </div>
      {mayEnd && (
        <Button tone="secondary" size="small" onClick={onEnd}>
          {t('mandate.end')} <VisuallyHidden>({mandatee})</VisuallyHidden>
        </Button>
      )}
    </li>
  );
};

/** Who may act for a party here, and the way to write another one down. */
export const PartyMandates = ({ file }: { readonly file: PartyFile }) => {
  const t = useDeskText();
  const [isOpen, setOpen] = useState(false);
  const [ending, setEnding] = useState<MandateView>();
  const end = useEndMandate(file.id);
  const confirm = (): void => {
    if (ending !== undefined) end.mutate(ending.id, { onSettled: () => setEnding(undefined) });
  };
  return (
    <div className="iris-stack">
      {end.isError && <Failure error={end.error} />}
      {file.mandates.length === 0 ? (
        <p className="iris-muted">{t('mandate.none')}</p>
      ) : (
        <ul className="desk-mandates">
          {file.mandates.map((mandate) => (
            <One key={mandate.id} mandate={mandate} onEnd={() => setEnding(mandate)} />
          ))}
        </ul>
      )}
      <div>
        <Button tone="secondary" size="small" onClick={() => setOpen(true)}>
          {t('mandate.record')}
        </Button>
      </div>
      {isOpen && <RecordMandate partyId={file.id} name={file.name} onClose={() => setOpen(false)} />}
      <ConfirmDialog
        open={ending !== undefined}
        title={t('mandate.end.title', { name: ending?.mandatee ?? '' })}
        confirm={t('mandate.end')}
        tone="danger"
        busy={end.isPending}
        onConfirm={confirm}
        onClose={() => setEnding(undefined)}
      >
        <p>{t('mandate.end.text')}</p>
      </ConfirmDialog>
    </div>
  );
};
