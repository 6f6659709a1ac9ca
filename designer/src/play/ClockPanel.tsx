import type { PlayAct, PlayedCase } from '@irisflow/scenarios';
import { Button, NumberField, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { nextMoments, type Moment } from './next-moments.ts';
import type { ProcedureFacts } from './procedure-facts.ts';
import type { NameOf } from './use-facts.ts';

export interface ClockPanelProps {
  readonly played: PlayedCase;
  readonly facts: ProcedureFacts;
  readonly nameOf: NameOf;
  readonly onTake: (...acts: readonly PlayAct[]) => void;
}

const useMomentText = ({ facts, nameOf }: Pick<ClockPanelProps, 'facts' | 'nameOf'>) => {
  const t = useTexts();
  return ({ about }: Moment): string => {
    if (about.kind === 'timer') return nameOf(about.elementId);
    const { key, name } = about.notice;
    const term = facts.terms.find((each) => each.key === key)?.label[t.locale] ?? key;
    return t(name === 'term.warning' ? 'play.termWarning' : 'play.termExpired', { term });
  };
};

/** The clock of the case: what it brings next, one click away, and any number of days. */
export const ClockPanel = (props: ClockPanelProps) => {
  const t = useTexts();
  const { dateTime } = useFormatters();
  const { played, onTake } = props;
  const [days, setDays] = useState<number | string | undefined>(1);
  const text = useMomentText(props);
  const canWait = typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= 3650;
  return (
    <section className="play-panel" aria-labelledby="play-clock">
      <h2 id="play-clock">{t('play.clock')}</h2>
      <p className="play-clock__now">{dateTime(new Date(played.now))}</p>
      <ul className="play-moments">
        {nextMoments(played).map((moment) => (
          <li key={moment.key}>
            <p>
              <strong>{t.plural('play.inDays', moment.days)}</strong> {text(moment)}
              {moment.about.kind === 'term' && !moment.about.isHeard && (
                <span className="iris-muted"> {t('play.nobodyHears')}</span>
              )}
            </p>
            <Button
              tone="secondary"
              size="small"
              aria-label={t('play.jumpTo', { what: text(moment) })}
              onClick={() => onTake(...moment.acts)}
            >
              {t('play.jump')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="play-wait">
        <NumberField id="play-days" label={t('play.days')} inputMode="numeric" value={days} onChange={setDays} />
        <Button
          tone="secondary"
          size="small"
          disabled={!canWait}
          onClick={() => onTake({ kind: 'step', step: { wait: `P${Number(days)}D` } })}
        >
          {t('play.wait')}
        </Button>
      </div>
    </section>
  );
};
