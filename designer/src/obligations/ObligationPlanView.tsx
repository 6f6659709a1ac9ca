import { useFormatters } from '@irisflow/ui';
import { useMemo } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { kindOfFile } from '../workspace/file-kinds.ts';
import { parsedFile } from '../workspace/name-choices.ts';
import type { ObligationFile } from './obligation-file.ts';
import {
  placeOn,
  planOf,
  quartersOf,
  type ObligationPlan,
  type PlannedDue,
  type PlannedObligation,
} from './obligation-plan.ts';

const ROW_HEIGHT = 44;
const AXIS_HEIGHT = 22;

const percent = (at: number): string => `${at}%`;

interface PartProps {
  readonly plan: ObligationPlan;
  /** Where its row begins. */
  readonly y: number;
}

/** The window of one time as a bar, its due day as a line, the steps that follow as dots. */
const Due = ({ plan, y, due }: PartProps & { readonly due: PlannedDue }) => {
  const { date } = useFormatters();
  const t = useTexts();
  const [opens, dueAt, ends] = [due.opensOn, due.dueOn, due.answerUntil].map((day) => placeOn(plan, day)) as [
    number,
    number,
    number,
  ];
  return (
    <g>
      <title>{`${date(due.opensOn)} – ${date(due.dueOn)} – ${date(due.answerUntil)}`}</title>
      <rect
        x={percent(opens)}
        y={y + 20}
        width={percent(Math.max(0.4, dueAt - opens))}
        height="12"
        className="obligation-plan__window"
      />
      <rect
        x={percent(dueAt)}
        y={y + 20}
        width={percent(Math.max(0, ends - dueAt))}
        height="12"
        className="obligation-plan__grace"
      />
      <line x1={percent(dueAt)} x2={percent(dueAt)} y1={y + 16} y2={y + 36} className="obligation-plan__due" />
      {due.steps
        .filter(({ on }) => on < plan.to)
        .map(({ name, on }) => (
          <circle key={on} cx={percent(placeOn(plan, on))} cy={y + 26} r="4" className="obligation-plan__step">
            <title>{`${name[t.locale]}, ${date(on)}`}</title>
          </circle>
        ))}
    </g>
  );
};

const Drawing = ({ plan }: { readonly plan: ObligationPlan }) => {
  const t = useTexts();
  const { date } = useFormatters();
  const height = plan.rows.length * ROW_HEIGHT + AXIS_HEIGHT;
  return (
    <svg
      className="obligation-plan"
      role="img"
      aria-label={t('obligation.planDrawing', { from: date(plan.from), to: date(plan.to) })}
      width="100%"
      height={height}
    >
      {quartersOf(plan).map((day) => (
        <g key={day}>
          <line
            x1={percent(placeOn(plan, day))}
            x2={percent(placeOn(plan, day))}
            y1="0"
            y2={height - AXIS_HEIGHT}
            className="obligation-plan__quarter"
          />
          <text x={percent(placeOn(plan, day))} y={height - 6} className="obligation-plan__quarter-name">
            {`${day.slice(5, 7)}/${day.slice(2, 4)}`}
          </text>
        </g>
      ))}
      {plan.rows.map(({ key, name, dues }, index) => (
        <g key={key}>
          <text x="0" y={index * ROW_HEIGHT + 13} className="obligation-plan__name">
            {name?.[t.locale] || key}
          </text>
          {dues.map((due) => (
            <Due key={due.dueOn} plan={plan} y={index * ROW_HEIGHT} due={due} />
          ))}
        </g>
      ))}
    </svg>
  );
};

interface LineProps {
  readonly row: PlannedObligation;
  readonly due: PlannedDue;
}

const Line = ({ row, due }: LineProps) => {
  const t = useTexts();
  const { date } = useFormatters();
  return (
    <tr>
      <td>{row.name?.[t.locale] || row.key}</td>
      <td>{date(due.opensOn)}</td>
      <td>{date(due.dueOn)}</td>
      <td>{date(due.answerUntil)}</td>
      <td>{due.steps.map(({ name, on }) => `${name[t.locale]} (${date(on)})`).join(', ') || '–'}</td>
    </tr>
  );
};

/** The same as a table, for whoever does not see the drawing and for a small screen: what is due first comes first. */
const Table = ({ plan }: { readonly plan: ObligationPlan }) => {
  const t = useTexts();
  const lines = plan.rows
    .flatMap((row) => row.dues.map((due) => ({ row, due })))
    .toSorted((one, other) => one.due.dueOn.localeCompare(other.due.dueOn));
  return (
    <details>
      <summary>{t('obligation.planTable')}</summary>
      <div className="iris-table-wrap">
        <table className="due-examples">
          <caption className="iris-visually-hidden">{t('obligation.plan')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('obligation.name')}</th>
              <th scope="col">{t('obligation.opensOn')}</th>
              <th scope="col">{t('obligation.dueOn')}</th>
              <th scope="col">{t('obligation.answerUntil')}</th>
              <th scope="col">{t('obligation.sanctions')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ row, due }) => (
              <Line key={`${row.key} ${due.dueOn}`} row={row} due={due} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};

/** The obligation as it is edited, with the others that lie on the same right. */
const useBeside = (obligation: ObligationFile): readonly ObligationFile[] => {
  const { files } = useDraft().state;
  return useMemo(() => {
    const others = [...files.keys()]
      .filter((path) => kindOfFile(path) === 'obligation')
      .map((path) => parsedFile(files, path) as ObligationFile | null)
      .filter((one): one is ObligationFile => one !== null && one.key !== obligation.key);
    return [obligation, ...others.filter(({ right }) => right === obligation.right)];
  }, [files, obligation]);
};

export interface ObligationPlanViewProps {
  readonly obligation: ObligationFile;
  /** The day on which the sample right begins. */
  readonly from: string | undefined;
}

/** All that the holder of a sample right has to show in two years, on one line of time. */
export const ObligationPlanView = ({ obligation, from }: ObligationPlanViewProps) => {
  const t = useTexts();
  const beside = useBeside(obligation);
  const plan = useMemo(() => planOf(beside, from), [beside, from]);
  if (plan === undefined) return null;
  return (
    <section className="iris-stack iris-stack--tight" aria-label={t('obligation.plan')}>
      <h3>{t('obligation.plan')}</h3>
      <p className="iris-muted">{t('obligation.planHint')}</p>
      <Drawing plan={plan} />
      <ul className="obligation-plan__legend">
        {(['window', 'due', 'grace', 'step'] as const).map((part) => (
          <li key={part}>
            <i className={`obligation-plan__sign obligation-plan__sign--${part}`} aria-hidden="true" />
            {t(`obligation.planSign.${part}`)}
          </li>
        ))}
      </ul>
      <Table plan={plan} />
    </section>
  );
};
