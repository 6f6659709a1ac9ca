import type { UseCase } from './surroundings.ts';
import type { LocalizedText } from '@irisflow/foundation';
import { noteInTimeline } from './note-in-timeline.ts';
import { once, type ConnectorCall } from './once.ts';

export interface AddTimelineEntry extends ConnectorCall {
  readonly key: string;
  readonly texts: LocalizedText;
  readonly visibleToApplicant: boolean;
}

/** Adds an entry in the words of the procedure. */
export const addTimelineEntry: UseCase<AddTimelineEntry, Record<string, never>> = async (surroundings, actor, call) =>
  once(surroundings, actor, {
    ...call,
    operation: 'timeline',
    work: async ({ tx, row, step }) => {
      const { key: kind, texts: text, visibleToApplicant } = call;
      await noteInTimeline(surroundings, { tx, row, step }, { kind, text, visibleToApplicant });
      return {};
    },
  });
