import type { Locale } from '@irisflow/client';
import type { PlayedCase, PlayedEffect } from '@irisflow/scenarios';
import { Button, Dialog, Spinner } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { previewLetter } from '../api/trials.ts';
import { Failure } from '../app/Failure.tsx';
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
  const preview = useMutation({
    mutationFn: async () =>
      URL.createObjectURL(await previewLetter({ procedureKey, letter: template, locale, values: letter.values })),
  });
  const { mutate, data: url = null } = preview;
  useEffect(() => mutate(), [mutate]);
  useEffect(
    () => () => {
      if (url !== null) URL.revokeObjectURL(url);
    },
    [url],
  );
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
      {preview.isError && <Failure error={preview.error} onRetry={() => mutate()} />}
      {url !== null && (
        // A sandbox would keep the browser's own PDF viewer out; the file comes from our platform.
        // oxlint-disable-next-line react/iframe-missing-sandbox
        <iframe className="play-letter" src={url} title={letterName(facts, letter.template, t.locale)} />
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
