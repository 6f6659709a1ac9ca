import { answer, platform } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import type { ChoiceOption } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';

export interface OwnProcedures {
  readonly options: readonly ChoiceOption[];
  /** What is no longer published keeps its key. */
  readonly nameOf: (key: string) => string;
}

/** The published procedures of my administration. */
export const useOwnProcedures = (): OwnProcedures => {
  const read = useLocalized();
  const { data: published = [] } = useQuery({
    queryKey: ['administration', 'processing'],
    queryFn: () => answer(platform.GET('/api/administration/processing')),
  });
  const options = published.map(({ procedureKey, title }) => ({ value: procedureKey, label: read(title) }));
  return { options, nameOf: (key) => options.find(({ value }) => value === key)?.label ?? key };
};
