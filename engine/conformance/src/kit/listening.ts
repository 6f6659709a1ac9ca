import type { ListenerOptions } from '@irisflow/bpmn';

export const both = ['start', 'end'] as const;

/** One execution listener for each moment, whose jobs are of the type `stem_start` or `stem_end`. */
export const listening = (stem: string, ...moments: readonly ListenerOptions['on'][]): readonly ListenerOptions[] =>
  moments.map((on) => ({ on, type: `${stem}_${on}` }));
