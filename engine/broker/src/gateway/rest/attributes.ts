import type { UserTaskAttributes } from '@irisflow/core';
import { Type } from 'typebox';
import { maybe, Name, Names, shape, Text } from './schemas.ts';

/** Changes of a user task: what is left out or null stays, what is empty is cleared. */
export const Attributes = shape({
  assignee: maybe(Name),
  dueDate: maybe(Text),
  followUpDate: maybe(Text),
  candidateUsers: maybe(Names),
  candidateGroups: maybe(Names),
  priority: maybe(Type.Integer({ minimum: 0, maximum: 100 })),
});

type Changes = { readonly [Name in keyof UserTaskAttributes]?: UserTaskAttributes[Name] | null | undefined };

/** Changes as the engine takes them. */
export const attributesOf = (changes: Changes): Partial<UserTaskAttributes> =>
  Object.fromEntries(
    Object.entries(changes)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, value === '' ? null : value]),
  );
