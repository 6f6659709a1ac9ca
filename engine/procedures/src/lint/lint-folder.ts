import type { ProcedureProblem } from '@irisflow/foundation';
import type { ProcedureFolder } from '../read-folder.ts';
import { lintAppeals } from './lint-appeals.ts';
import { lintAssurance } from './lint-assurance.ts';
import { lintBlocks } from './lint-blocks.ts';
import { lintBulk } from './lint-bulk.ts';
import { lintChanges } from './lint-changes.ts';
import { lintChecklists } from './lint-checklists.ts';
import { lintCodeLists } from './lint-code-lists.ts';
import { lintConnectors } from './lint-connectors.ts';
import { lintDecisionTests } from './lint-decision-tests.ts';
import { lintDecisions } from './lint-decisions.ts';
import { lintForms } from './lint-forms.ts';
import { lintKnownNames } from './lint-known-names.ts';
import { lintLegalReferences } from './lint-legal-references.ts';
import { lintLetterFields } from './lint-letter-fields.ts';
import { lintLetters } from './lint-letters.ts';
import { lintNames } from './lint-names.ts';
import { lintInputs } from './lint-inputs.ts';
import { lintFileCopies } from './lint-file-copies.ts';
import { lintPage } from './lint-page.ts';
import { lintReopening } from './lint-reopening.ts';
import { lintReserved } from './lint-reserved.ts';
import { lintRetention } from './lint-retention.ts';
import { lintHearings } from './lint-hearings.ts';
import { lintObligations } from './lint-obligations.ts';
import { lintQuotas } from './lint-quotas.ts';
import { lintRemedies } from './lint-remedies.ts';
import { lintRightSources } from './lint-right-sources.ts';
import { lintRights } from './lint-rights.ts';
import { lintRoles } from './lint-roles.ts';
import { lintStatuses } from './lint-statuses.ts';
import { lintTerms } from './lint-terms.ts';
import { lintStepNames } from './lint-step-names.ts';
import { lintTaskForms } from './lint-task-forms.ts';
import { lintReferences, type ConnectorOffer } from './lint-references.ts';

/** Everything that stands between a folder and its publication, and warnings beside. */
export const lintFolder = (folder: ProcedureFolder, offer: ConnectorOffer): ProcedureProblem[] => {
  const decisions = lintDecisions(folder);
  return [
    ...folder.problems,
    ...decisions.problems,
    ...lintDecisionTests(folder, decisions.read),
    ...lintForms(folder),
    ...lintCodeLists(folder),
    ...lintLetters(folder),
    ...lintLetterFields(folder),
    ...lintReferences(folder, { ...offer, decisionIds: decisions.decisionIds }),
    ...lintConnectors(folder, offer),
    ...lintInputs(folder, offer),
    ...lintNames(folder),
    ...lintKnownNames(folder, decisions.read),
    ...lintReserved(folder),
    ...lintBlocks(folder),
    ...lintAppeals(folder),
    ...lintTerms(folder),
    ...lintStatuses(folder),
    ...lintRetention(folder),
    ...lintAssurance(folder),
    ...lintReopening(folder),
    ...lintChanges(folder),
    ...lintHearings(folder),
    ...lintRights(folder),
    ...lintRightSources(folder),
    ...lintRemedies(folder),
    ...lintQuotas(folder),
    ...lintObligations(folder),
    ...lintRoles(folder),
    ...lintFileCopies(folder),
    ...lintLegalReferences(folder),
    ...lintTaskForms(folder),
    ...lintBulk(folder),
    ...lintChecklists(folder),
    ...lintStepNames(folder),
    ...lintPage(folder, decisions.decisionIds),
  ];
};

export const hasErrors = (problems: readonly ProcedureProblem[]): boolean =>
  problems.some(({ severity }) => severity === 'error');
