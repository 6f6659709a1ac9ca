import type { Locale } from '@irisflow/client';
import type { PlayedCase, PlayedEffect } from '@irisflow/scenarios';
import { Button, Dialog, Spinner } from '@irisflow/ui';
import { useEffect, useEffectEvent, useState } from 'react';
import { Failure } from '../app/Failure.tsx';
import { MissingParts } from '../letters/MissingParts.tsx';
import { useLetterSheet } from '../letters/use-letter-sheet.ts';
import { useTexts } from '../texts/use-texts.ts';
import { letterName, useEffectText, useStatusName } from './effect-words.ts';
import type { ProcedureFacts } from './procedure-facts.ts';

export interface OutPanelProps {
  readonly procedureKey: string;
  readonly played: PlayedCase;
  readonly facts: ProcedureFacts;
  /** The language of the case. */
  readonly locale: Locale;
}

type Letter = Extract<PlayedEffect['effect'], { kind: 'letter' }>;

interface PreviewProps extends Omit<OutPanelProps, 'played'> {
  readonly letter: Letter;
  readonly onClose: () => void;
}

/** The letter as PDF, with what the played case gives to it. */
const LetterDialog = ({ procedureKey, facts, locale, letter, onClose }: PreviewProps) => {
  const t = useTexts();
  const template = facts.letters.get(letter.template);
  const preview = useLetterSheet();
  const { mutate, data: sheet = { missing: [], url: null } } = preview;
  const print = (asDraft: boolean): void =>
    mutate({ procedureKey, letter: template, locale, values: letter.values, asDraft });
  const printFirst = useEffectEvent(() => print(false));
  useEffect(() => printFirst(), []);
  return (
    <Dialog
      open
      wide
      title={letterName(facts, letter.template, t.locale)}
      onClose={onClose}
      actions={
        <Button tone="secondary" onClick={onClose}>
          {t('dialog.close')}
        </Button>
      }
    >
      {preview.isPending && <Spinner />}
      {preview.isError && <Failure error={preview.error} onRetry={() => print(false)} />}
      <MissingParts sheet={sheet} language={locale} onDraft={() => print(true)} />
      {sheet.url !== null && (
        // A sandbox would keep the browser's own PDF viewer out; the file comes from our platform.
        // oxlint-disable-next-line react/iframe-missing-sandbox
        <iframe className="play-letter" src={sheet.url} title={letterName(facts, letter.template, t.locale)} />
      )}
    </Dialog>
  );
};

const shown = new Set(['letter', 'money', 'decision', 'right']);

/** What would leave the house: letters to read, money, decisions; and the status of the case. */
export const OutPanel = (props: OutPanelProps) => {
  const t = useTexts();
  const { played, facts } = props;
  const effectText = useEffectText(facts);
  const statusName = useStatusName(facts);
  const [open, setOpen] = useState<Letter | null>(null);
  const outcomes = played.effects.filter(({ effect }) => shown.has(effect.kind));
  const status = played.effects.findLast(({ effect }) => effect.kind === 'status')?.effect;
  return (
    <section className="play-panel" aria-labelledby="play-out">
      <h2 id="play-out">{t('play.out')}</h2>
      {status?.kind === 'status' && <p>{t('play.statusNow', { status: statusName(status.status) })}</p>}
      {outcomes.length === 0 ? (
        <p className="iris-muted">{t('play.nothingOut')}</p>
      ) : (
        <ul className="play-out">
          {outcomes.map(({ effect }, index) => (
            // Nothing leaves the list before what follows it.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              {effectText(effect)}
              {effect.kind === 'letter' && facts.letters.has(effect.template) && (
                <Button
                  tone="quiet"
                  size="small"
                  aria-label={t('play.readLetter', { letter: letterName(facts, effect.template, t.locale) })}
                  onClick={() => setOpen(effect)}
                >
                  {t('play.read')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {open !== null && <LetterDialog {...props} letter={open} onClose={() => setOpen(null)} />}
    </section>
  );
};
