import { answer, platform } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import type { ChoiceOption } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import type { WorklistFilters } from './worklist-filters.ts';

const KEEP_MILLISECONDS = 60_000;
/** Most tasks a page of the platform holds; enough to meet every step that has work. */
const SAMPLE = 100;

export interface FilterChoices {
  readonly procedures: readonly ChoiceOption[];
  readonly steps: readonly ChoiceOption[];
}

const distinct = (options: readonly ChoiceOption[]): readonly ChoiceOption[] =>
  [...new Map(options.map((option) => [option.value, option])).values()].toSorted((a, b) =>
    a.label.localeCompare(b.label),
  );

/** A choice in force stays in the list even when nothing there has work any more. */
const including = (options: readonly ChoiceOption[], chosen: string | undefined): readonly ChoiceOption[] =>
  chosen === undefined || options.some(({ value }) => value === chosen)
    ? options
    : [...options, { value: chosen, label: chosen }];

/** Procedures and steps that the team has work for, learned from its open tasks. */
export const useFilterChoices = ({ procedure, element }: WorklistFilters): FilterChoices => {
  const read = useLocalized();
  const { data } = useQuery({
    queryKey: ['filter-choices'],
    queryFn: () => answer(platform.GET('/api/tasks', { params: { query: { view: 'team', limit: SAMPLE } } })),
    staleTime: KEEP_MILLISECONDS,
  });
  const tasks = data?.items ?? [];
  const ofProcedure = tasks.filter((task) => procedure === undefined || task.procedureKey === procedure);
  return {
    procedures: including(
      distinct(tasks.map((task) => ({ value: task.procedureKey, label: read(task.procedureTitle) }))),
      procedure,
    ),
    steps: including(distinct(ofProcedure.map((task) => ({ value: task.elementId, label: read(task.name) }))), element),
  };
};
