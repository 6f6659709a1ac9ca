import type { ConnectorTokenView } from '@irisflow/client';
import { StatusTag, useFormatters, type TagTone } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { lastDayOf, tokenState, type TokenState } from './token-state.ts';

const tones: { readonly [S in TokenState]: TagTone } = { counts: 'success', expired: 'warning', revoked: 'neutral' };

const useNow = (): number => useState(() => Date.now())[0];

export interface TokenValidityProps {
  readonly token: Pick<ConnectorTokenView, 'expiresAt' | 'revokedAt'>;
}

/** Whether a token counts, and until when. */
export const TokenValidity = ({ token }: TokenValidityProps) => {
  const t = useDeskText();
  const { date, dateTime } = useFormatters();
  const state = tokenState(token, useNow());
  const { expiresAt, revokedAt } = token;
  const until = expiresAt === null ? t('tokens.until.none') : t('tokens.until', { day: date(lastDayOf(expiresAt)) });
  return (
    <>
      <StatusTag tone={tones[state]}>{t(`tokens.state.${state}`)}</StatusTag>
      <span className="desk-line">
        {revokedAt === null ? until : t('tokens.revokedAt', { at: dateTime(revokedAt) })}
      </span>
    </>
  );
};
