import type { MovePlanView, StepPlace } from '@irisflow/client';
import {
  Checkbox,
  DataTable,
  EmptyState,
  Select,
  StatusTag,
  useFormatters,
  useLocale,
  VisuallyHidden,
  type Column,
} from '@irisflow/ui';
import { useState } from 'react';
import { kindLabel } from '../process/modeler/describe-element.ts';
import { createTranslate } from '../process/canvas-texts/translate.ts';
import { useTexts } from '../texts/use-texts.ts';
import { isUrgent, type PlannedRow, plannedRows, withPlace } from './planned-rows.ts';

export interface PlanTableProps {
  readonly plan: MovePlanView;
  readonly places: readonly StepPlace[];
  readonly onPlaces: (places: readonly StepPlace[]) => void;
}

interface PlaceProps extends PlanTableProps {
  readonly row: PlannedRow;
}

/** Where a step goes: chosen among the steps of the same kind, by name. */
const PlaceChoice = ({ row, places, onPlaces }: PlaceProps) => {
  const t = useTexts();
  const locale = useLocale();
  const { process, step } = row;
  const given = places.find((place) => place.process === process.id && place.from === step.id);
  const options = process.targets
    .filter(({ kind, id }) => kind === step.kind || id === given?.to)
    .map(({ id, name }) => ({ value: id, label: name[locale] }));
  const misfit = step.misfit === null || step.misfit === 'gone' ? undefined : t(`move.misfit.${step.misfit}`);
  return (
    <Select
      id={`place-${process.id}-${step.id}`}
      label={<VisuallyHidden>{t('move.placeOf', { step: step.name[locale] })}</VisuallyHidden>}
      placeholder={t('move.noPlace')}
      options={options}
      value={given?.to ?? step.to ?? undefined}
      onChange={(to) => onPlaces(withPlace(places, row, to))}
      {...(misfit === undefined ? {} : { error: misfit })}
    />
  );
};

const useColumns = (props: PlanTableProps): Column<PlannedRow>[] => {
  const t = useTexts();
  const locale = useLocale();
  const { number } = useFormatters();
  const translate = createTranslate(locale);
  const kindOf = (kind: string) => translate(kindLabel(kind.charAt(0).toUpperCase() + kind.slice(1)));
  return [
    {
      id: 'step',
      header: t('move.step'),
      cell: ({ step }) => (
        <span className="tags">
          <span>
            <strong>{step.name[locale]}</strong> <span className="iris-muted">{kindOf(step.kind)}</span>
          </span>
          {step.to === null && step.active > 0 && <StatusTag tone="warning">{t('move.unplaced')}</StatusTag>}
        </span>
      ),
    },
    { id: 'active', header: t('move.active'), kind: 'number', cell: ({ step }) => number(step.active) },
    { id: 'place', header: t('move.place'), cell: (row) => <PlaceChoice {...props} row={row} /> },
  ];
};

/** Which step goes to which, those without a place first. */
export const PlanTable = (props: PlanTableProps) => {
  const t = useTexts();
  const columns = useColumns(props);
  const [showsAll, setShowsAll] = useState(false);
  const all = plannedRows(props.plan);
  const rows = showsAll ? all : all.filter(isUrgent);
  return (
    <div className="iris-stack">
      <Checkbox id="all-steps" label={t('move.allSteps')} value={showsAll} onChange={setShowsAll} />
      {rows.length === 0 ? (
        <EmptyState icon="info" title={t('move.noSteps')} />
      ) : (
        <DataTable
          caption={t('move.plan')}
          captionHidden
          rows={rows}
          rowKey={({ process, step }) => `${process.id}/${step.id}`}
          columns={columns}
        />
      )}
    </div>
  );
};
