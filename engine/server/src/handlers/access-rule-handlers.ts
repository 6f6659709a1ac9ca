import { communeChoices } from '@irisflow/insight';
import type { accessRuleOperations } from '../api/contract/access-rules.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createAccessRuleHandlers = ({
  casework: { people, insight },
}: HandlerOptions): Handlers<keyof typeof accessRuleOperations> => ({
  listAccessRules: async ({ actor, params }) => ({
    rules: await people.listAccessRules(actor, params),
    communes: communeChoices,
  }),
  addAccessRule: ({ actor, params, body }) => people.saveAccessRule(actor, { ...params, rule: body }),
  changeAccessRule: ({ actor, params, body }) => people.saveAccessRule(actor, { ...params, rule: body }),
  removeAccessRule: ({ actor, params }) => people.removeAccessRule(actor, params),
  previewAccessRule: ({ actor, params, body }) => insight.previewRule(actor, { ...params, rule: body }),
  previewAccess: ({ actor, params }) => insight.previewPerson(actor, params),
});
