import { parseDmn, type DecisionRequirements } from '@irisflow/dmn';
import { compileForm, type CompiledForm } from '@irisflow/forms';
import { fileKindOf } from '../file-kind.ts';
import type { Eligibility } from '../procedure-page.ts';
import type { ProcedureFolder } from '../read-folder.ts';

/** The eligibility check of a published version, read and ready. */
export interface PublishedEligibility {
  readonly declared: Eligibility;
  readonly form: CompiledForm;
  readonly requirements: DecisionRequirements;
}

const requirementsWith = ({ files }: ProcedureFolder, decisionId: string): DecisionRequirements | undefined => {
  const decisionFiles = files.filter(({ path }) => fileKindOf(path) === 'decision');
  for (const { path, content } of decisionFiles) {
    const others = decisionFiles.filter((file) => file.path !== path).map((file) => file.content);
    const parsed = parseDmn(content, { files: others });
    if (parsed.ok && parsed.requirements.decisions.some(({ id }) => id === decisionId)) return parsed.requirements;
  }
  return undefined;
};

/** What the folder declares of a check; null when it declares none, or when a part of it cannot be found. */
export const readEligibility = (folder: ProcedureFolder): PublishedEligibility | null => {
  const declared = folder.description?.eligibility;
  if (declared === undefined) return null;
  const form = folder.forms.get(declared.form);
  const requirements = requirementsWith(folder, declared.decision);
  if (form === undefined || requirements === undefined) return null;
  return { declared, form: compileForm(form), requirements };
};
