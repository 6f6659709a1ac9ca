import type { RehearsalView, RehearsedGroup } from '@irisflow/client';
import { Button, DataTable, StatusTag, useFormatters, type Column, type TagTone } from '@irisflow/ui';
import { useTexts, type TextKey } from '../texts/use-texts.ts';
import { useWhatIfWords } from './what-if-words.ts';

export interface WhatIfGroupsProps {
  readonly view: RehearsalView;
  /** Opens a drawing at one of its steps. */
  readonly onStep: (file: string, elementId: string) => void;
}

interface Change {
  readonly tone: TagTone;
  readonly text: TextKey;
}

const changeOf = ({ isSame, after }: RehearsedGroup): Change => {
  if (after.kind !== 'ended') return { tone: 'danger', text: 'whatIf.incomplete' };
  return isSame ? { tone: 'neutral', text: 'whatIf.same' } : { tone: 'warning', text: 'whatIf.changed' };
};

const After = ({ view, group }: { readonly view: RehearsalView; readonly group: RehearsedGroup }) => {
  const t = useTexts();
  const words = useWhatIfWords(view);
  const { tone, text } = changeOf(group);
  const { amount } = group.after;
  return (
    <span className="tags">
      <StatusTag tone={tone}>{t(text)}</StatusTag>
      <span>{words.after(group)}</span>
      {(amount === 'more' || amount === 'less') && <span>{t(`whatIf.amount.${amount}`)}</span>}
    </span>
  );
};

/** The step at which cases would wait, and those at which their ways part; each leads to the drawing. */
const Parts = ({ view, group, onStep }: WhatIfGroupsProps & { readonly group: RehearsedGroup }) => {
  const t = useTexts();
  const { number } = useFormatters();
  const words = useWhatIfWords(view);
  const { partings } = group;
  if (partings.length === 0) return group.isSame ? t('whatIf.noParting') : '–';
  return (
    <ul className="what-if-parts">
      {partings.map((part) => {
        const { elementId, kind, before, after, count } = part;
        const text = words.part(part);
        const place = elementId === null ? undefined : view.places[elementId];
        return (
          <li key={[kind, elementId, ...before, '>', ...after].join(' ')}>
            <span>{count === null ? text : t('whatIf.part.counted', { text, count: number(count) })}</span>{' '}
            {place !== undefined && elementId !== null && (
              <Button tone="secondary" size="small" onClick={() => onStep(place, elementId)}>
                {t('whatIf.onDrawing', { step: words.step(elementId) })}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
};

const Cases = ({ cases }: Pick<RehearsedGroup, 'cases'>) => {
  const t = useTexts();
  const { number } = useFormatters();
  return (
    <details>
      <summary>{t('whatIf.showCases', { count: number(cases.length) })}</summary>
      <ul className="what-if-cases">
        {cases.map(({ id, reference }) => (
          <li key={id}>
            <a href={`/desk/cases/${id}`}>{reference}</a>
          </li>
        ))}
      </ul>
    </details>
  );
};

const keyOf = ({ before, after }: RehearsedGroup): string => JSON.stringify([before, after]);

const useColumns = (props: WhatIfGroupsProps): Column<RehearsedGroup>[] => {
  const { view } = props;
  const t = useTexts();
  const { number } = useFormatters();
  const words = useWhatIfWords(view);
  return [
    { id: 'before', header: t('whatIf.before'), cell: ({ before }) => words.ending(before) },
    { id: 'after', header: t('whatIf.after'), cell: (group) => <After view={view} group={group} /> },
    {
      id: 'count',
      header: t('whatIf.count'),
      kind: 'number',
      cell: ({ count }) => (count === null ? t('watch.hidden') : number(count)),
    },
    { id: 'parts', header: t('whatIf.parts'), cell: (group) => <Parts {...props} group={group} /> },
    ...(view.isExact
      ? [{ id: 'cases', header: t('whatIf.cases'), cell: ({ cases }: RehearsedGroup) => <Cases cases={cases} /> }]
      : []),
  ];
};

/** From how cases ended to how they would end, with how many went so and where their ways part. */
export const WhatIfGroups = (props: WhatIfGroupsProps) => {
  const { view } = props;
  const t = useTexts();
  const { number } = useFormatters();
  const columns = useColumns(props);
  return (
    <>
      {view.groups.length > 0 && (
        <DataTable caption={t('whatIf.groups')} captionHidden columns={columns} rows={view.groups} rowKey={keyOf} />
      )}
      {view.others !== 0 && (
        <p>{t('whatIf.others', { count: view.others === null ? t('watch.hidden') : number(view.others) })}</p>
      )}
    </>
  );
};
