import type { MandateView } from '@irisflow/client';
import { Button, ConfirmDialog, EmptyState, StatusTag, useFormatters, useToast, VisuallyHidden } from '@irisflow/ui';
import type { TagTone } from '@irisflow/ui';
import { useState } from 'react';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import { useRevokeMandate } from './use-mandates.ts';
import { useScopeText } from './use-scope-text.ts';

const tones: { readonly [S in MandateView['state']]: TagTone } = {
  future: 'neutral',
  inForce: 'success',
  over: 'neutral',
  revoked: 'neutral',
};

const mayEnd = ({ state, origin }: MandateView): boolean =>
  (state === 'inForce' || state === 'future') && origin !== 'provider';

interface OneProps {
  readonly mandate: MandateView;
  readonly onRevoke: () => void;
}

const One = ({ mandate, onRevoke }: OneProps) => {
  const t = usePersonalText();
  const scopeText = useScopeText();
  const { date } = useFormatters();
  const { mandatee, procedures, validFrom, validTo, state, origin } = mandate;
  const days =
    validTo === null
      ? t('mandate.from', { day: date(validFrom) })
      : t('mandate.fromTo', { first: date(validFrom), last: date(validTo) });
  return (
    <li className="portal-party">
      <div>
        <p className="portal-party__name">
          {mandatee} <StatusTag tone={tones[state]}>{t(`mandate.state.${state}`)}</StatusTag>
        </p>
        <p className="iris-muted">{[scopeText(procedures), days].join(' · ')}</p>
        <p className="iris-muted">{t(`mandate.origin.${origin}`)}</p>
      </div>
      {mayEnd(mandate) && (
        <Button tone="secondary" size="small" onClick={onRevoke}>
          {t('mandate.revoke')} <VisuallyHidden>({mandatee})</VisuallyHidden>
        </Button>
      )}
    </li>
  );
};

const List = ({ mandates }: { readonly mandates: readonly MandateView[] }) => {
  const t = usePersonalText();
  const toast = useToast();
  const [ending, setEnding] = useState<MandateView>();
  const revoke = useRevokeMandate();
  const confirm = (): void => {
    if (ending === undefined) return;
    revoke.mutate(ending.id, {
      onSuccess: () => toast(t('mandate.revoked')),
      onSettled: () => setEnding(undefined),
    });
  };
  return (
    <>
      {revoke.isError && <RefusalNotice error={revoke.error} />}
      <ul className="portal-parties">
        {mandates.map((mandate) => (
          <One key={mandate.id} mandate={mandate} onRevoke={() => setEnding(mandate)} />
        ))}
      </ul>
      <ConfirmDialog
        open={ending !== undefined}
        title={t('mandate.revoke.title', { name: ending?.mandatee ?? '' })}
        confirm={t('mandate.revoke')}
        tone="danger"
        busy={revoke.isPending}
        onConfirm={confirm}
        onClose={() => setEnding(undefined)}
      >
        <p>{t('mandate.revoke.text')}</p>
      </ConfirmDialog>
    </>
  );
};

/** Who may act for me, or for whom I act. */
export const GivenMandates = ({
  mandates,
  name,
}: {
  readonly mandates: readonly MandateView[];
  readonly name: string;
}) => {
  const t = usePersonalText();
  return (
    <section className="portal-section" aria-labelledby="given">
      <h2 id="given">{t('mandate.given', { name })}</h2>
      {mandates.length === 0 ? (
        <EmptyState title={t('mandate.none')}>{t('mandate.none.text')}</EmptyState>
      ) : (
        <List mandates={mandates} />
      )}
    </section>
  );
};
