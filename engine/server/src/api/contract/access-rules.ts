import { AccessRuleDraft, AccessRuleView, PlainKey } from '@irisflow/access';
import { OpaqueId } from '@irisflow/foundation';
import { AccessRules, ReachPreview } from '@irisflow/insight';
import { Type } from 'typebox';
import { administrators, operationsOf, trialLimit } from './operation.ts';

const byAdministration = Type.Object({ administration: PlainKey });
const byRule = Type.Object({ administration: PlainKey, ruleId: OpaqueId });

/** What of the cases of an administration its people see. */
export const accessRuleOperations = operationsOf({
  listAccessRules: {
    method: 'GET',
    path: '/api/administrations/{administration}/access-rules',
    summary: 'The rules that say who sees which cases; whom none bounds sees all of them.',
    access: administrators,
    params: byAdministration,
    reply: AccessRules,
  },
  addAccessRule: {
    method: 'POST',
    path: '/api/administrations/{administration}/access-rules',
    summary: 'Adds a rule. It holds with the next request of whomever it bounds.',
    access: administrators,
    params: byAdministration,
    body: AccessRuleDraft,
    reply: AccessRuleView,
  },
  changeAccessRule: {
    method: 'PUT',
    path: '/api/administrations/{administration}/access-rules/{ruleId}',
    summary: 'Says a rule otherwise.',
    access: administrators,
    params: byRule,
    body: AccessRuleDraft,
    reply: AccessRuleView,
  },
  removeAccessRule: {
    method: 'DELETE',
    path: '/api/administrations/{administration}/access-rules/{ruleId}',
    summary: 'Takes a rule away.',
    access: administrators,
    params: byRule,
    reply: 'none',
  },
  previewAccessRule: {
    method: 'POST',
    path: '/api/administrations/{administration}/access-rules/preview',
    summary: 'What a rule would let somebody see, in numbers.',
    access: administrators,
    limit: trialLimit,
    params: byAdministration,
    body: AccessRuleDraft,
    reply: ReachPreview,
  },
  previewAccess: {
    method: 'GET',
    path: '/api/staff/{personId}/access',
    summary: 'What somebody sees as the rules are, in numbers.',
    access: administrators,
    limit: trialLimit,
    params: Type.Object({ personId: OpaqueId }),
    reply: ReachPreview,
  },
});
